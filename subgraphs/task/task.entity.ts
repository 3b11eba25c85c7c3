import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Severity, Priority, StatusCategory, TaskStatus, TaskType } from './task.policy';

/** A task, a bug or an epic. */
@Entity({ schema: 'task', name: 'task' })
export class TaskEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  /** Whose readers see it: the workspace, or the chat that it was made in. */
  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('uuid', { name: 'creator_id' })
  creatorId!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  key!: string;

  @Column('text')
  type!: TaskType;

  @Column('text')
  title!: string;

  /** Markdown. May be long: read by itself, not with the others. */
  @Column({ type: 'text', nullable: true, select: false })
  description!: string | null;

  @Column('text')
  status!: TaskStatus;

  @Column('text')
  category!: StatusCategory;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  @Column('text', { nullable: true })
  priority!: Priority | null;

  @Column('text', { nullable: true })
  severity!: Severity | null;

  @Column('date', { name: 'due_date', nullable: true })
  dueDate!: string | null;

  /** Points without a unit. */
  @Column('double precision', { nullable: true })
  estimate!: number | null;

  /** The chat of its own. */
  @Column('uuid', { name: 'chat_id' })
  chatId!: string;

  @Column('uuid', { name: 'source_chat_id', nullable: true })
  sourceChatId!: string | null;

  @Column('uuid', { name: 'source_message_id', nullable: true })
  sourceMessageId!: string | null;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** Its place on boards on which nobody has moved it. */
  @Column({ type: 'text', collation: 'C' })
  rank!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  /** Since when, without a break, the status is at least one of those in progress. */
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  /** As `startedAt`, of those in review. */
  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt!: Date | null;

  /** As `startedAt`, of those that are done. */
  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Column('integer')
  version!: number;
}

/** A task's facts, for tasks that are yet to be written or that change in thought. */
export type TaskState = Pick<TaskEntity, keyof TaskEntity>;

/** The columns of a task `t`, as a TaskEntity has them, without its description. */
export const TASK_COLUMNS = `t.id, t.workspace_id, t.scope_id, t.creator_id, t.number, t.key, t.type, t.title, t.status,
  t.category, t.assignee_id, t.priority, t.severity, t.due_date::text AS due_date, t.estimate, t.chat_id,
  t.source_chat_id, t.source_message_id, t.parent_id, t.rank, t.created_at, t.updated_at, t.started_at, t.reviewed_at,
  t.completed_at, t.version`;

/** The columns of a task `t` that is about to change: all of them. */
export const TASK_STATE_COLUMNS = `${TASK_COLUMNS}, t.description`;
