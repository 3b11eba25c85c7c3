import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { readMarks, type Dimension, type Marks } from '../gateway/live/marks';
import { hashOf } from '../subgraphs/kit/audience';
import type { Audience } from '../subgraphs/kit/context';
import { fromGlobalId } from '../subgraphs/kit/ids';
import type { SubgraphName } from '../subgraphs/kit/config';
import { audienceOf, makeAudienceClient } from './audience-client';
import { differences, keysOf, readTypes, selectionOf } from './audience-selection';
import { readMetrics } from './live-client';
import type { Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import { fill, idsOf } from './tenants';
import { waitFor } from './wait';

const ROOT = join(__dirname, '..');
const marks = readMarks(readFileSync(join(ROOT, 'schema', 'supergraph.graphql'), 'utf8'));
const subgraphs = readTypes(ROOT);

/** Where everything is, and who stands in different relations to it. */
export interface World {
  platform: Platform;
  workspace: SeededWorkspace;
  /** Of one role with the workspace's member, and otherwise nothing that the member is. */
  other: Person;
  /** May read in the chat and not write. */
  reader: Person;
  ids: Record<string, string>;
}

/** Two members of one audience who differ in all else, and the audience. */
interface Sight {
  viewers: readonly Person[];
  audience: Audience;
  without: readonly Dimension[];
}

/** Fills a workspace with one of everything, so that what depends on the viewer differs. */
export async function makeWorld(platform: Platform, workspace: SeededWorkspace): Promise<World> {
  await fill(platform, workspace);
  const [other, reader, writer] = (await Promise.all(
    ['other', 'reader', 'writer'].map((name) => platform.seed.person(`${name}-${workspace.slug}`)),
  )) as [Person, Person, Person];
  for (const person of [other, reader, writer]) await workspace.add(person, 'MEMBER');
  const ids = await idsOf(platform, workspace);
  const act = (person: Person, name: string, input: object) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { message } } }`;
    return platform.query(person.token, document, { input });
  };
  const { member, owner } = workspace;
  const [chatId, messageId, taskId] = [ids.Chat, ids.Message, ids.Task];
  for (const [{ id: userId }, role] of [
    [other, 'MEMBER'],
    [reader, 'READER'],
    [writer, 'MEMBER'],
  ] as const)
    await act(owner, 'addChatParticipant', { chatId, userId, role });
  await act(member, 'updateChatPreferences', { chatId, isMuted: true, isFavourite: true });
  await act(owner, 'addReaction', { messageId, emoji: '👍' });
  await act(owner, 'pinMessage', { messageId });
  await act(member, 'sendMessage', {
    chatId,
    body: `A reply to @${owner.username}`,
    threadRootId: messageId,
  });
  await act(owner, 'updateTask', { id: taskId, assigneeId: member.id });
  await act(owner, 'subscribeToTask', { taskId });
  await act(owner, 'updateBoard', { id: ids.Board, name: 'Renamed' });
  await act(writer, 'setTyping', { chatId });
  const presence = platform
    .socket(writer.token)
    .subscribe('subscription ($id: ID!) { presenceEvents(workspaceId: $id) { presence } }', {
      id: workspace.id,
    });
  await waitFor(async () => (await readMetrics(platform)).members === 1, { what: 'a live subscription' });
  await act(writer, 'setPresence', { state: 'AWAY' });
  await waitFor(() => presence.frames.length > 0, { what: 'presence to be told' });
  await act(member, 'setStatus', { text: 'Here' });
  return { platform, workspace, other, reader, ids };
}

function sights({ workspace, other, reader, ids }: World): Sight[] {
  const inside = audienceOf(workspace, { id: ids.Chat } as SeededChat);
  return [
    // Whatever their roles are, but for guests.
    { viewers: [workspace.owner, workspace.member, reader], audience: inside, without: ['viewer', 'role'] },
    { viewers: [workspace.member, other], audience: inside, without: ['viewer'] },
  ];
}

const hasFields = (type: GraphQLObjectType) =>
  Object.keys(type.getFields()).some((field) => !['id', 'nodeRef'].includes(field));

/** The entities of which a subgraph knows more than the id. */
export const ENTITIES = subgraphs.flatMap(({ name, schema }) =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && keysOf(type).isResolvable && hasFields(type))
    .filter((type) => !marks(type.name, 'id').includes('viewer'))
    .map((type) => [name, type.name] as const),
);

/** The subscriptions that are executed for audiences. */
export const SUBSCRIPTIONS = subgraphs.flatMap(({ name, schema }) =>
  Object.values(schema.getSubscriptionType()?.getFields() ?? {})
    .filter((field) => !marks('Subscription', field.name).includes('viewer'))
    .map((field) => [name, field.name] as const),
);

/** Marks of which one is wrong. */
export function planted(type: string, ...fields: string[]): Marks {
  return (owner, field) =>
    owner === type && (fields.length === 0 || fields.includes(field)) ? ['chat'] : marks(owner, field);
}

/** The fields of an entity that are not the same for both viewers of an audience, and for the audience. */
export async function entityDifferences(
  world: World,
  [subgraph, typeName]: readonly [SubgraphName, string],
  asked: Marks = marks,
): Promise<string[]> {
  const client = makeAudienceClient(world.platform);
  const { schema } = subgraphs.find(({ name }) => name === subgraph)!;
  const type = schema.getType(typeName)!;
  const found = new Set<string>();
  for (const { viewers, audience, without } of sights(world)) {
    const wish = { marks: asked, without, args: { boardId: world.ids.Board! } };
    const selection = selectionOf(type, schema, wish);
    const document = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typeName} ${selection} } }`;
    const topic = `chat:${fromGlobalId('Chat', world.ids.Chat!)}`;
    const shared = client.token({ ...audience, topic, ops: [hashOf(document)] });
    const id = typeName === 'User' ? world.workspace.member.id : world.ids[typeName];
    const representations = [{ __typename: typeName, id }];
    const answers = await Promise.all(
      [...viewers.map(({ token }) => token), shared].map((token) =>
        client.ask<{ _entities: unknown[] } | null>(subgraph, document, { representations }, token),
      ),
    );
    const [first] = answers;
    if (!first!.data?._entities[0]) found.add(`nothing was found: ${first!.text.slice(0, 500)}`);
    const told = answers.map(({ data, errors }) => ({ data, errors: errors.map(({ path }) => path) }));
    for (const path of differences(told)) found.add(path);
  }
  return [...found].sort();
}

