import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { tryFromGlobalId } from '../subgraphs/kit/ids';
import { declared, makeAttachmentClient, picture, type TestFile } from './attachment-client';
import { codeOf, makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededWorkspace } from './seed';

const MAX = 3_000_000;
const MINUTE_MS = 60_000;

let platform: Platform;
let client: ChatClient;
let files: ReturnType<typeof makeAttachmentClient>;
let acme: SeededWorkspace;
let mallory: Person;

beforeAll(async () => {
  platform = await startPlatform({
    variables: { MAX_ATTACHMENT_BYTES: String(MAX), ATTACHMENT_SWEEP_MS: '200' },
  });
  client = makeChatClient(platform);
  files = makeAttachmentClient(platform, client);
  const seed = createSeed(platform);
  acme = await seed.workspace();
  mallory = (await seed.workspace('globex')).owner;
}, 60_000);

/** Time is moved beyond what a token lives. */
beforeEach(() => {
  for (const person of [acme.owner, acme.member, acme.guest, mallory]) {
    person.token = platform.token(person.username);
  }
});

afterAll(() => platform.close());

const errorOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;

describe('D7: upload, attach, fetch', () => {
  test('D7: a file is uploaded, attached and read by the readers of the chat alone', async () => {
    const chat = await acme.chat({ participants: [acme.member], visibility: 'PRIVATE' });
    const file = picture(randomBytes(2_500_000));
    const id = await files.upload(acme.owner, chat.id, file);
    expect((await files.row(id))!.sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'));
    const message = (await files.send(acme.owner, chat, [id], '')).message!;
    expect(message.body).toBe('');
    const [seen] = (await files.of(acme.member, message.id))!;
    expect(seen).toMatchObject({
      id,
      fileName: file.fileName,
      contentType: 'image/png',
      byteSize: 2_500_000,
    });
    const answer = await fetch(seen!.url!);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(file.bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '2500000',
      'content-disposition': `inline; filename="a picture.png"; filename*=UTF-8''a%20picture.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=600',
    });
    for (const person of [acme.guest, mallory]) expect(await files.of(person, message.id)).toBeNull();
    const [event] = await platform.sql<{ ids: string[] }>(
      "SELECT payload -> 'attachmentIds' AS ids FROM event.store WHERE type = 'chat.message.sent' AND payload ->> 'messageId' = $1",
      [tryFromGlobalId('Message', message.id)],
    );
    expect(event!.ids).toEqual([tryFromGlobalId('Attachment', id)]);
  });

  test('D7: an edit takes the words from a message that has files, and from no other', async () => {
    const chat = await acme.chat();
    const id = await files.upload(acme.owner, chat.id, picture());
    const edit = (messageId: string, body: string) =>
      client.mutate(acme.owner, 'editMessage', { messageId, body });
    const { id: withFile } = (await files.send(acme.owner, chat, [id], 'A caption')).message!;
    expect(await edit(withFile, '')).toMatchObject({ userErrors: [], message: { body: '' } });
    expect((await files.of(acme.owner, withFile))!.map((file) => file.id)).toEqual([id]);
    expect(codeOf(await edit(withFile, ' '))).toBe('BAD_USER_INPUT');
    const { id: without } = await client.send(acme.owner, chat.id, 'Words alone');
    expect(codeOf(await edit(without, ''))).toBe('BAD_USER_INPUT');
    expect((await client.messages(acme.owner, chat.id)).map(({ body }) => body)).toEqual(['', 'Words alone']);
  });

  test('D7: what is no picture is saved rather than shown, under a clean name', async () => {
    const chat = await acme.chat();
    const file = {
      fileName: '../x/in\u202evoice.pdf',
      contentType: 'application/pdf',
      bytes: randomBytes(10),
    };
    const id = await files.upload(acme.owner, chat.id, file);
    const { message } = await files.send(acme.owner, chat, [id]);
    const [seen] = (await files.of(acme.owner, message!.id))!;
    expect(seen!.fileName).toBe('invoice.pdf');
    const answer = await fetch(seen!.url!);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="invoice.pdf"/);
    expect((await answer.arrayBuffer()).byteLength).toBe(10);
  });

  test('D7: ten files keep their order, and a page of messages takes one statement for all', async () => {
    const chat = await acme.chat();
    const ids: string[] = [];
    for (let i = 0; i < 11; i++) ids.push(await files.upload(acme.owner, chat.id, picture()));
    expect(codeOf(await files.send(acme.owner, chat, ids))).toBe('BAD_USER_INPUT');
    const ten = ids.slice(0, 10).reverse();
    const { message } = await files.send(acme.owner, chat, ten);
    expect((await files.of(acme.owner, message!.id))!.map(({ id }) => id)).toEqual(ten);
  });

  test('D7: the same key makes one place, and asks for the same file', async () => {
    const chat = await acme.chat();
    const input = { ...declared(chat, picture()), idempotencyKey: 'one-file' };
    const first = await files.create(acme.owner, input);
    const again = await files.create(acme.owner, input);
    expect(again.attachment!.id).toBe(first.attachment!.id);
    expect(again.uploadUrl).not.toBeNull();
    const other = await files.create(acme.owner, { ...input, fileName: 'other.png' });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });
});

describe('D7: what is not as it was declared', () => {
  test.each([
    [{ contentType: 'text/html' }, 'contentType'],
    [{ contentType: 'image/svg+xml' }, 'contentType'],
    [{ contentType: 'nonsense' }, 'contentType'],
    [{ byteSize: MAX + 1 }, 'byteSize'],
    [{ byteSize: 0 }, 'byteSize'],
    [{ byteSize: -1 }, 'byteSize'],
    [{ fileName: '' }, 'fileName'],
    [{ fileName: 'x'.repeat(1001) }, 'fileName'],
  ])('D7: no place is made for %j', async (wrong, field) => {
    const chat = await acme.chat();
    const before = await files.usedBytes(acme.id);
    const made = await files.create(acme.owner, { ...declared(chat, picture()), ...wrong });
    expect(made).toMatchObject({
      ...{ attachment: null, uploadUrl: null, userErrors: [{ code: 'BAD_USER_INPUT', path: [field] }] },
    });
    expect(await files.usedBytes(acme.id)).toBe(before);
  });

  test.each<[string, Partial<TestFile>, number]>([
    ['longer', { bytes: Buffer.alloc(1001) }, 413],
    ['shorter', { bytes: Buffer.alloc(999) }, 400],
    ['of another type', { contentType: 'image/jpeg' }, 400],
  ])('D7: a file that is %s is refused, and the right one still taken', async (_, wrong, status) => {
    const chat = await acme.chat();
    const file = picture();
    const { attachment, uploadUrl } = await files.create(acme.owner, declared(chat, file));
    expect((await files.put(uploadUrl!, { ...file, ...wrong })).status).toBe(status);
    expect(codeOf(await files.send(acme.owner, chat, [attachment!.id]))).toBe('CONFLICT');
    expect((await files.put(uploadUrl!, file)).status).toBe(204);
    expect(codeOf(await files.send(acme.owner, chat, [attachment!.id]))).toBeNull();
  });

  test('D7: a file that does not say its length is cut off where it grows beyond what was declared', async () => {
    const chat = await acme.chat();
    const { attachment, uploadUrl } = await files.create(acme.owner, declared(chat, picture()));
    const body = Readable.from(
      (function* () {
        for (let i = 0; i < 100; i++) yield Buffer.alloc(65_536);
      })(),
    );
    const answer = await fetch(uploadUrl!, {
      ...{ method: 'PUT', body: body as never, duplex: 'half', headers: { 'content-type': 'image/png' } },
    }).catch(() => null);
    expect(answer?.status).toBe(413);
    expect((await files.row(attachment!.id))!.sha256).toBeNull();
    expect(files.kept()).not.toContain(tryFromGlobalId('Attachment', attachment!.id));
  });

  test('D7: a file comes once, also when it comes five times at once', async () => {
    const chat = await acme.chat();
    const file = picture(randomBytes(500_000));
    const { attachment, uploadUrl } = await files.create(acme.owner, declared(chat, file));
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => files.put(uploadUrl!, { ...file, bytes: file.bytes })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
    const other = await files.put(uploadUrl!, { ...file, bytes: randomBytes(500_000) });
    expect([other.status, await errorOf(other)]).toEqual([409, 'CONFLICT']);
    expect((await files.row(attachment!.id))!.sha256).toBe(
      createHash('sha256').update(file.bytes).digest('hex'),
    );
  });

  test('D7: addresses are good for what they are for, for a quarter of an hour', async () => {
    const chat = await acme.chat();
    const file = picture();
    const { attachment, uploadUrl } = await files.create(acme.owner, declared(chat, file));
    const forged = [
      uploadUrl!.replace(/grant=./, 'grant=X'),
      `${uploadUrl!}A`,
      uploadUrl!.replace(/\?.*/, ''),
      uploadUrl!.replace(/grant=.*/, 'grant=e30.e30'),
    ];
    for (const url of forged) {
      const answer = await files.put(url, file);
      expect([answer.status, await errorOf(answer)]).toEqual([403, 'FORBIDDEN']);
    }
    expect((await fetch(uploadUrl!.replace('/upload', '/download'))).status).toBe(403);
    expect((await files.put(uploadUrl!, file)).status).toBe(204);
    const { message } = await files.send(acme.owner, chat, [attachment!.id]);
    const url = (await files.of(acme.owner, message!.id))![0]!.url!;
    expect((await files.put(url.replace('/download', '/upload'), file)).status).toBe(403);
    expect((await fetch(url)).status).toBe(200);
    const late = await files.create(acme.owner, declared(chat, file));
    platform.clock.advance(16 * MINUTE_MS);
    expect((await fetch(url)).status).toBe(403);
    expect((await files.put(late.uploadUrl!, file)).status).toBe(403);
  });
});

describe('D7: whose files messages take', () => {
  test("D7: another's, another chat's, one not uploaded, one twice: each its code, and nothing changes", async () => {
    const chat = await acme.chat({ participants: [acme.member] });
    const other = await acme.chat({ participants: [acme.member] });
    const mine = await files.upload(acme.owner, chat.id, picture());
    const theirs = await files.upload(acme.member, chat.id, picture());
    const elsewhere = await files.upload(acme.owner, other.id, picture());
    const waiting = (await files.create(acme.owner, declared(chat, picture()))).attachment!.id;
    const before = await client.messages(acme.owner, chat.id);
    for (const [ids, code] of [
      [[mine, theirs], 'NOT_FOUND'],
      [[mine, elsewhere], 'NOT_FOUND'],
      [[mine, mine.replace(/.{4}$/, '0000')], 'NOT_FOUND'],
      [[mine, waiting], 'CONFLICT'],
      [[mine, mine], 'BAD_USER_INPUT'],
      [[mine, 'nonsense'], 'BAD_USER_INPUT'],
      [[mine, chat.id], 'BAD_USER_INPUT'],
    ] as const) {
      expect(codeOf(await files.send(acme.owner, chat, [...ids]))).toBe(code);
    }
    expect(codeOf(await files.send(acme.owner, chat, [], ''))).toBe('BAD_USER_INPUT');
    expect(await client.messages(acme.owner, chat.id)).toEqual(before);
    expect((await files.row(mine))!.message_id).toBeNull();
    expect(codeOf(await files.send(acme.owner, chat, [mine]))).toBeNull();
    expect(codeOf(await files.send(acme.owner, chat, [mine]))).toBe('CONFLICT');
  });

  test('D7: ten messages at once take a file once', async () => {
    const chat = await acme.chat();
    const id = await files.upload(acme.owner, chat.id, picture());
    const codes = await Promise.all(
      Array.from({ length: 10 }, async () => codeOf(await files.send(acme.owner, chat, [id]))),
    );
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(9);
  });

  test('D7: readers, visitors, guests and foreigners upload nothing, nor anybody into a closed chat', async () => {
    const chat = await acme.chat({ participants: [acme.member, acme.guest] });
    const there = { chatId: chat.id, userId: acme.member.id };
    const codeFor = async (person: Person) =>
      (await files.create(person, declared(chat, picture()))).userErrors[0]?.code ?? null;
    await client.mutate(acme.owner, 'updateChatParticipant', { ...there, role: 'READER' });
    expect([await codeFor(acme.member), await codeFor(acme.guest), await codeFor(mallory)]).toEqual([
      ...['FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
    ]);
    await client.mutate(acme.member, 'removeChatParticipant', there);
    expect(await codeFor(acme.member)).toBe('FORBIDDEN');
    await client.mutate(acme.owner, 'closeChat', { chatId: chat.id });
    expect(await codeFor(acme.owner)).toBe('FORBIDDEN');
  });
});
