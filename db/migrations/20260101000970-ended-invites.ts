/**
 * An invite ends when its creator loses the right to make it: by an event of the member, also where the directory or
 * the system is what removes them. Invites whose creators had lost that right already end as of then.
 */
export const up = `
SET LOCAL ROLE tributary_owner;
GRANT UPDATE (revoked_at) ON workspace.invite TO tributary_workspace_system;
RESET ROLE;

UPDATE workspace.invite i SET revoked_at = lost.at
FROM (
  SELECT n.id, min(s.occurred_at) AS at
  FROM workspace.invite n
  JOIN event.store s ON s.aggregate_type = 'workspace' AND s.aggregate_id = n.workspace_id
    AND s.payload ->> 'userId' = n.creator_id::text AND s.occurred_at >= n.created_at
  WHERE n.revoked_at IS NULL
    AND (s.type IN ('workspace.member.removed', 'workspace.member.suspended')
      OR (s.type = 'workspace.member.role_changed'
          AND (s.payload ->> 'to' IN ('MEMBER', 'GUEST') OR (s.payload ->> 'to' = 'ADMIN' AND n.role = 'OWNER'))))
  GROUP BY n.id
) AS lost
WHERE i.id = lost.id;
`;

/** What has ended stays so. */
export const down = `
REVOKE UPDATE (revoked_at) ON workspace.invite FROM tributary_workspace_system;
`;
