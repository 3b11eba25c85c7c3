import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the numbers of a workspace's tasks have come to. */
@Entity({ schema: 'task', name: 'counter' })
export class CounterEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('uuid', { name: 'creator_id' })
  creatorId!: string;

  /** What the keys begin with. */
  @Column('text')
  prefix!: string;

  @Column('integer')
  next!: number;
}
