import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatusCategory } from './task.policy';

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
}

/** The place on a board of a task that somebody has moved there. */
@Entity({ schema: 'task', name: 'card' })
export class CardEntity {
  @PrimaryColumn('uuid', { name: 'board_id' })
  boardId!: string;

  @PrimaryColumn('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('uuid', { name: 'creator_id' })
  creatorId!: string;

  @Column({ type: 'text', collation: 'C' })
  rank!: string;
}

export const BOARD_COLUMNS =
  'b.id, b.workspace_id, b.scope_id, b.creator_id, b.name, b.created_at, b.version';
