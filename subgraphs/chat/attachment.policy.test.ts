import {
  CONTENT_TYPES,
  faultOfAttachments,
  faultOfFile,
  isShown,
  refuseAttaching,
} from './attachment.policy';

const file = { fileName: 'a.png', contentType: 'image/png', byteSize: 100 };

test('D7: a file has a name, an allowed type and a size within the limit', () => {
  expect(faultOfFile(file, 100)).toBeNull();
  expect(faultOfFile({ ...file, byteSize: 101 }, 100)).toMatchObject({ field: 'byteSize' });
  expect(faultOfFile({ ...file, byteSize: 0 }, 100)).toMatchObject({ field: 'byteSize' });
  expect(faultOfFile({ ...file, fileName: '' }, 100)).toMatchObject({ field: 'fileName' });
  expect(faultOfFile({ ...file, fileName: 'x'.repeat(1001) }, 100)).toMatchObject({ field: 'fileName' });
});

test.each([
  'text/html',
  'image/svg+xml',
  'application/xhtml+xml',
  'text/javascript',
  'text/xml',
  '',
  'png',
  '*/*',
])('D7: %j is attached by nobody', (contentType) => {
  expect(faultOfFile({ ...file, contentType }, 100)).toMatchObject({ field: 'contentType' });
});

test('D7: pictures alone are shown in their place', () => {
  const shown = CONTENT_TYPES.filter(isShown);
  expect(shown).toEqual(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
});

test('D7: a message has ten files, each once, uploaded and no other message’s', () => {
  expect(faultOfAttachments(Array.from({ length: 10 }, (_, i) => `${i}`))).toBeNull();
  expect(faultOfAttachments(Array.from({ length: 11 }, (_, i) => `${i}`))).toMatch(/at most 10/);
  expect(faultOfAttachments(['a', 'a'])).toMatch(/twice/);
  expect(refuseAttaching({ uploadedAt: new Date(), messageId: null })).toBeNull();
  expect(refuseAttaching({ uploadedAt: null, messageId: null })).toMatchObject({ code: 'CONFLICT' });
  expect(refuseAttaching({ uploadedAt: new Date(), messageId: 'm' })).toMatchObject({ code: 'CONFLICT' });
});
