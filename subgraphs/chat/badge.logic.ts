/** For how long nobody is told of a chat again. */
export const BADGE_PAUSE_MS = 2000;

/**
 * Who is to be told of a chat: somebody, or everybody in it (null); `concerns` them also where they have muted it.
 * As a mark: `<chat>`, `<chat>!`, `<chat>/<user>`, `<chat>/<user>!`.
 */
export interface BadgeWish {
  chatId: string;
  userId: string | null;
  concerns: boolean;
}

/** A wish as the mark that is kept of it. */
export function toMark({ chatId, userId, concerns }: BadgeWish): string {
  return `${chatId}${userId === null ? '' : `/${userId}`}${concerns ? '!' : ''}`;
}

const MARK = /^(?<chatId>[\da-f-]{36})(?:\/(?<userId>[\da-f-]{36}))?(?<concerns>!?)$/;

/** The wish that a mark is of; null where somebody else has put there what is none. */
export function fromMark(mark: string): BadgeWish | null {
  const { chatId, userId = null, concerns } = MARK.exec(mark)?.groups ?? {};
  return chatId === undefined ? null : { chatId, userId, concerns: concerns === '!' };
}

/** When people were last told of a chat: everybody (`*`), or somebody alone. */
export type LastTold = Readonly<Record<string, string>>;

/** From when somebody (null: everybody) may be told of a chat again. */
export function dueAt(told: LastTold, userId: string | null): number {
  const last = Math.max(Number(told['*'] ?? -Infinity), Number((userId && told[userId]) || -Infinity));
  return last + BADGE_PAUSE_MS;
}
