import type { Platform } from './platform';
import type { Person } from './seed';

export interface Invite {
  id: string;
  workspaceName: string;
  workspace: { id: string } | null;
  role: string;
  state: string;
  expiresAt: string | null;
  maxUses: number | null;
  usedCount: number;
  usesLeft: number | null;
  isPersonal: boolean;
  invitee: { username: string } | null;
  creator: { id: string } | null;
}

export interface Payload {
  userErrors: { code: string; message: string; path: string[] | null }[];
  clientMutationId: string | null;
}
interface Created extends Payload {
  invite: Invite | null;
  token: string | null;
}
interface Revoked extends Payload {
  invite: Invite | null;
}
interface Joined extends Payload {
  membership: { role: string; workspace: { id: string; name: string } } | null;
}

const INVITE =
  'id workspaceName workspace { id } role state expiresAt maxUses usedCount usesLeft isPersonal invitee { username } creator { id }';

export const codesOf = ({ userErrors }: Payload) => userErrors.map(({ code }) => code);

/** What people do with invites, into `workspaceId` unless the input says otherwise. */
export function createInviteClient(platform: Platform, workspaceId: string) {
  async function run<P extends Payload>(
    person: Person,
    name: string,
    selection: string,
    input: object,
  ): Promise<P> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const answer = await platform.query<Record<string, P>>(
      person.token,
      `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} clientMutationId userErrors { code message path } } }`,
      { input },
    );
    if (!answer.data) throw new Error(answer.text);
    return answer.data[name]!;
  }
  const create = (by: Person, input: object = {}) =>
    run<Created>(by, 'createInvite', `invite { ${INVITE} } token`, { workspaceId, role: 'MEMBER', ...input });
  return {
    run,
    create,
    /** An invite that must be made, with its token. */
    async invite(by: Person, input: object = {}): Promise<{ id: string; token: string }> {
      const made = await create(by, input);
      expect(made.userErrors).toEqual([]);
      return { id: made.invite!.id, token: made.token! };
    },
    revoke: (by: Person, inviteId: string) =>
      run<Revoked>(by, 'revokeInvite', `invite { ${INVITE} }`, { inviteId }),
    join: (by: Person, input: object) =>
      run<Joined>(by, 'joinWorkspace', 'membership { role workspace { id name } }', input),
    async look(by: Person, args: string): Promise<Invite | null> {
      const answer = await platform.query<{ invite: Invite | null }>(
        by.token,
        `{ invite(${args}) { ${INVITE} } }`,
      );
      expect(answer.errors).toEqual([]);
      return answer.data.invite;
    },
    /** A person with a token as of now, for tests that have moved the clock. */
    again: (person: Person): Person => ({ ...person, token: platform.token(person.username) }),
  };
}
