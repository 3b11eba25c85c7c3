import { MAX_PINS, refuseAnotherPin } from './pin.policy';

test('a chat has so many pins and no more', () => {
  expect(refuseAnotherPin(MAX_PINS - 1)).toBeNull();
  expect(refuseAnotherPin(MAX_PINS)).toMatchObject({ code: 'CONFLICT' });
});
