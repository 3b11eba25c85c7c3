/** When the claims were issued that a profile has, so that an older token does not bring back what it says. */
export const up = `
SET LOCAL ROLE tributary_owner;
ALTER TABLE identity.user_profile ADD COLUMN claimed_at timestamptz;
GRANT UPDATE (claimed_at) ON identity.user_profile TO tributary_identity, tributary_identity_system;
RESET ROLE;
`;

export const down = `
ALTER TABLE identity.user_profile DROP COLUMN claimed_at;
`;
