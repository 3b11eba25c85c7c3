import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file for a message; it is its uploader's alone until a message has it. */
@Entity({ schema: 'chat', name: 'attachment' })
export class AttachmentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'uuid', name: 'chat_id' })
  chatId!: string;

  @Column({ type: 'uuid', name: 'owner_id' })
  ownerId!: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'text', name: 'content_type' })
  contentType!: string;

  @Column({ type: 'integer', name: 'byte_size' })
  byteSize!: number;

  /** Of the file, in hexadecimal; null until it has come. */
  @Column({ type: 'text', nullable: true })
  sha256!: string | null;

  /** The message that has it. */
  @Column({ type: 'uuid', name: 'message_id', nullable: true })
  messageId!: string | null;

  /** Its place among the files of its message, from 1. */
  @Column({ type: 'integer', nullable: true })
  position!: number | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'uploaded_at', nullable: true })
  uploadedAt!: Date | null;

  /** Once its message is deleted: the file goes a little later, and the row with it. */
  @Column({ type: 'timestamptz', name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  /** While somebody uploads it, until when nobody else may. */
  @Column({ type: 'timestamptz', name: 'claimed_until', nullable: true })
  claimedUntil!: Date | null;
}

/** What is read of an attachment `a`. */
export const ATTACHMENT_COLUMNS =
  'a.id, a.workspace_id, a.scope_id, a.chat_id, a.owner_id, a.file_name, a.content_type, a.byte_size, a.sha256, a.message_id, a.position, a.created_at, a.uploaded_at, a.removed_at, a.claimed_until';

/** Under which key its file is kept. */
export function keyOf({ workspaceId, id }: Pick<AttachmentEntity, 'workspaceId' | 'id'>): string {
  return `${workspaceId}/${id}`;
}
