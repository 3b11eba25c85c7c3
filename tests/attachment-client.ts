import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tryFromGlobalId } from '../subgraphs/kit/ids';
import type { ChatClient } from './chat-client';
import type { Platform } from './platform';
import type { Person, SeededChat } from './seed';

export interface Attachment {
  id: string;
  fileName: string;
  contentType: string;
  byteSize: number;
  isUploaded: boolean;
  url: string | null;
}
interface Refusal {
  __typename: string;
  code: string;
  path: string[] | null;
  limit?: number;
  used?: number;
}
interface Made {
  attachment: Attachment | null;
  uploadUrl: string | null;
  userErrors: Refusal[];
}

/** What is uploaded, and how it is declared. */
export interface TestFile {
  fileName: string;
  contentType: string;
  bytes: Buffer;
}

const FILE = 'id fileName contentType byteSize isUploaded url';

export const picture = (bytes = randomBytes(1000)): TestFile => ({
  ...{ fileName: 'a picture.png', contentType: 'image/png', bytes },
});
export const declared = (chat: SeededChat, { fileName, contentType, bytes }: TestFile) => ({
  ...{ chatId: chat.id, fileName, contentType, byteSize: bytes.length },
});

/** What tests of attachments do through the gateway. */
export function makeAttachmentClient(platform: Platform, client: ChatClient) {
  const create = async (person: Person, input: Record<string, unknown>): Promise<Made> => {
    const { data, errors } = await platform.query<{ createAttachment: Made }>(
      person.token,
      `mutation ($input: CreateAttachmentInput!) { createAttachment(input: $input) {
         attachment { ${FILE} } uploadUrl userErrors { __typename code path ... on QuotaError { limit used } } } }`,
      { input },
    );
    expect(errors).toEqual([]);
    return data.createAttachment;
  };
  const put = (url: string, { bytes, contentType }: Pick<TestFile, 'bytes' | 'contentType'>) =>
    fetch(url, {
      method: 'PUT',
      headers: { 'content-type': contentType, connection: 'close' },
      body: new Uint8Array(bytes),
    });
  return {
    create,
    put,
    /** Sends a message with files. */
    send: (person: Person, chat: SeededChat, attachmentIds: string[], body = 'See this') =>
      client.mutate(person, 'sendMessage', { chatId: chat.id, body, attachmentIds }),
    /** The names of the files that are kept. */
    kept: () =>
      readdirSync(platform.wiring.attachmentDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name),
    /** What is stored of an attachment. */
    async row(id: string): Promise<{ sha256: string | null; message_id: string | null } | null> {
      const [row] = await platform.sql<{ sha256: string | null; message_id: string | null }>(
        'SELECT sha256, message_id FROM chat.attachment WHERE id = $1',
        [tryFromGlobalId('Attachment', id)],
      );
      return row ?? null;
    },
    /** How many bytes a workspace has used of its room. */
    async usedBytes(workspaceId: string): Promise<number> {
      const [row] = await platform.sql<{ used: string | null }>(
        "SELECT sum(used) AS used FROM access.quota_usage WHERE kind = 'MAX_STORAGE_MB' AND workspace_id = $1",
        [tryFromGlobalId('Workspace', workspaceId)],
      );
      return Number(row?.used ?? 0);
    },
    /** An uploaded file's id. */
    async upload(person: Person, chatId: string, file: TestFile): Promise<string> {
      const { fileName, contentType, bytes } = file;
      const { attachment, uploadUrl, userErrors } = await create(person, {
        ...{ chatId, fileName, contentType, byteSize: bytes.length },
      });
      expect(userErrors).toEqual([]);
      const answer = await put(uploadUrl!, file);
      expect(answer.status).toBe(204);
      return attachment!.id;
    },
    /** The attachments of a message; null for whoever does not see it. */
    async of(person: Person, messageId: string): Promise<Attachment[] | null> {
      const { data, errors } = await platform.query<{ node: { attachments: Attachment[] } | null }>(
        person.token,
        `query ($id: ID!) { node(id: $id) { ... on Message { attachments { ${FILE} } } } }`,
        { id: messageId },
      );
      expect(errors).toEqual([]);
      return data.node?.attachments ?? null;
    },
  };
}
