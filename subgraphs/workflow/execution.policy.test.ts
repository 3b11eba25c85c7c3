import { decideTrigger, hasEnded } from './execution.policy';

test('W31: a person starts workflows, bots and workflows do not', () => {
  expect(decideTrigger({ isAutomatic: false, depth: 0 })).toBe('START');
  expect(decideTrigger({ isAutomatic: true, depth: 1 })).toBe('IGNORE');
});

test('W45: five runs away from a person the next is refused', () => {
  expect(decideTrigger({ isAutomatic: false, depth: 4 })).toBe('START');
  expect(decideTrigger({ isAutomatic: false, depth: 5 })).toBe('REFUSE');
});

test('W32: what has ended stays ended', () => {
  expect((['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED'] as const).map(hasEnded)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
