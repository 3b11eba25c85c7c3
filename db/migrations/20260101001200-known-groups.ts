/** By which groups a workspace was compared: whoever is not in others, made in their place, was not removed from them. */
export const up = `
SET LOCAL ROLE tributary_owner;

-- The ids of the subgroups for owners, admins, members and guests; null before everybody was compared by them.
ALTER TABLE workspace.directory_check
  ADD COLUMN subgroup_ids text[] CHECK (cardinality(subgroup_ids) = 4);

RESET ROLE;
`;

export const down = `
ALTER TABLE workspace.directory_check DROP COLUMN subgroup_ids;
`;
