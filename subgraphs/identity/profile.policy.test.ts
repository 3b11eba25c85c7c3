import { checkAvatarUrl, checkLocale, checkTimeZone, faultOfStatus, statusNow } from './profile.policy';

const NOW = new Date('2026-11-21T12:00:00Z');
const later = new Date(NOW.getTime() + 1000);
const status = { emoji: null, text: null, expiresAt: null };

test('avatars are https addresses without credentials', () => {
  expect(checkAvatarUrl('HTTPS://Example.com/a.png')).toEqual({ value: 'https://example.com/a.png' });
  const bad = [
    '',
    'http://example.com/a',
    'https://',
    'javascript:alert(1)',
    'data:image/png;base64,',
    'https://u:p@example.com/',
  ];
  for (const text of [
    ...bad,
    `https://example.com/${'x'.repeat(2000)}`,
    `https://example.com/${'ü'.repeat(900)}`,
  ]) {
    expect([text, checkAvatarUrl(text)]).toEqual([text, { fault: expect.any(String) as string }]);
  }
});

test('locales are BCP 47 tags, in canonical form', () => {
  expect(checkLocale('de-at')).toEqual({ value: 'de-AT' });
  expect(checkLocale('zh-hant-tw')).toEqual({ value: 'zh-Hant-TW' });
  for (const text of ['', 'english!', 'de_AT', 'a', 'x'.repeat(40)])
    expect(checkLocale(text)).toHaveProperty('fault');
});

test('time zones are IANA names', () => {
  expect(checkTimeZone('europe/vienna')).toEqual({ value: 'Europe/Vienna' });
  expect(checkTimeZone('Asia/Kolkata')).toEqual({ value: 'Asia/Kolkata' });
  for (const text of ['', '+01:00', 'Mars/Olympus', 'Europe/Vienna\0', 'x'.repeat(70)]) {
    expect(checkTimeZone(text)).toHaveProperty('fault');
  }
});

test('a status has one emoji, a short text or both, and an end in the future', () => {
  for (const emoji of ['🌴', '👩‍🚀', '🇦🇹', '❤️', '1️⃣'])
    expect(faultOfStatus({ ...status, emoji }, NOW)).toBeNull();
  for (const emoji of ['', 'x', '1', '🌴🌴', ':palm:', '🌴 '])
    expect(faultOfStatus({ ...status, emoji }, NOW)?.[1]).toBe('emoji');
  expect(faultOfStatus({ ...status, text: 'x'.repeat(100), expiresAt: later }, NOW)).toBeNull();
  for (const text of ['', 'x'.repeat(101), 'a\nb'])
    expect(faultOfStatus({ ...status, text }, NOW)?.[1]).toBe('text');
  expect(faultOfStatus(status, NOW)?.[1]).toBe('emoji');
  expect(faultOfStatus({ ...status, text: 'x', expiresAt: NOW }, NOW)?.[1]).toBe('expiresAt');
});

test('a status that has expired is none', () => {
  const timed = { ...status, text: 'Lunch', expiresAt: later };
  expect(statusNow(timed, NOW)).toBe(timed);
  expect(statusNow(timed, later)).toBeNull();
  expect(statusNow(status, NOW)).toBeNull();
});
