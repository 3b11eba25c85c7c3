import { z } from 'zod';
import { event, none, uuid } from './event-model';

const chatKind = z.enum(['CHANNEL', 'DISCUSSION', 'DIRECT', 'TASK', 'BUG', 'EPIC']);
const chatVisibility = z.enum(['PUBLIC', 'PRIVATE']);
const chatRole = z.enum(['ADMIN', 'MEMBER', 'READER']);

/** A tag as it was written: `raw` is its text, `index` its place among the message's tags. */
const parsedTag = z.object({
  index: z.number().int(),
  name: z.string(),
  value: z.string(),
  raw: z.string(),
});
export type ParsedTag = z.infer<typeof parsedTag>;

/** What became of a tag; `text` is the line that the bot says of it. */
export const tagResult = z.object({
  index: z.number().int(),
  tag: z.string(),
  applied: z.boolean(),
  text: z.string(),
  error: z
    .object({ kind: z.enum(['SYNTAX', 'SEMANTIC', 'BUSINESS']), code: z.string(), message: z.string() })
    .nullable(),
});
export type TagResult = z.infer<typeof tagResult>;

/** Everybody in a chat, or those of them who are present. */
const mentionedGroup = z.enum(['CHANNEL', 'HERE']);
export type MentionedGroup = z.infer<typeof mentionedGroup>;
/** Who is mentioned in a message: those who may read it and are not its author, and perhaps a group. */
const mentions = { mentions: z.array(uuid), mentionsAll: mentionedGroup.nullable() };

/** The events of chats: what is said in them, and who takes part. */
export const CHAT_EVENTS = {
  'chat.created': event(
    z.object({
      name: z.string(),
      kind: chatKind,
      visibility: chatVisibility,
      creatorId: uuid,
      taskId: uuid.nullable(),
      /** Of a direct chat: its people's ids, sorted, by which it is the only one of theirs. */
      directKey: z.string().nullable().default(null),
    }),
  ),
  /** Name, topic, description and visibility as they are now, and which of them have changed. */
  'chat.updated': event(
    z.object({
      name: z.string(),
      topic: z.string().nullable(),
      description: z.string().nullable(),
      visibility: chatVisibility,
      changedFields: z.array(z.enum(['name', 'topic', 'description', 'visibility'])),
    }),
    { retracts: true },
  ),
  /** Gone with all that was said in it; the tasks that were made in it stay. */
  'chat.deleted': event(none, { retracts: true }),
  'chat.participant.added': event(
    z.object({
      userId: uuid,
      role: chatRole,
      /** With the chat itself, by their own act, or by somebody else's. */
      manner: z.enum(['FOUNDING', 'JOINING', 'ADDITION']).default('JOINING'),
      /** The chat's. */
      visibility: chatVisibility.default('PUBLIC'),
    }),
    {
      reactedBy: ['identity'],
      wakesWhen: { identity: '$ ? (@.manner == "ADDITION" && @.visibility == "PRIVATE")' },
    },
  ),
  /**
   * The last that a workspace hears of a chat that was made private. An aggregate beside the chat, of the chat's id, whose
   * events are the workspace's: those of the chat itself are all of them for its own readers.
   */
  'listing.withdrawn': event(none, { retracts: true }),
  'chat.participant.role_changed': event(z.object({ userId: uuid, from: chatRole, to: chatRole })),
  'chat.participant.removed': event(z.object({ userId: uuid }), { revokes: 'userId' }),
  'chat.kind.changed': event(z.object({ from: chatKind, to: chatKind, taskId: uuid })),
  'chat.closed': event(none),
  'chat.reopened': event(none),
  'chat.message.sent': event(
    z.object({
      messageId: uuid,
      authorId: uuid,
      body: z.string(),
      /** Whether a bot or a workflow posted it: such messages trigger neither tags nor workflows. */
      isAutomatic: z.boolean(),
      /** How many workflow runs lie between a person's act and this message. */
      depth: z.number().int(),
      chatKind,
      tags: z.array(parsedTag),
      /** The files that it has, in their order. */
      attachmentIds: z.array(uuid),
      /** The message that began the thread; null for a message of the chat itself. */
      threadRootId: uuid.nullable(),
      ...mentions,
      /** Who follows the thread of a reply: who began it and who has replied, but for the author. */
      threadFollowers: z.array(uuid),
    }),
    {
      reactedBy: ['task', 'workflow', 'identity'],
      wakesWhen: {
        task: '$.tags[*]',
        workflow: '$ ? (@.isAutomatic == false)',
        identity:
          '$ ? (@.chatKind == "DIRECT" || exists(@.mentions[*]) || @.mentionsAll != null || exists(@.threadFollowers[*]))',
      },
    },
  ),
  'chat.attachment.created': event(
    z.object({
      attachmentId: uuid,
      ownerId: uuid,
      fileName: z.string(),
      contentType: z.string(),
      byteSize: z.number().int(),
    }),
  ),
  'chat.attachment.uploaded': event(
    z.object({ attachmentId: uuid, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  /** Its file is gone: with its message, or because no message got it. */
  'chat.attachment.removed': event(z.object({ attachmentId: uuid }), { retracts: true }),
  'chat.message.edited': event(
    z.object({
      messageId: uuid,
      body: z.string(),
      ...mentions,
      /** Of these, who was not mentioned before. */
      added: z.object(mentions),
    }),
    {
      reactedBy: ['identity'],
      wakesWhen: { identity: '$.added ? (exists(@.mentions[*]) || @.mentionsAll != null)' },
    },
  ),
  'chat.message.deleted': event(z.object({ messageId: uuid }), { retracts: true }),
  /** Passes, and is never stored: that somebody is writing in a chat, or has stopped. The topic is `typing:<chat>`. */
  'typing.changed': event(z.object({ userId: uuid, isTyping: z.boolean(), expiresAt: z.iso.datetime() })),
  'chat.message.pinned': event(z.object({ messageId: uuid })),
  'chat.message.unpinned': event(z.object({ messageId: uuid })),
  'chat.reaction.added': event(z.object({ messageId: uuid, emoji: z.string(), userId: uuid })),
  'chat.reaction.removed': event(z.object({ messageId: uuid, emoji: z.string(), userId: uuid })),
  'chat.message.tags_resolved': event(z.object({ messageId: uuid, results: z.array(tagResult) })),
} as const;
