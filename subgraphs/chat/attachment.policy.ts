import type { Refusal } from '../kit/permission';

/** How many files a message may have. */
export const MAX_ATTACHMENTS = 10;
/** For how long the address takes an upload, and one of a file gives it, in milliseconds. */
export const GRANT_MS = 15 * 60_000;
/** For how long a file waits for the message that it is for, in milliseconds. */
export const WAITING_MS = 24 * 60 * 60_000;

const MAX_NAME = 1000;

/** What browsers show without running anything of it. */
const SHOWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** What may be attached. Nothing that a browser would run as a page: no HTML, SVG, XML or script. */
export const CONTENT_TYPES: readonly string[] = [
  ...SHOWN,
  ...['image/heic', 'image/heif', 'image/tiff', 'image/bmp'],
  ...['application/pdf', 'text/plain', 'text/csv', 'text/markdown', 'application/json'],
  ...['application/rtf', 'application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
  ...[`${OFFICE}.wordprocessingml.document`, `${OFFICE}.spreadsheetml.sheet`],
  ...[`${OFFICE}.presentationml.presentation`],
  ...[`${OPEN_DOCUMENT}.text`, `${OPEN_DOCUMENT}.spreadsheet`, `${OPEN_DOCUMENT}.presentation`],
  ...['application/zip', 'application/gzip', 'application/x-7z-compressed', 'application/x-tar'],
  ...['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/wav', 'audio/webm', 'audio/flac'],
  ...['video/mp4', 'video/webm', 'video/ogg', 'video/quicktime'],
];

/** What is about to be uploaded, as the caller says. */
export interface DeclaredFile {
  fileName: string;
  /** Without parameters. */
  contentType: string;
  byteSize: number;
}

/** What is wrong with a file that is about to be uploaded, and which field says it; null when nothing is. */
export function faultOfFile(
  { fileName, contentType, byteSize }: DeclaredFile,
  maxBytes: number,
): { message: string; field: keyof DeclaredFile } | null {
  if (fileName.length < 1 || fileName.length > MAX_NAME)
    return { message: `fileName must have 1 to ${MAX_NAME} characters`, field: 'fileName' };
  if (!CONTENT_TYPES.includes(contentType))
    return { message: faultOfType(contentType), field: 'contentType' };
  if (byteSize < 1 || byteSize > maxBytes)
    return { message: `byteSize must be between 1 and ${maxBytes}`, field: 'byteSize' };
  return null;
}

function faultOfType(contentType: string): string {
  const given = contentType === '' ? 'a file without a type' : `"${contentType.slice(0, 100)}"`;
  return `contentType: ${given} is not attached; pictures, PDF, text, office documents, archives, sound and film are`;
}

/** Whether a file of that type is shown in its place; any other is saved. */
export function isShown(contentType: string): boolean {
  return SHOWN.includes(contentType);
}

/** What is wrong with the files that a message is to have; null when nothing is. */
export function faultOfAttachments(ids: readonly string[]): string | null {
  if (ids.length > MAX_ATTACHMENTS) return `attachmentIds must have at most ${MAX_ATTACHMENTS} entries`;
  return new Set(ids).size < ids.length ? 'attachmentIds must not name a file twice' : null;
}

/** Whether a file may be attached to a message, by whoever uploaded it. */
export function refuseAttaching(file: { uploadedAt: Date | null; messageId: string | null }): Refusal | null {
  if (file.messageId !== null) return { message: 'A message has this file already.', code: 'CONFLICT' };
  if (file.uploadedAt === null) return { message: 'The file has not been uploaded yet.', code: 'CONFLICT' };
  return null;
}
