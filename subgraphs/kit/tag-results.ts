import type { ParsedTag, TagResult } from '../../schema/events';

/** Why a tag was refused. */
export type TagError = NonNullable<TagResult['error']>;

/** That a tag was applied, with what the bot says of it. */
export function applied(tag: ParsedTag, text: string): TagResult {
  return { index: tag.index, tag: tag.raw, applied: true, text: `✅ ${text}`, error: null };
}

/** That a tag was refused, and why. */
export function refused(tag: ParsedTag, error: TagError): TagResult {
  return { index: tag.index, tag: tag.raw, applied: false, text: `❌ ${error.message}`, error };
}

/** The user name in `@name`, or null when the value is written in another way. */
export function parseUsername(value: string): string | null {
  return /^@(\S+)$/.exec(value)?.[1] ?? null;
}

/** The refusal of a value that is not written as its tag asks. */
export function invalidFormat(message: string): TagError {
  return { kind: 'SYNTAX', code: 'INVALID_FORMAT', message };
}

/** The refusal of a value that should be `@name`. */
export const NOT_A_USERNAME = invalidFormat('Invalid format. Use @username');

/** The refusal of a user name that nobody in the workspace bears. */
export function unknownUser(username: string): TagError {
  return { kind: 'SEMANTIC', code: 'USER_NOT_FOUND', message: `User @${username} not found` };
}
