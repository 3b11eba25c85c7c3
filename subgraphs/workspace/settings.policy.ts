import type { WorkspaceTheme } from './workspace.entity';

/** How a workspace looks and what it keeps. */
export interface Settings {
  logoUrl: string | null;
  primaryColor: string | null;
  accentColor: string | null;
  theme: WorkspaceTheme;
  locale: string;
  /** For how many days messages are kept; null for ever. */
  messageDays: number | null;
}

/** What is to become of settings: what is absent stays, null clears. */
export interface SettingsPatch {
  logoUrl?: string | null;
  primaryColor?: string | null;
  accentColor?: string | null;
  theme?: WorkspaceTheme | null;
  locale?: string | null;
  messageDays?: number | null;
}

const MAX_URL = 2000;
const MAX_DAYS = 3650;
/** What a workspace has that says nothing of these. */
const DEFAULTS = { theme: 'SYSTEM', locale: 'en' } as const;

/** The settings after a patch: texts in their one spelling, what was cleared as it is by itself. */
export function applyPatch(settings: Settings, patch: SettingsPatch): Settings {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const next = { ...settings, ...given } as { [K in keyof Settings]: Settings[K] | null };
  return {
    logoUrl: next.logoUrl,
    primaryColor: next.primaryColor?.toLowerCase() ?? null,
    accentColor: next.accentColor?.toLowerCase() ?? null,
    theme: next.theme ?? DEFAULTS.theme,
    locale: canonicalLocale(next.locale ?? DEFAULTS.locale) ?? next.locale ?? DEFAULTS.locale,
    messageDays: next.messageDays,
  };
}

/** Whether two settings say the same. */
export function isSame(left: Settings, right: Settings): boolean {
  return (Object.keys(left) as (keyof Settings)[]).every((key) => left[key] === right[key]);
}

/** The first thing that is wrong with settings, and the input field at fault; null when nothing is. */
export function faultOfSettings(settings: Settings): { message: string; path: string[] } | null {
  const { logoUrl, primaryColor, accentColor, locale, messageDays } = settings;
  if (logoUrl !== null && !isHttpsUrl(logoUrl)) {
    return {
      message: `logoUrl must be an https address of at most ${MAX_URL} characters`,
      path: ['logoUrl'],
    };
  }
  for (const [name, color] of Object.entries({ primaryColor, accentColor })) {
    if (color !== null && !/^#[0-9a-f]{6}$/.test(color)) {
      return { message: `${name} must be a colour like #1a2b3c`, path: [name] };
    }
  }
  if (canonicalLocale(locale) === null) {
    return { message: 'locale must be a language tag like en or pt-BR', path: ['locale'] };
  }
  if (messageDays !== null && (messageDays < 1 || messageDays > MAX_DAYS)) {
    const message = `messageDays must be between 1 and ${MAX_DAYS}, or null to keep messages for ever`;
    return { message, path: ['retention', 'messageDays'] };
  }
  return null;
}

function isHttpsUrl(text: string): boolean {
  // Said as it is kept: no control characters, blanks or names and passwords that a parser would pass over.
  if (text.length > MAX_URL || !/^https:\/\/[!-~]+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** The one spelling of a language tag; null when it is none. */
function canonicalLocale(locale: string): string | null {
  if (locale.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? null;
  } catch {
    return null;
  }
}
