import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import type { BodyError } from './replies';

/** Reads the JSON of a request; rejects with a BodyError. */
export type ReadJson = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>;

/** Makes what reads bodies of at most so many bytes, unpacked. */
export function createJsonReader(maxBytes: number): ReadJson {
  const parseAny = express.json({ limit: maxBytes }) as unknown as Middleware;
  return (req: Packed, res) => {
    if (isPlain(req, maxBytes)) return readPlain(req);
    return new Promise((resolve, reject) => {
      parseAny(req, res, (error?: BodyError) => {
        if (error) reject(error);
        else resolve(req.body);
      });
    });
  };
}

type Packed = IncomingMessage & { body?: unknown };
type Middleware = (req: Packed, res: ServerResponse, next: (error?: BodyError) => void) => void;

/** Whether a body comes as it is, and is of a length that it says and may have. */
function isPlain({ headers }: IncomingMessage, maxBytes: number): boolean {
  const length = Number(headers['content-length']);
  const encoding = headers['content-encoding'];
  return length > 0 && length <= maxBytes && (encoding === undefined || encoding === 'identity');
}

function readPlain(req: IncomingMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => void chunks.push(chunk));
    req.on('end', () => {
      try {
        resolve(parseObject(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
      } catch (error) {
        reject(Object.assign(error as Error, { status: 400 }));
      }
    });
    req.on('error', (error) => reject(Object.assign(error, { status: 400 })));
  });
}

/** JSON that is an object or a list, as body-parser is strict about it. */
function parseObject(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (typeof value !== 'object' || value === null) throw new SyntaxError('neither an object nor a list');
  return value;
}
