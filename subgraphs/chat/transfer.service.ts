import { createHash } from 'node:crypto';
import { addAbortSignal, Transform } from 'node:stream';
import { AppError, badInput, conflict, forbidden, notFound } from '../kit/errors';
import { emit } from '../kit/events';
import { STREAM_TIMEOUT_MS, type StreamAnswer, type StreamRequest } from '../kit/http-streams';
import { readGrant } from '../kit/signed-grant';
import { inTransaction } from '../kit/transaction';
import { ATTACHMENT_COLUMNS, keyOf, type AttachmentEntity } from './attachment.entity';
import { dispositionOf, mediaTypeOf } from './attachment.logic';
import { isShown } from './attachment.policy';
import { attachmentSettings, storageOf } from './attachment.service';
import type { ChatContext } from './chat.loaders';
import { placeIn } from './chat.service';

/** A file that is on its way keeps others from its place for longer than it can be. */
const CLAIM_MS = STREAM_TIMEOUT_MS + 60_000;

/** Takes a file by an address that `createAttachment` answered: once, and just what was declared. */
export async function receiveFile(ctx: ChatContext, request: StreamRequest): Promise<StreamAnswer> {
  const id = grantedId(ctx, request, 'upload');
  const attachment = await claim(ctx, id, request);
  const counted = countBytes(attachment.byteSize, attachmentSettings(ctx).idleMs);
  try {
    request.body.once('error', (error) => counted.through.destroy(error));
    addAbortSignal(request.signal, counted.through);
    await storageOf(ctx).put(keyOf(attachment), request.body.pipe(counted.through));
    await recordUpload(ctx, attachment, counted.digest());
  } catch (error) {
    await release(ctx, id);
    throw request.signal.aborted ? tooSlow() : error;
  }
  return { status: 204 };
}

/** Gives a file by an address that `Attachment.url` answered. What it holds is run by no browser. */
export async function giveFile(ctx: ChatContext, request: StreamRequest): Promise<StreamAnswer> {
  const id = grantedId(ctx, request, 'download');
  const attachment = await asSystem(ctx, 'give a file', async ({ tx }) => {
    const [row] = await tx.query<AttachmentEntity>(
      `/* chat.findFile */ SELECT ${ATTACHMENT_COLUMNS} FROM chat.attachment a
       WHERE a.id = $1 AND a.uploaded_at IS NOT NULL AND a.removed_at IS NULL`,
      [id],
    );
    return row ?? null;
  });
  const file = attachment && (await storageOf(ctx).get(keyOf(attachment)));
  if (!file) throw notFound('File');
  const headers = {
    'content-type': attachment.contentType,
    'content-length': String(file.byteSize),
    'content-disposition': dispositionOf(attachment.fileName, isShown(attachment.contentType)),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, max-age=600',
  };
  return { status: 200, headers, body: file.body };
}

function grantedId(ctx: ChatContext, { query }: StreamRequest, use: 'upload' | 'download'): string {
  const { secret } = attachmentSettings(ctx);
  const grant = readGrant(secret, query.grant ?? '', { use, now: ctx.now() });
  if (!grant) throw forbidden('The address is not good, or not any more: ask for a new one.');
  return grant.id;
}

/** Keeps the place for this upload, once what is known of it beforehand is as declared. */
async function claim(ctx: ChatContext, id: string, request: StreamRequest): Promise<AttachmentEntity> {
  return asSystem(ctx, 'begin an upload', async ({ tx }) => {
    const [attachment] = await tx.query<AttachmentEntity>(
      `/* chat.lockFile */ SELECT ${ATTACHMENT_COLUMNS} FROM chat.attachment a
       WHERE a.id = $1 AND a.removed_at IS NULL FOR NO KEY UPDATE`,
      [id],
    );
    if (!attachment) throw notFound('File');
    if (attachment.uploadedAt !== null) throw conflict('The file has been uploaded already.');
    const now = ctx.now();
    if (attachment.claimedUntil !== null && attachment.claimedUntil > now)
      throw conflict('The file is being uploaded.');
    requireDeclared(attachment, request);
    await tx.query('/* chat.claimFile */ UPDATE chat.attachment SET claimed_until = $2 WHERE id = $1', [
      id,
      new Date(now.getTime() + CLAIM_MS),
    ]);
    return attachment;
  });
}

function requireDeclared(declared: AttachmentEntity, { contentType, byteSize }: StreamRequest): void {
  if (contentType === null || mediaTypeOf(contentType) !== declared.contentType)
    throw badInput(`The file must come as ${declared.contentType}, as it was declared.`);
  if (byteSize !== null) requireSize(declared.byteSize, byteSize);
}

function requireSize(declared: number, found: number): void {
  if (found > declared) throw tooLarge(declared);
  if (found < declared) throw badInput(`The file must have ${declared} bytes, as it was declared.`);
}

const tooLarge = (declared: number) =>
  new AppError('PAYLOAD_TOO_LARGE', `The file was declared to have ${declared} bytes, and has more.`);

const tooSlow = () => new AppError('DEADLINE_EXCEEDED', 'The file did not come to its end in time.');

/** Counts and digests what goes through, and breaks off where it is not as long as was declared, or stands still. */
function countBytes(declared: number, idleMs: number): { through: Transform; digest(): string } {
  const hash = createHash('sha256');
  let count = 0;
  const timer = setTimeout(() => through.destroy(tooSlow()), idleMs);
  const through = new Transform({
    transform(chunk: Buffer, _, done) {
      timer.refresh();
      count += chunk.length;
      hash.update(chunk);
      if (count > declared) done(tooLarge(declared));
      else done(null, chunk);
    },
    destroy(error, done) {
      clearTimeout(timer);
      done(error);
    },
    flush(done) {
      clearTimeout(timer);
      try {
        requireSize(declared, count);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  return { through, digest: () => hash.digest('hex') };
}

/** The file is there: from now on it can be attached. Where its place has gone meanwhile, so does the file. */
async function recordUpload(ctx: ChatContext, attachment: AttachmentEntity, sha256: string): Promise<void> {
  const { id } = attachment;
  const isKept = await asSystem(ctx, 'record an upload', async (ctx) => {
    const rows = await ctx.tx.query(
      `/* chat.lockUploaded */ SELECT 1 FROM chat.attachment a
       WHERE a.id = $1 AND a.uploaded_at IS NULL AND a.removed_at IS NULL FOR NO KEY UPDATE`,
      [id],
    );
    if (rows.length === 0) return false;
    const payload = { attachmentId: id, sha256 };
    emit(ctx, { ...placeIn(attachment), type: 'chat.attachment.uploaded', payload });
    return true;
  });
  if (isKept) return;
  await storageOf(ctx).remove(keyOf(attachment));
  throw notFound('File');
}

async function release(ctx: ChatContext, id: string): Promise<void> {
  await asSystem(ctx, 'end an upload', ({ tx }) =>
    tx.query('/* chat.releaseFile */ UPDATE chat.attachment SET claimed_until = NULL WHERE id = $1', [id]),
  );
}

function asSystem<R>(
  ctx: ChatContext,
  reason: string,
  fn: Parameters<typeof inTransaction<ChatContext, R>>[1],
): Promise<R> {
  return inTransaction(ctx, fn, { as: 'system', reason });
}
