import { applyPatch, changedFieldsOf, faultOfPatch, type ChatPatch } from './settings.policy';

const chat = { name: 'General', topic: 'Now', description: null, visibility: 'PUBLIC' } as const;
const faultOf = (patch: ChatPatch) => faultOfPatch(patch, applyPatch(chat, patch))?.field ?? null;

test('what is absent stays, null clears, blanks at the ends and other spellings are nothing', () => {
  expect(applyPatch(chat, {})).toEqual(chat);
  expect(applyPatch(chat, { topic: null })).toEqual({ ...chat, topic: null });
  expect(applyPatch(chat, { name: ' Cafe\u0301 ' }).name).toBe('Caf\u00e9');
  expect(changedFieldsOf(chat, applyPatch(chat, { name: 'General ', topic: 'Now' }))).toEqual([]);
  const other = applyPatch(chat, { name: 'Other', description: 'x', visibility: 'PRIVATE' });
  expect(changedFieldsOf(chat, other)).toEqual(['name', 'description', 'visibility']);
});

test.each<[ChatPatch, string | null]>([
  [{ name: null }, 'name'],
  [{ name: ' ' }, 'name'],
  [{ name: 'x'.repeat(201) }, 'name'],
  [{ name: 'a\u0000' }, 'name'],
  [{ topic: 'x'.repeat(250) }, null],
  [{ topic: '😀'.repeat(250) }, null],
  [{ topic: 'x'.repeat(251) }, 'topic'],
  [{ topic: '' }, 'topic'],
  [{ topic: 'one\ntwo' }, 'topic'],
  [{ topic: '\ud800' }, 'topic'],
  [{ description: 'one\n\ttwo' }, null],
  [{ description: 'x'.repeat(2000) }, null],
  [{ description: 'x'.repeat(2001) }, 'description'],
  [{ description: 'a\u001bb' }, 'description'],
  [{ visibility: null }, 'visibility'],
])('%j: at fault is %s', (patch, field) => {
  expect(faultOf(patch)).toBe(field);
});
