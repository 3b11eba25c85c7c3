import { Redis } from 'ioredis';
import { WebSocket } from 'ws';
import { bodiesOf, codesOf, followChat, says } from './live-client';
import { startPlatform, type Platform } from './platform';
import type { SeededChat, SeededWorkspace } from './seed';
import type { TestSocket } from './socket';
import { waitFor } from './wait';

/** Clients and a Redis that do not keep to what was agreed. */
const ORIGIN_OF_NOBODY = 'https://elsewhere.example';

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;
let chat: SeededChat;
let sockets: TestSocket[] = [];
let raw: WebSocket[] = [];

beforeAll(async () => {
  platform = await startPlatform();
  [acme, globex] = [await platform.seed.workspace(), await platform.seed.workspace('globex')];
  chat = await acme.chat({ participants: [acme.member] });
}, 60_000);

afterEach(async () => {
  await Promise.all(sockets.map((socket) => socket.close()));
  raw.forEach((ws) => ws.terminate());
  [sockets, raw] = [[], []];
});

afterAll(() => platform?.close());

function connect(token = acme.owner.token): TestSocket {
  const socket = platform.socket(token);
  sockets.push(socket);
  return socket;
}

interface Message {
  id?: string;
  type: string;
  payload?: unknown;
}

/** A socket whose frames the test writes itself; `close` is how it was closed. */
function dial(protocol: string | string[] = 'graphql-transport-ws', options: object = {}) {
  const ws = new WebSocket(platform.wsUrl, protocol, options);
  raw.push(ws);
  const messages: Message[] = [];
  const state = { messages, status: null as number | null, close: null as number | null };
  ws.on('error', () => undefined);
  ws.on('unexpected-response', (_, response) => (state.status = response.statusCode ?? 0));
  ws.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as Message));
  ws.on('close', (code) => (state.close = code));
  const opened = new Promise<void>((resolve) => ws.once('open', () => resolve()));
  const send = async (frame: unknown) => {
    await opened;
    ws.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  };
  const init = async () => {
    await send({ type: 'connection_init', payload: { authorization: `Bearer ${acme.owner.token}` } });
    await waitFor(() => messages.some(({ type }) => type === 'connection_ack'));
  };
  return Object.assign(state, { send, init, opened });
}

const TYPENAME = { query: '{ __typename }' };
const subscribe = (id: string, payload: object = TYPENAME) => ({ id, type: 'subscribe', payload });

describe('a socket of nobody in particular', () => {
  test('S37: is not opened for pages of elsewhere, nor by an origin that is none', async () => {
    for (const origin of [
      ORIGIN_OF_NOBODY,
      'null',
      'file://',
      `${new URL(platform.url).origin}.evil.example`,
    ]) {
      const refused = dial('graphql-transport-ws', { origin });
      await waitFor(() => refused.status !== null);
      expect([origin, refused.status]).toEqual([origin, 403]);
    }
    const own = dial('graphql-transport-ws', { origin: new URL(platform.url).origin });
    await own.init();
  });

  test('a sub-protocol that is not spoken closes with 4406', async () => {
    for (const protocol of [[], ['graphql-ws'], ['chat', 'soap']]) {
      const refused = dial(protocol);
      await waitFor(() => refused.close !== null || refused.status !== null);
      expect([protocol, refused.status ?? refused.close]).toEqual([protocol, expect.any(Number)]);
      expect(refused.messages).toEqual([]);
    }
  });
});

