import { MULTIPART, SSE, openStream, type HttpStream, type StreamOptions } from './http-stream';
import { CHAT_EVENTS, bodiesOf, codesOf, says, type ChatEvents } from './live-client';
import type { LiveWorld } from './live-table';
import type { Person, SeededChat } from './seed';
import { waitFor } from './wait';

const WITHOUT_AFTER = `subscription ($chatId: ID!) {
  chatEvents(chatId: $chatId) { cursor event { __typename ... on MessageSent { message { body author { username } } } } }
}`;
const PREFLIGHT = { 'apollo-require-preflight': 'yes' };
const QUERY = '{ viewer { username } }';

/** What only streams over HTTP have: heads, bytes, statuses, `Last-Event-ID`, GET, and whose page asks. */
export function describeHttp(world: () => LiveWorld): void {
  let opened: HttpStream<unknown>[] = [];
  afterEach(async () => {
    for (const stream of opened) stream.close();
    await Promise.all(opened.map((stream) => stream.ended()));
    opened = [];
  });
  const open: Streams['open'] = <D>(
    { token }: { token: string | null },
    operation: { document: string; variables?: Record<string, unknown> },
    options: StreamOptions = { accept: SSE },
  ) => {
    const stream = openStream<D>({ url: world().platform.url, token }, operation, options);
    opened.push(stream);
    return stream;
  };
  const streams: Streams = {
    world,
    open,
    follow: (person, chat, options, after = chat.cursor) =>
      open(person, { document: CHAT_EVENTS, variables: { chatId: chat.id, after } }, options),
    newChat: () => world().acme.chat({ participants: [world().acme.member] }),
    async chatOfThree() {
      const chat = await streams.newChat();
      const { owner } = world().acme;
      for (const body of ['one', 'two', 'three']) await chat.send(owner, body);
      return { chat, owner };
    },
  };
  describe('bytes and resuming', () => testBytes(streams));
  describe('who is served, and how', () => testService(streams));
}

interface Streams {
  world(): LiveWorld;
  open<D = ChatEvents>(
    who: { token: string | null },
    operation: { document: string; variables?: Record<string, unknown> },
    options?: StreamOptions,
  ): HttpStream<D>;
  follow(
    person: Person,
    chat: SeededChat,
    options?: StreamOptions,
    after?: string | null,
  ): HttpStream<ChatEvents>;
  newChat(): Promise<SeededChat>;
  /** A chat of three messages. */
  chatOfThree(): Promise<{ chat: SeededChat; owner: Person }>;
}

/** What keeps a stream open that has nothing to say, in between whatever comes. */
const BEAT = ':\n\n';
const EMPTY_PART = '\r\nContent-Type: application/json\r\n\r\n{}\r\n--graphql';

function testBytes({ world, open, follow, newChat, chatOfThree }: Streams): void {
  test('an event stream is of these bytes, under a head that keeps it from being gathered', async () => {
    const { chat, owner } = { chat: await newChat(), owner: world().acme.owner };
    const stream = follow(owner, chat);
    await chat.send(owner, 'eins: schön 🎉');
    const frame = await stream.next();
    const { cursor } = frame.data.chatEvents;
    expect(stream.text.startsWith(BEAT)).toBe(true);
    expect(stream.text.replaceAll(BEAT, '')).toBe(
      `event: next\nid: ${cursor}\ndata: ${JSON.stringify(frame)}\n\n`,
    );
    expect(stream.status).toBe(200);
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(stream.headers.get('content-encoding')).toBeNull();
  });

  test('a multipart answer is of these bytes: each part comes with the delimiter behind it', async () => {
    const { chat, owner } = { chat: await newChat(), owner: world().acme.owner };
    const stream = follow(owner, chat, { accept: MULTIPART });
    await stream.opened();
    await chat.send(owner, 'eins: schön 🎉');
    const frame = await stream.next();
    expect(stream.headers.get('content-type')).toBe(
      'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
    );
    const part = `\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ payload: frame })}\r\n--graphql`;
    expect(stream.text.replaceAll(EMPTY_PART, '')).toBe(`\r\n--graphql${part}`);
  });

  test.each([
    ['in place of `after`', CHAT_EVENTS, false],
    ['before `after`, which a client that repeats itself sends as at first', CHAT_EVENTS, true],
    ['where the operation has no `after`', WITHOUT_AFTER, false],
  ])('Last-Event-ID resumes %s', async (_, document, hasAfter) => {
    const { chat, owner } = await chatOfThree();
    const first = follow(owner, chat);
    await first.next(says('three'));
    const after = hasAfter ? { after: chat.cursor } : {};
    const options = { accept: SSE, headers: { 'last-event-id': first.ids[0]! } };
    const stream = open(owner, { document, variables: { chatId: chat.id, ...after } }, options);
    await stream.next(says('three'));
    expect(bodiesOf(stream)).toEqual(['two', 'three']);
    expect(stream.ids).toEqual(first.ids.slice(1));
  });

  test('a Last-Event-ID that is no cursor of the topic is refused as `after` is', async () => {
    const [chat, other] = [await newChat(), await newChat()];
    for (const id of ['garbage', other.cursor, '*', '"', Buffer.from('chat:x@1').toString('base64url')]) {
      const stream = follow(
        world().acme.owner,
        chat,
        { accept: SSE, headers: { 'last-event-id': id } },
        null,
      );
      await stream.ended();
      expect(codesOf(stream)).toEqual(['BAD_USER_INPUT']);
    }
    const document = 'subscription ($chatId: ID!) { messageSent(chatId: $chatId) { id } }';
    const options = { accept: SSE, headers: { 'last-event-id': chat.cursor } };
    const plain = open(world().acme.owner, { document, variables: { chatId: chat.id } }, options);
    await plain.ended();
    expect(codesOf(plain)).toEqual(['BAD_USER_INPUT']);
  });
}