/** The same of what a subscription shows of all that has happened. */
export async function subscriptionDifferences(
  world: World,
  [subgraph, fieldName]: readonly [SubgraphName, string],
): Promise<string[]> {
  const client = makeAudienceClient(world.platform);
  const { schema } = subgraphs.find(({ name }) => name === subgraph)!;
  const field = schema.getSubscriptionType()!.getFields()[fieldName]!;
  const argument = field.args.find(({ name }) => name.endsWith('Id'))!.name;
  const variables = { [argument]: argumentsOf(world)[argument]! };
  const found = new Set<string>();
  for (const { viewers, audience, without } of sights(world)) {
    const type = getNamedType(field.type);
    const wish = { marks, without, args: { boardId: world.ids.Board! } };
    const query = `subscription ($${argument}: ID!) { ${fieldName}(${argument}: $${argument}) ${selectionOf(type, schema, wish)} }`;
    const [admission] = await client.admit(subgraph, [{ query, variables }], viewers[0]!.token);
    const { topic } = admission!;
    const range = { query, variables, topic, from: 0, to: Number.MAX_SAFE_INTEGER };
    const shared = client.token({ ...audience, topic, ops: [hashOf(query)] });
    const answers = await Promise.all(
      [...viewers.map(({ token }) => token), shared].map((token) => client.execute(subgraph, range, token)),
    );
    const results = answers.map(({ entries = [], errors }) => [
      errors,
      ...entries.map(({ seq, result }) => ({ seq, result })),
    ]);
    if (!results[0]!.some((entry) => JSON.stringify(entry ?? null).includes(fieldName)))
      found.add('nothing was shown');
    for (const path of differences(results)) found.add(path);
  }
  return [...found].sort();
}

function argumentsOf({ workspace, ids }: World): Record<string, string | undefined> {
  return { chatId: ids.Chat, boardId: ids.Board, workspaceId: workspace.id };
}
