import { Column, Entity, PrimaryColumn } from 'typeorm';

export type RelationType = 'BLOCKS' | 'RELATES' | 'DUPLICATES';
export type RelationDirection = 'OUTWARD' | 'INWARD';

/** A relation of a task to another, as the task tells it; the other has one of its own. */
@Entity({ schema: 'task', name: 'relation' })
export class TaskRelationEntity {
  /** The event's that says so. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('uuid', { name: 'other_id' })
  otherId!: string;

  @Column('text')
  type!: RelationType;

  @Column('text')
  direction!: RelationDirection;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  /** The task's. */
  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  /** The other task's: who does not see both knows of no relation. */
  @Column('uuid', { name: 'other_scope_id' })
  otherScopeId!: string;

  @Column('uuid', { name: 'creator_id' })
  creatorId!: string;
}

/** The columns of a relation `r`, as a TaskRelationEntity has them. */
export const RELATION_COLUMNS =
  'r.id, r.task_id, r.other_id, r.type, r.direction, r.workspace_id, r.scope_id, r.other_scope_id, r.creator_id';
