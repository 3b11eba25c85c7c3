import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tryFromGlobalId } from '../subgraphs/kit/ids';
import { declared, makeAttachmentClient, picture } from './attachment-client';
import { codeOf, makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

const MAX = 3_000_000;
const MINUTE_MS = 60_000;

let platform: Platform;
let client: ChatClient;
let files: ReturnType<typeof makeAttachmentClient>;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform({
    variables: { MAX_ATTACHMENT_BYTES: String(MAX), ATTACHMENT_SWEEP_MS: '200' },
  });
  client = makeChatClient(platform);
  files = makeAttachmentClient(platform, client);
  const seed = createSeed(platform);
  acme = await seed.workspace();
}, 60_000);

/** Time is moved beyond what a token lives. */
beforeEach(() => {
  acme.owner.token = platform.token(acme.owner.username);
});

afterAll(() => platform.close());

describe('D7: room, and what goes', () => {
  const setLimit = async (limit: number | null) => {
    const { data } = await platform.query<{ setWorkspaceQuota: { quota: { limit: number } } }>(
      platform.token('root'),
      'mutation ($input: SetWorkspaceQuotaInput!) { setWorkspaceQuota(input: $input) { quota { limit } } }',
      { input: { workspaceId: acme.id, kind: 'MAX_STORAGE_MB', limit } },
    );
    expect(data.setWorkspaceQuota.quota.limit).toBe(limit ?? 10_240);
  };

  test('D7: a workspace uses as much room as it may, also at once, and gets it back', async () => {
    const chat = await acme.chat();
    const base = await files.usedBytes(acme.id);
    await setLimit(Math.ceil(base / 1_000_000) + 4);
    const room = (Math.ceil(base / 1_000_000) + 4) * 1_000_000 - base;
    const file = picture(randomBytes(Math.floor(room / 4)));
    const made = await Promise.all(
      Array.from({ length: 8 }, () => files.create(acme.owner, declared(chat, file))),
    );
    expect(made.filter(({ attachment }) => attachment !== null)).toHaveLength(4);
    const refused = made.find(({ attachment }) => attachment === null)!;
    expect(refused.userErrors).toMatchObject([{ __typename: 'QuotaError', code: 'QUOTA_EXCEEDED' }]);
    expect(await files.usedBytes(acme.id)).toBeLessThanOrEqual(base + room);

    const one = made.find(({ attachment }) => attachment !== null)!;
    expect((await files.put(one.uploadUrl!, file)).status).toBe(204);
    const { message } = await files.send(acme.owner, chat, [one.attachment!.id]);
    const url = (await files.of(acme.owner, message!.id))![0]!.url!;
    const key = tryFromGlobalId('Attachment', one.attachment!.id)!;
    expect(files.kept()).toContain(key);
    const used = await files.usedBytes(acme.id);
    await client.mutate(acme.owner, 'deleteMessage', { messageId: message!.id });
    expect(await files.of(acme.owner, message!.id)).toEqual([]);
    expect((await fetch(url)).status).toBe(404);
    await waitFor(async () => (await files.row(one.attachment!.id)) === null, {
      what: 'the file to be removed',
    });
    expect(files.kept()).not.toContain(key);
    expect(await files.usedBytes(acme.id)).toBe(used - file.bytes.length);
    expect((await files.create(acme.owner, declared(chat, file))).userErrors).toEqual([]);
    await setLimit(null);
  });

  test('D7: what no message got within a day goes, and the room with it', async () => {
    const chat = await acme.chat();
    const waiting = await files.upload(acme.owner, chat.id, picture());
    const attached = await files.upload(acme.owner, chat.id, picture());
    await files.send(acme.owner, chat, [attached]);
    const empty = (await files.create(acme.owner, declared(chat, picture()))).attachment!.id;
    platform.clock.advance(24 * 60 * MINUTE_MS + MINUTE_MS);
    acme.owner.token = platform.token(acme.owner.username);
    expect(codeOf(await files.send(acme.owner, chat, [waiting]))).toBe('NOT_FOUND');
    platform.clock.advance(30 * MINUTE_MS);
    for (const id of [waiting, empty])
      await waitFor(async () => (await files.row(id)) === null, { what: 'the files to be removed' });
    expect(files.kept()).not.toContain(tryFromGlobalId('Attachment', waiting));
    expect(files.kept()).toContain(tryFromGlobalId('Attachment', attached));
    expect(await files.row(attached)).not.toBeNull();
  });

  test('D7: with a deleted chat go its files, attached or not, and the room comes back', async () => {
    const chat = await acme.chat();
    const used = await files.usedBytes(acme.id);
    const attached = await files.upload(acme.owner, chat.id, picture());
    const waiting = await files.upload(acme.owner, chat.id, picture());
    const coming = await files.create(acme.owner, declared(chat, picture()));
    const { message } = await files.send(acme.owner, chat, [attached]);
    const url = (await files.of(acme.owner, message!.id))![0]!.url!;
    expect(codeOf(await client.mutate(acme.owner, 'deleteChat', { chatId: chat.id }))).toBeNull();
    expect((await fetch(url)).status).toBe(404);
    expect((await files.put(coming.uploadUrl!, picture())).status).toBe(404);
    for (const id of [attached, waiting, coming.attachment!.id])
      await waitFor(async () => (await files.row(id)) === null, { what: 'the files to be removed' });
    for (const id of [attached, waiting])
      expect(files.kept()).not.toContain(tryFromGlobalId('Attachment', id));
    expect(await files.usedBytes(acme.id)).toBe(used);
  });

  test('D7: with an erased workspace go its files', async () => {
    const gone = await createSeed(platform).workspace('gone-soon');
    const chat = await gone.chat();
    await files.upload(gone.owner, chat.id, picture());
    const folder = join(platform.wiring.attachmentDir, tryFromGlobalId('Workspace', gone.id)!);
    expect(readdirSync(folder)).toHaveLength(1);
    const { data } = await platform.query<{ workspace: { slug: string } }>(
      gone.owner.token,
      'query ($id: ID!) { workspace(id: $id) { slug } }',
      { id: gone.id },
    );
    await platform.query(
      gone.owner.token,
      'mutation ($input: DeleteWorkspaceInput!) { deleteWorkspace(input: $input) { userErrors { code } } }',
      { input: { workspaceId: gone.id, confirmSlug: data.workspace.slug } },
    );
    await waitFor(() => readdirSync(folder).length === 0, { what: 'the erasure', timeoutMs: 30_000 });
  });
});
