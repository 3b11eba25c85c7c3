import { ARCHIVED, READ_ONLY, type Refusal } from '../kit/permission';
import type { ChatKind, ChatVisibility } from './chat.entity';
import type { ChatRole } from './participant.entity';

export type WorkspaceRole = 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST';

/** What the caller is, where something is about to be done. */
export interface Caller {
  userId: string | null;
  /** The role in the chat; null for whoever does not take part. */
  role: ChatRole | null;
  /** The role in the chat's workspace. */
  workspaceRole: WorkspaceRole | null;
  /** Whether the identity provider lets the caller read and no more. */
  isReadOnly: boolean;
  /** Whether the chat's workspace is archived: read, and not written in. */
  isArchived: boolean;
}

/** The kinds of chat that people create; the others come about by themselves. */
export const CREATABLE_KINDS: readonly ChatKind[] = ['CHANNEL', 'DISCUSSION'];

/**
 * How somebody who sees a chat stands to it: readers were let in to read, visitors read a public chat as members of
 * its workspace.
 */
export const STANDINGS = ['ADMIN', 'MEMBER', 'READER', 'VISITOR'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * Who may do what in a chat that they see (B4). A private chat is seen by those who are in it; guests, read-only
 * accounts and everybody in an archived workspace read and no more.
 */
export const CHAT_MATRIX = {
  view: ['ADMIN', 'MEMBER', 'READER', 'VISITOR'],
  subscribe: ['ADMIN', 'MEMBER', 'READER', 'VISITOR'],
  join: ['ADMIN', 'MEMBER', 'READER', 'VISITOR'],
  leave: ['ADMIN', 'MEMBER', 'READER', 'VISITOR'],
  send: ['ADMIN', 'MEMBER'],
  applyTags: ['ADMIN', 'MEMBER'],
  addParticipant: ['ADMIN'],
  changeRole: ['ADMIN'],
  removeParticipant: ['ADMIN'],
  close: ['ADMIN'],
  update: ['ADMIN'],
  delete: ['ADMIN'],
} as const satisfies Readonly<Record<string, readonly Standing[]>>;
export type ChatAction = keyof typeof CHAT_MATRIX;

/** Whether the matrix lets somebody of this role in a chat, or a visitor, do this. */
export function mayInChat(role: ChatRole | null, action: ChatAction): boolean {
  return (CHAT_MATRIX[action] as readonly Standing[]).includes(role ?? 'VISITOR');
}

/** Writing of any sort asks for a member of the workspace who is neither guest nor read-only. */
export function refuseWriting(
  caller: Pick<Caller, 'workspaceRole' | 'isReadOnly' | 'isArchived'>,
): Refusal | null {
  if (caller.isReadOnly) return READ_ONLY;
  if (caller.workspaceRole === null || caller.workspaceRole === 'GUEST') {
    return { message: 'Guests read and do not write.', requiredRole: 'MEMBER' };
  }
  return caller.isArchived ? ARCHIVED : null;
}

/** Whether a chat's participants and state may be changed by the caller. */
export function refuseManaging(caller: Caller, action: ChatAction = 'close'): Refusal | null {
  const refusal = refuseWriting(caller);
  if (refusal || mayInChat(caller.role, action)) return refusal;
  return { message: 'Only an admin of the chat may do that.', requiredRole: 'ADMIN' };
}

/** Who is writing in a chat is for those who take part in it, readers too. */
export function refuseSeeingTyping({ role }: Pick<Caller, 'role'>): Refusal | null {
  return role === null ? { message: 'Join the chat to see who is writing.' } : null;
}

/** A direct chat is of the people for whom it was opened, and nothing about it changes. */
export function refuseInDirect({ kind }: { kind: ChatKind }): Refusal | null {
  if (kind !== 'DIRECT') return null;
  return {
    message: 'A direct chat stays as it was opened: it has its people, and neither name nor admins.',
    code: 'CONFLICT',
  };
}

/** Whether the caller may delete a chat that they see. One that a tag is about to make a task's is as good as that. */
export function refuseDeleting(
  caller: Caller,
  chat: { taskId: string | null; hasUndecidedTags: boolean },
): Refusal | null {
  const refusal = refuseManaging(caller, 'delete');
  if (refusal) return refusal;
  if (chat.taskId !== null) return { message: 'The chat of a task stays with its task.', code: 'CONFLICT' };
  if (!chat.hasUndecidedTags) return null;
  return {
    message: 'Tags in the chat are being applied: try again, or delete their messages first.',
    code: 'CONFLICT',
  };
}

/**
 * Whether a chat would be left to people of whom nobody manages it: `role` is that of the participant who leaves or gets
 * another role, `others` counts who else is in it.
 */
export function refuseOrphaning(
  role: ChatRole,
  others: { admins: number; participants: number },
): Refusal | null {
  if (role !== 'ADMIN' || others.admins > 0 || others.participants === 0) return null;
  return { message: 'The chat needs an admin: make somebody else one first.', code: 'CONFLICT' };
}

/** Whether the caller may take somebody out of a chat; whoever may write may leave. */
export function refuseRemoving(caller: Caller, userId: string): Refusal | null {
  return caller.userId === userId ? refuseWriting(caller) : refuseManaging(caller, 'removeParticipant');
}

/** Whether the caller may become a participant by their own act. Participants already are. */
export function refuseJoining(caller: Caller, visibility: ChatVisibility): Refusal | null {
  const refusal = refuseWriting(caller);
  if (refusal || caller.role !== null || visibility === 'PUBLIC') return refusal;
  return { message: 'A private chat is joined by invitation.', requiredRole: 'ADMIN' };
}

/** Whether nothing of a text is seen: white space, and characters that only say how others are shown. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** What is wrong with a name; null when nothing is. */
export function faultOfName(name: string): string | null {
  const { length } = [...name];
  if (length < 1 || length > 200) return 'name must have 1 to 200 characters';
  if (/\p{Surrogate}|\p{Cc}/u.test(name)) return 'name must not hold control characters';
  if (isBlank(name)) return 'name must not be blank';
  return null;
}
