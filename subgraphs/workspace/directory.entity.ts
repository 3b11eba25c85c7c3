import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkspaceRole } from './membership.entity';

/** The role that a member was last known to have both here and in the directory. */
@Entity({ schema: 'workspace', name: 'directory_member' })
export class DirectoryMemberEntity {
  @PrimaryColumn({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId!: string;

  @Column({ type: 'text' })
  role!: WorkspaceRole;
}

/** When a workspace was last compared with its group, and which subgroups that had when everybody last was. */
@Entity({ schema: 'workspace', name: 'directory_check' })
export class DirectoryCheckEntity {
  @PrimaryColumn({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'timestamptz', name: 'checked_at' })
  checkedAt!: Date;

  /** In the order of `GROUP_ROLES`. */
  @Column({ type: 'text', array: true, name: 'subgroup_ids', nullable: true })
  subgroupIds!: string[] | null;
}
