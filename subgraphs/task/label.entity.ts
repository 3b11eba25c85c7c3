import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A label of a workspace. */
@Entity({ schema: 'task', name: 'label' })
export class LabelEntity {
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

  @Column('text')
  color!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('integer')
  version!: number;
}

/** That a task was given a label. The label may be deleted since: then it counts for nothing. */
@Entity({ schema: 'task', name: 'task_label' })
export class LabellingEntity {
  @PrimaryColumn('uuid', { name: 'task_id' })
  taskId!: string;

  @PrimaryColumn('uuid', { name: 'label_id' })
  labelId!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  /** The task's. */
  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;
}

/** The columns of a label `l`, as a LabelEntity has them. */
export const LABEL_COLUMNS =
  'l.id, l.workspace_id, l.scope_id, l.creator_id, l.name, l.color, l.created_at, l.version';
