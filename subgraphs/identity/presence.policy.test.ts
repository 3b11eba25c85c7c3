import type { Principal } from '../kit/context';
import { refuseSettingPresence } from './presence.policy';

test('I1: people have a presence, parts of the platform have none', () => {
  expect(refuseSettingPresence({ kind: 'user' } as Principal)).toBeNull();
  expect(refuseSettingPresence({ kind: 'service' } as Principal)).toMatch('people');
});
