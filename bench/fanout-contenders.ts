import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startChild } from './child';
import type { BaselineOptions } from './fanout-baseline';
import { now, remark, toMark } from './fanout-marks';
import type { FanoutPlatform } from './fanout-platform';
import type { Contender } from './fanout-rounds';

const SELECTION = 'id body author { displayName } chat { name task { key status assignee { displayName } } }';
const SUBSCRIBE = `subscription Fanout($chatId: ID!, $after: String) {
  chatEvents(chatId: $chatId, after: $after) { cursor event { ... on MessageSent { message { ${SELECTION} } } } } }`;
const SUBSCRIBE_PLAINLY = 'subscription ($chatId: ID!) { messageSent(chatId: $chatId) { id } }';
const FIND = `query Find($id: ID!) { node(id: $id) { ... on Message { ${SELECTION} } } }`;
const SEND = `mutation Send($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id } userErrors { code message } } }`;
const CREATE = `mutation Create($input: CreateTaskInput!) {
  createTask(input: $input) { task { id } userErrors { code message } } }`;
const CHAT = 'query ($id: ID!) { task(id: $id) { chat { id eventsCursor } } }';
const CHAT_MS = 50;
const PEOPLE = '{ viewer { id } workspace(slug: "acme") { id } }';

/** A chat that everybody follows, and who writes there. */
export interface Stage {
  fanout: FanoutPlatform;
  token: string;
  chat: { id: string; eventsCursor: string };
}

/** Makes the chat of a task with an assignee: its messages take fields of three subgraphs. */
export async function setStage(fanout: FanoutPlatform): Promise<Stage> {
  const { client, platform } = fanout;
  const token = await platform.token('alice');
  type People = { viewer: { id: string }; workspace: { id: string } };
  const { workspace } = await client.query<People>(token, PEOPLE);
  const { viewer } = await client.query<People>(await platform.token('bob'), PEOPLE);
  const input = { workspaceId: workspace.id, title: 'Tell everybody', assigneeId: viewer.id };
  type Created = { createTask: { task: { id: string } } };
  const { createTask } = await client.query<Created>(token, CREATE, { input });
  for (;;) {
    type Found = { task: { chat: Stage['chat'] | null } };
    const { task } = await client.query<Found>(token, CHAT, { id: createTask.task.id });
    if (task.chat) return { fanout, token, chat: task.chat };
    // The chat follows from the task's event.
    await delay(CHAT_MS);
  }
}

/** Sends messages together; answers when each was sent, and their ids. */
async function send(
  { fanout, token, chat }: Stage,
  events: readonly number[],
): Promise<{ at: number; id: string }[]> {
  type Data = { sendMessage: { message: { id: string } | null; userErrors: object[] } };
  return Promise.all(
    events.map(async (event) => {
      const at = now();
      const input = { chatId: chat.id, body: `What everybody is told of ${toMark(event)}` };
      const { sendMessage } = await fanout.client.query<Data>(token, SEND, { input });
      if (!sendMessage.message) throw new Error(JSON.stringify(sendMessage.userErrors));
      return { at, id: sendMessage.message.id };
    }),
  );
}

/** The gateway. */
export function ours(stage: Stage): Contender {
  const { token, chat, fanout } = stage;
  const { gateway: server, gatewayUrl: url } = fanout;
  const variables = { chatId: chat.id, after: chat.eventsCursor };
  return {
    server,
    subscription: { url, token, query: SUBSCRIBE, variables },
    publish: async (events) => (await send(stage, events)).map(({ at }) => at),
  };
}

/** What sockets cost at least: frames that are there already, sent to all by `ws` and nothing else. */
export async function raw(sample: string): Promise<Contender> {
  const server = startChild(join(__dirname, 'fanout-raw.js'));
  const url = await server.ask<string>('listen');
  return {
    server,
    subscription: { url, token: '', query: '', variables: {} },
    async publish(events) {
      const at = now();
      await server.ask(
        'publish',
        events.map((event) => remark(sample, event)),
      );
      return events.map(() => at);
    },
  };
}

/** A plain server, which executes for each client. */
export async function baseline(stage: Stage): Promise<Contender> {
  const { fanout, token, chat } = stage;
  const server = startChild(join(__dirname, 'fanout-baseline.js'));
  const options: BaselineOptions = {
    supergraphFile: resolve('schema/supergraph.graphql'),
    ...{ subgraphUrls: fanout.subgraphUrls, token, query: FIND },
  };
  const url = await server.ask<string>('listen', options);
  return {
    server,
    subscription: { url, token, query: SUBSCRIBE_PLAINLY, variables: { chatId: chat.id } },
    async publish(events) {
      const sent = await send(stage, events);
      await server.ask(
        'publish',
        sent.map(({ id }) => id),
      );
      return sent.map(({ at }) => at);
    },
  };
}
