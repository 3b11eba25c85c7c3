import { createDirectoryClient } from '../subgraphs/kit/directory-client';
import { fromGlobalId } from '../subgraphs/kit/ids';
import type { Platform } from './platform';
import type { Person } from './seed';

export type Role = 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST';
type Refusal = { code: string; message: string; path: string[] | null };
export type Payload = { userErrors: Refusal[] } & Record<string, unknown>;

/** A workspace's group as the identity provider has it. */
export interface Group {
  attributes: Readonly<Record<string, readonly string[]>>;
  /** Who is in which subgroup, by username; nobody's list is empty. */
  members: Record<string, Role[]>;
}

/** The two sides of a workspace's members, as tests see and change them: the gateway's, and the directory's. */
export function createDirectoryDesk(platform: Platform) {
  const { url, secret } = platform.wiring.directory;
  const client = createDirectoryClient({
    ...{ url, realm: 'tributary', clientId: 'tributary-admin', clientSecret: secret },
  });
  const nameOf = (userId: string) => platform.issuer.directory.people.get(userId)?.username ?? userId;
  const uuidOf = (person: Pick<Person, 'id'>) => fromGlobalId('User', person.id);

  async function group(workspaceId: string): Promise<Group | null> {
    const found = await client.findGroup(fromGlobalId('Workspace', workspaceId));
    if (!found) return null;
    const members: Group['members'] = {};
    for (const [role, id] of Object.entries(await client.listChildren(found.id)).sort()) {
      for (const userId of await client.listMembers(id)) (members[nameOf(userId)] ??= []).push(role as Role);
    }
    return { attributes: found.attributes, members };
  }

  async function subgroups(workspaceId: string): Promise<Record<string, string>> {
    const found = await client.findGroup(fromGlobalId('Workspace', workspaceId));
    return found ? client.listChildren(found.id) : {};
  }

  return {
    client,
    group,
    subgroups,
    /** Puts somebody into a subgroup beside those that they are in, as an administrator of the realm would. */
    async join(workspaceId: string, person: Pick<Person, 'id'>, role: Role) {
      await client.join(uuidOf(person), (await subgroups(workspaceId))[role]!);
    },
    async leave(workspaceId: string, person: Pick<Person, 'id'>, role: Role) {
      await client.leave(uuidOf(person), (await subgroups(workspaceId))[role]!);
    },
    /** The active members, by username. */
    async members({ id, owner }: { id: string; owner: Person }): Promise<Record<string, Role>> {
      const document = `{ workspace(id: "${id}") { members(first: 100) { nodes { role user { username } } } } }`;
      const answer = await platform.query<{
        workspace: { members: { nodes: { role: Role; user: { username: string } }[] } } | null;
      }>(owner.token, document);
      const nodes = answer.data.workspace?.members.nodes ?? [];
      return Object.fromEntries(nodes.map(({ role, user }) => [user.username, role]));
    },
    /** Runs a mutation and answers its payload; fails on errors that are none of the caller's. */
    async run(by: Person, name: string, selection: string, input: object): Promise<Payload> {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code message path } } }`;
      const answer = await platform.query<Record<string, Payload>>(by.token, document, { input });
      if (answer.errors.length > 0 || !answer.data) throw new Error(answer.text);
      return answer.data[name]!;
    },
  };
}
