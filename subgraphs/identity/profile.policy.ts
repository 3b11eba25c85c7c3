const MAX_URL_LENGTH = 2000;
const MAX_STATUS_LENGTH = 100;
const MAX_EMOJI_LENGTH = 32;

/** What a profile says beside its names. */
export interface ProfileDetails {
  avatarUrl: string | null;
  locale: string | null;
  timeZone: string | null;
}

/** A checked value, or what is wrong with it. */
export type Checked<T> = { value: T } | { fault: string };

/** An https address, as browsers write it. Credentials in it would be everybody's. */
export function checkAvatarUrl(text: string): Checked<string> {
  const fault = { fault: `avatarUrl must be an https address of at most ${MAX_URL_LENGTH} characters` };
  if (text.length > MAX_URL_LENGTH || !/^https:\/\//i.test(text) || !URL.canParse(text)) return fault;
  const { href, username, password } = new URL(text);
  if (username || password) return { fault: 'avatarUrl must not hold credentials' };
  return href.length > MAX_URL_LENGTH ? fault : { value: href };
}

/** A BCP 47 language tag, in its canonical form. */
export function checkLocale(text: string): Checked<string> {
  const fault = { fault: 'locale must be a BCP 47 language tag, such as de-AT' };
  if (text.length > 35) return fault;
  try {
    const [canonical] = Intl.getCanonicalLocales(text);
    return canonical === undefined || canonical.length > 35 ? fault : { value: canonical };
  } catch {
    return fault;
  }
}

/** An IANA time zone; its capitals are mended. */
export function checkTimeZone(text: string): Checked<string> {
  const fault = { fault: 'timeZone must be the IANA name of a time zone, such as Europe/Vienna' };
  // Offsets, which the runtime takes too, say nothing about summer time.
  if (!/^[a-z][a-z0-9_+-]*(\/[a-z0-9_+-]+){0,2}$/i.test(text) || text.length > 64) return fault;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    return { value: timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text };
  } catch {
    return fault;
  }
}

/** What somebody says of themselves for a while. */
export interface Status {
  emoji: string | null;
  text: string | null;
  expiresAt: Date | null;
}

/** What is wrong with a status and which field is at fault; null when nothing is. */
export function faultOfStatus({ emoji, text, expiresAt }: Status, now: Date): [string, string] | null {
  if (emoji === null && text === null) return ['give emoji, text or both', 'emoji'];
  if (emoji !== null && !isEmoji(emoji)) return ['emoji must be one emoji', 'emoji'];
  if (text !== null && !isStatusText(text)) {
    return [`text must have 1 to ${MAX_STATUS_LENGTH} characters, none of them control characters`, 'text'];
  }
  if (expiresAt && expiresAt <= now) return ['expiresAt must be in the future', 'expiresAt'];
  return null;
}

/** The status as it counts now: one that has expired is none. */
export function statusNow(status: Status, now: Date): Status | null {
  const { emoji, text, expiresAt } = status;
  if (emoji === null && text === null) return null;
  return expiresAt !== null && expiresAt <= now ? null : status;
}

function isEmoji(text: string): boolean {
  if (
    text.length > MAX_EMOJI_LENGTH ||
    !/\p{Extended_Pictographic}|\p{RI}\p{RI}|[#*\d]\uFE0F?\u20E3/u.test(text)
  )
    return false;
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length === 1;
}

function isStatusText(text: string): boolean {
  const { length } = [...text];
  return length >= 1 && length <= MAX_STATUS_LENGTH && !/\p{Surrogate}|\p{Cc}/u.test(text);
}