function testService({ world, open, follow, newChat, chatOfThree }: Streams): void {
  test('by GET, too, under the rule that keeps pages of elsewhere from asking for queries', async () => {
    const { chat, owner } = await chatOfThree();
    const asked = { accept: SSE, method: 'GET' as const };
    const served = follow(owner, chat, { ...asked, headers: { ...PREFLIGHT, 'content-type': 'text/plain' } });
    await served.next(says('three'));
    const refused = follow(owner, chat, { ...asked, headers: { 'content-type': 'text/plain' } });
    await refused.ended();
    expect(refused.closeCode).toBe(400);
    expect(refused.headers.get('content-type')).toContain('json');
    expect(JSON.stringify(refused.errors)).toContain('CSRF');
    const mutation = open(
      owner,
      { document: 'mutation { revokeAllSessions(input: {}) { revokedCount } }' },
      { ...asked, headers: PREFLIGHT },
    );
    await mutation.ended();
    expect(mutation.closeCode).toBe(405);
    expect(await world().platform.query(owner.token, QUERY)).toMatchObject({ status: 200 });
  });

  test.each([SSE, MULTIPART])('nobody is served without a token that counts: %s', async (accept) => {
    const chat = await newChat();
    for (const token of [
      null,
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.',
      world().platform.token('alice', { lifetimeSeconds: -60 }),
    ]) {
      const stream = open({ token }, { document: CHAT_EVENTS, variables: { chatId: chat.id } }, { accept });
      await stream.ended();
      expect([stream.closeCode, ...codesOf(stream)]).toEqual([401, 'UNAUTHENTICATED']);
      expect(stream.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  test('errors before a multipart stream are told by status, in JSON', async () => {
    const chat = await newChat();
    const { owner } = world().acme;
    const wrong = open(owner, { document: 'subscription { nothing }' }, { accept: MULTIPART });
    const foreign = follow(world().mallory, chat, { accept: MULTIPART }, null);
    await Promise.all([wrong, foreign].map((stream) => stream.ended()));
    expect([wrong.closeCode, ...codesOf(wrong)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect([foreign.closeCode, ...codesOf(foreign)]).toEqual([200, 'NOT_FOUND']);
    expect(wrong.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  test('a subscription that accepts no stream is told what to accept', async () => {
    const chat = await newChat();
    const { status, errors } = await world().platform.query(world().acme.owner.token, CHAT_EVENTS, {
      chatId: chat.id,
    });
    expect(status).toBe(400);
    expect(errors[0]!.message).toContain('text/event-stream');
  });

  test('queries are one event for whoever prefers that, and JSON for whoever only takes it as well', async () => {
    const { owner } = world().acme;
    const data = JSON.stringify({ data: { viewer: { username: owner.username } } });
    const event = open(owner, { document: QUERY });
    await event.ended();
    expect(event.text).toBe(`:\n\nevent: next\ndata: ${data}\n\nevent: complete\ndata:\n\n`);
    for (const accept of ['application/json, text/event-stream', MULTIPART]) {
      const json = open(owner, { document: QUERY }, { accept });
      await json.ended();
      expect(json.text.trim()).toBe(data);
    }
    const wrong = open(owner, { document: '{ nothing }' });
    await wrong.ended();
    expect([wrong.status, ...codesOf(wrong)]).toEqual([200, 'GRAPHQL_VALIDATION_FAILED']);
  });

  test('S37: a page of elsewhere may not read a stream', async () => {
    const chat = await newChat();
    const origin = 'https://elsewhere.example';
    const asked = await fetch(world().platform.url, { method: 'OPTIONS', headers: { origin } });
    const stream = follow(world().acme.owner, chat, { accept: SSE, headers: { origin } });
    await stream.opened();
    for (const headers of [asked.headers, stream.headers])
      expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a gateway that goes away tells streams to come back, and ends none of them for good', async () => {
    const { platform, acme } = world();
    const chat = await newChat();
    const [events, parts] = [SSE, MULTIPART].map((accept) => follow(acme.owner, chat, { accept }));
    await Promise.all([events!, parts!].map((stream) => stream.opened()));
    await platform.stop('gateway');
    await Promise.all([events!, parts!].map((stream) => stream.ended()));
    await platform.start('gateway');
    expect(events!.text).not.toContain('complete');
    expect(codesOf(parts!)).toEqual(['SERVICE_BUSY']);
    expect(parts!.text.endsWith('\r\n--graphql--\r\n')).toBe(true);
    await chat.send(acme.owner, 'Back');
    await waitFor(async () => {
      const again = follow(acme.owner, chat);
      await again.next(says('Back'), 1000);
      return true;
    });
  });
}
