import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatusCategory, TaskType } from './task.policy';

/** A board of a workspace. */
@Entity({ schema: 'task', name: 'board' })
export class BoardEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('uuid', { name: 'creator_id' })
  creatorId!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;

  /** Whether a task is refused that would bring a column over its limit. */
  @Column('boolean', { name: 'is_enforcing_wip_limits' })
  isEnforcingWipLimits!: boolean;

  /** What a task must be to be shown; null: anything. */
  @Column('text', { name: 'filter_types', array: true, nullable: true })
  filterTypes!: TaskType[] | null;

  @Column('uuid', { name: 'filter_assignee_ids', array: true, nullable: true })
  filterAssigneeIds!: string[] | null;

  @Column('uuid', { name: 'filter_label_ids', array: true, nullable: true })
  filterLabelIds!: string[] | null;

  @Column('text', { name: 'filter_text', nullable: true })
  filterText!: string | null;

  /** Where its work comes from. */
  @Column('uuid', { name: 'integration_id', nullable: true })
  integrationId!: string | null;
}

/** A column of a board. */
@Entity({ schema: 'task', name: 'board_column' })
export class BoardColumnEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'board_id' })
  boardId!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('uuid', { name: 'creator_id' })
  creatorId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  category!: StatusCategory;

  @Column('integer')
  position!: number;

  /** How many tasks it should have at most. */
  @Column('integer', { name: 'wip_limit', nullable: true })
  wipLimit!: number | null;

  /** The board's. */
  @Column('uuid', { name: 'integration_id', nullable: true })
  integrationId!: string | null;

  /** Whether work on a task is promised once the task is here. */
  @Column('boolean', { name: 'is_commitment_point' })
  isCommitmentPoint!: boolean;
}

/** What a board shows is a part of it. */
export type BoardFilterRow = BoardEntity;

/** The columns of a board `b`, as a BoardEntity has them. */
export const BOARD_COLUMNS = `b.id, b.workspace_id, b.scope_id, b.creator_id, b.name, b.created_at, b.version,
  b.is_enforcing_wip_limits, b.filter_types, b.filter_assignee_ids, b.filter_label_ids, b.filter_text, b.integration_id`;

/** The columns of a board's column `k`, as a BoardColumnEntity has them. */
export const COLUMN_COLUMNS = `k.id, k.board_id, k.workspace_id, k.scope_id, k.creator_id, k.name, k.category, k.position,
  k.wip_limit, k.integration_id, k.is_commitment_point`;

/**
 * Whether the board `b` shows the task `t` of its workspace; `labelled` is whether one of the labels of its filter is
 * the task's. A filter whose labels are all deleted names none.
 */
export const isShown = (labelled: string) => `(b.filter_types IS NULL OR t.type = ANY (b.filter_types))
  AND (b.filter_assignee_ids IS NULL OR t.assignee_id = ANY (b.filter_assignee_ids))
  AND (b.filter_label_ids IS NULL OR ${labelled}
    OR NOT EXISTS (SELECT 1 FROM task.label h WHERE h.id = ANY (b.filter_label_ids)))
  AND (b.filter_text IS NULL OR strpos(lower(t.title), lower(b.filter_text)) > 0)`;

/** Whether the board `b` shows the task `t` with the labels that it has. */
export const IS_SHOWN = isShown(`EXISTS (
    SELECT 1 FROM task.task_label g JOIN task.label h ON h.id = g.label_id
    WHERE g.task_id = t.id AND g.label_id = ANY (b.filter_label_ids))`);
