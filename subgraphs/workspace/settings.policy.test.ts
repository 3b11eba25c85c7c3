import { applyPatch, faultOfSettings, isSame, type Settings } from './settings.policy';

const SETTINGS: Settings = {
  logoUrl: 'https://example.com/logo.svg',
  primaryColor: '#112233',
  accentColor: null,
  theme: 'DARK',
  locale: 'de',
  messageDays: 30,
};

test('C7: what a patch does not name stays, and null clears', () => {
  expect(applyPatch(SETTINGS, {})).toEqual(SETTINGS);
  expect(applyPatch(SETTINGS, { theme: undefined, accentColor: '#ABCDEF' })).toEqual({
    ...SETTINGS,
    accentColor: '#abcdef',
  });
  const cleared = { logoUrl: null, primaryColor: null, theme: null, locale: null, messageDays: null };
  expect(applyPatch(SETTINGS, cleared)).toEqual({
    logoUrl: null,
    primaryColor: null,
    accentColor: null,
    theme: 'SYSTEM',
    locale: 'en',
    messageDays: null,
  });
  expect(isSame(SETTINGS, applyPatch(SETTINGS, { locale: 'DE', primaryColor: '#112233' }))).toBe(true);
  expect(isSame(SETTINGS, applyPatch(SETTINGS, { theme: 'LIGHT' }))).toBe(false);
});

test('B16: what is wrong with settings is named with its field', () => {
  expect(faultOfSettings(SETTINGS)).toBeNull();
  const faulty: [Partial<Settings>, string[]][] = [
    [{ logoUrl: 'http://example.com/logo.svg' }, ['logoUrl']],
    [{ logoUrl: 'javascript:alert(1)' }, ['logoUrl']],
    [{ logoUrl: 'https://' }, ['logoUrl']],
    [{ logoUrl: 'https://user:secret@example.com/' }, ['logoUrl']],
    [{ logoUrl: 'https://example.com/a b' }, ['logoUrl']],
    [{ logoUrl: `https://example.com/${'x'.repeat(2000)}` }, ['logoUrl']],
    [{ primaryColor: 'red' }, ['primaryColor']],
    [{ accentColor: '#12345' }, ['accentColor']],
    [{ locale: 'not a locale' }, ['locale']],
    [{ locale: '' }, ['locale']],
    [{ messageDays: 0 }, ['retention', 'messageDays']],
    [{ messageDays: 3651 }, ['retention', 'messageDays']],
  ];
  for (const [fault, path] of faulty) {
    expect([fault, faultOfSettings({ ...SETTINGS, ...fault })?.path]).toEqual([fault, path]);
  }
});