describe('frames against the protocol', () => {
  test.each([
    ['no init before an operation', 4401, false, [subscribe('1')]],
    ['two inits', 4429, true, [{ type: 'connection_init' }]],
    ['what is no JSON', 4400, true, ['{"type":']],
    ['JSON that is no message', 4400, true, ['[1]']],
    ['a type of nobody', 4400, true, [{ type: 'shout' }]],
    ['an operation without an id', 4400, true, [{ type: 'subscribe', payload: TYPENAME }]],
    ['an empty id', 4400, true, [subscribe('')]],
    ['a query that is no text', 4400, true, [subscribe('1', { query: 1 })]],
    ['four megabytes', 1009, true, ['x'.repeat(4_000_000)]],
    ['binary rubbish', 4400, true, [Buffer.from([0, 255, 254, 1])]],
  ] as const)(
    '%s closes with %i, and nothing is told of the inside',
    async (_, code, isInitialised, frames) => {
      const socket = dial();
      if (isInitialised) await socket.init();
      for (const frame of frames) await socket.send(frame);
      await waitFor(() => socket.close !== null);
      expect(socket.close).toBe(code);
      expect(JSON.stringify(socket.messages)).not.toMatch(/stack|node_modules|at \//);
    },
  );

  test('an id that is taken closes with 4409; one that has ended is free again', async () => {
    const socket = dial();
    await socket.init();
    for (let round = 0; round < 2; round++) {
      await socket.send(subscribe('1'));
      await waitFor(() => socket.messages.filter(({ type }) => type === 'complete').length === round + 1);
    }
    const payload = {
      query: 'subscription ($id: ID!) { messageSent(chatId: $id) { body } }',
      variables: { id: chat.id },
    };
    await socket.send(subscribe('2', payload));
    await socket.send(subscribe('2', payload));
    await waitFor(() => socket.close !== null);
    expect(socket.close).toBe(4409);
  });

  test('a pong, an unknown completion and a ping harm nobody', async () => {
    const socket = dial();
    await socket.init();
    for (const frame of [{ type: 'pong' }, { id: 'x', type: 'complete' }, { type: 'ping', payload: null }])
      await socket.send(frame);
    await socket.send(subscribe('1'));
    await waitFor(() => socket.messages.some(({ id, type }) => id === '1' && type === 'complete'));
    expect(socket.messages.map(({ type }) => type)).toContain('pong');
  });
});

describe('operations that are not to be had', () => {
  const FIELDS = [
    ['chatEvents', 'chatId', 'cursor'],
    ['messageSent', 'chatId', 'body'],
    ['typingEvents', 'chatId', '__typename'],
    ['badgeEvents', 'workspaceId', '__typename'],
    ['workspaceEvents', 'workspaceId', 'cursor'],
    ['boardEvents', 'boardId', 'cursor'],
    ['presenceEvents', 'workspaceId', '__typename'],
  ] as const;

  test.each(FIELDS)(
    'S66: %s cannot be asked for by patterns, nothing, or what is foreign',
    async (...field) => {
      const [name, argument, selection] = field;
      const foreign = {
        chatId: (await globex.chat()).id,
        workspaceId: globex.id,
        boardId: (await globex.board()).id,
      };
      const good = { chatId: chat.id, workspaceId: acme.id, boardId: (await acme.board()).id }[argument];
      const ids = [
        '',
        '*',
        '?',
        '[a-z]*',
        'chat:*',
        'live.*',
        `${good}*`,
        `${good.slice(0, -1)}?`,
        `${good}\\u0000`,
      ];
      const socket = connect();
      const document = `subscription ($id: ID!) { ${name}(${argument}: $id) { ${selection} } }`;
      const refused = [...ids, foreign[argument]].map((id) => ({
        id,
        stream: socket.subscribe(document, { id }),
      }));
      for (const { id, stream } of refused) {
        await stream.ended();
        expect([id, codesOf(stream)]).toEqual([id, [expect.stringMatching(/^(NOT_FOUND|BAD_USER_INPUT)$/)]]);
      }
      expect(socket.closeCode).toBeNull();
      const redis = new Redis(platform.redis.url);
      const channels = (await redis.pubsub('CHANNELS', '*')) as string[];
      expect(channels.filter((channel) => /[*?[\]\\]/.test(channel))).toEqual([]);
      expect(await redis.pubsub('NUMPAT')).toBe(0);
      redis.disconnect();
    },
  );

  test('cursors of other streams and made up ones are refused, and the socket lives', async () => {
    const socket = connect();
    const [topic, seq] = Buffer.from(chat.cursor, 'base64url').toString().split('@') as [string, string];
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    const foreign = await globex.chat();
    const cursors = [
      ...[
        foreign.cursor,
        '',
        '*',
        'made up',
        'x'.repeat(5000),
        encode(`${topic}@-1`),
        encode(`${topic}@1.5`),
      ],
      ...[
        encode(`${topic}@${seq}0000`),
        encode(`${topic}@9007199254740993`),
        encode(`${topic}@*`),
        encode('*@1'),
      ],
    ];
    for (const after of cursors) {
      const stream = followChat(socket, chat, after);
      await stream.ended();
      expect([after, codesOf(stream)]).toEqual([after, ['BAD_USER_INPUT']]);
    }
    const living = followChat(socket, chat);
    await chat.send(acme.owner, 'still here');
    await living.next(says('still here'));
  });
});

describe('S88: a Redis that anybody may write to', () => {
  const GARBAGE = [
    ...[
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"seq":"1"}',
      '{"seq":null}',
      '{"seq":-1}',
      '{"seq":1.5}',
      '{"seq":1e400}',
    ],
    ...[
      '{"__proto__":{"seq":1}}',
      '{"seq":9007199254740991}',
      `{"topic":"live.*","seq":3}`,
      '\u0000'.repeat(100),
    ],
  ];

  test('garbage and forged doorbells reach nobody, and what is true still arrives', async () => {
    const [secret, own] = [await acme.chat({ visibility: 'PRIVATE' }), await acme.chat()];
    await secret.send(acme.owner, 'a secret');
    const stream = followChat(connect(acme.member.token), own);
    const typing = connect(acme.member.token).subscribe<{ typingEvents: { __typename: string } }>(
      'subscription ($id: ID!) { typingEvents(chatId: $id) { __typename } }',
      { id: chat.id },
    );
    await own.send(acme.owner, 'before');
    await stream.next(says('before'));
    const redis = new Redis(platform.redis.url);
    const topics = ['live.chat:', 'live.typing:'];
    await waitFor(async () => {
      const listened = (await redis.pubsub('CHANNELS', 'live.*')) as string[];
      return topics.every((topic) => listened.some((name) => name.startsWith(topic)));
    });
    const channels = ((await redis.pubsub('CHANNELS', '*')) as string[]).filter((name) =>
      name.startsWith('live.'),
    );
    expect(channels.length).toBeGreaterThan(1);
    const told = { topic: Buffer.from(secret.cursor, 'base64url').toString().split('@')[0], seq: 1000 };
    for (const channel of channels)
      for (const text of [...GARBAGE, JSON.stringify({ ...told, payload: { body: 'forged' } })])
        await redis.publish(channel, text);
    redis.disconnect();
    await own.send(acme.owner, 'after');
    await stream.next(says('after'));
    expect(bodiesOf(stream)).toEqual(['before', 'after']);
    const type = 'mutation ($input: SetTypingInput!) { setTyping(input: $input) { userErrors { code } } }';
    await waitFor(async () => {
      await platform.query(acme.owner.token, type, { input: { chatId: chat.id, isTyping: true } });
      return typing.frames.length > 0;
    });
    expect(typing.isEnded).toBe(false);
  });
});
