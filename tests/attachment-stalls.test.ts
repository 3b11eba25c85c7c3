import { randomBytes } from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tryFromGlobalId } from '../subgraphs/kit/ids';
import { declared, makeAttachmentClient, picture } from './attachment-client';
import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let files: ReturnType<typeof makeAttachmentClient>;
let acme: SeededWorkspace;
const sockets: Socket[] = [];

beforeAll(async () => {
  platform = await startPlatform({ variables: { STREAM_IDLE_MS: '1000' } });
  client = makeChatClient(platform);
  files = makeAttachmentClient(platform, client);
  acme = await platform.seed.workspace();
}, 60_000);

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await platform.close();
});

/** Sends the head of a request, and what is behind it, over a connection of its own. */
function request(method: string, address: string, headers: string[] = [], body: Buffer = Buffer.alloc(0)) {
  const { hostname, port, pathname, search } = new URL(address);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  // Whoever is cut off may be told so by the connection alone.
  socket.on('error', () => undefined);
  socket.write([`${method} ${pathname}${search} HTTP/1.1`, 'Host: files', ...headers, '', ''].join('\r\n'));
  socket.write(body);
  return socket;
}

test('D7: an upload that stands still is broken off with 408, and the file can be sent again', async () => {
  const chat = await acme.chat();
  const file = picture();
  const { attachment, uploadUrl } = await files.create(acme.owner, declared(chat, file));
  const half = file.bytes.subarray(0, 500);
  const socket = request(
    'PUT',
    uploadUrl!,
    [`Content-Type: ${file.contentType}`, 'Content-Length: 1000'],
    half,
  );
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  await waitFor(() => answer.includes('DEADLINE_EXCEEDED'), { what: 'the answer' });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(files.kept()).toEqual([]);
  expect((await files.put(uploadUrl!, file)).status).toBe(204);
  expect((await files.row(attachment!.id))!.sha256).not.toBeNull();
});

test('D7: whoever fetches a file without reading it keeps it open for no longer than it may stand still', async () => {
  const chat = await acme.chat();
  // More than connections hold.
  const file = picture(randomBytes(24_000_000));
  const id = await files.upload(acme.owner, chat.id, file);
  const { message } = await files.send(acme.owner, chat, [id]);
  const { url } = (await files.of(acme.owner, message!.id))![0]!;
  const path = tryFromGlobalId('Attachment', id)!;
  const isOpen = () =>
    readdirSync('/proc/self/fd').some((descriptor) => {
      try {
        return readlinkSync(`/proc/self/fd/${descriptor}`).endsWith(path);
      } catch {
        return false;
      }
    });
  request('GET', url!);
  await waitFor(isOpen, { what: 'the file to be read' });
  await waitFor(() => !isOpen(), { what: 'the file to be closed' });
});
