import { generateKeyPair, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, toStartError } from './start-error';

/** The parts of the platform that sign internal tokens, each with a key of its own. */
export const SIGNERS = ['gateway', 'identity', 'worker'] as const;
export type Signer = (typeof SIGNERS)[number];

/** By signer, the file with its RSA private key; and the secrets by which identity recognises API keys and chat signs addresses of files. */
export type KeyFiles = Record<Signer, string> & { apiKeySecret: string; attachmentSecret: string };

const generate = promisify(generateKeyPair);

/** The keys of the internal signers, `keys/<signer>.pem`, and the secrets, made at the first start and readable by us alone. */
export async function ensureKeys(dataDir: string): Promise<KeyFiles> {
  const folder = join(dataDir, 'keys');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const files = await Promise.all(SIGNERS.map((signer) => ensureKey(join(folder, `${signer}.pem`))));
    const bySigner = Object.fromEntries(SIGNERS.map((signer, i) => [signer, files[i]!]));
    return {
      ...(bySigner as Record<Signer, string>),
      apiKeySecret: ensureSecret(join(folder, 'api-key-secret')),
      attachmentSecret: ensureSecret(join(folder, 'attachment-secret')),
    };
  } catch (error) {
    throw toStartError(error, `Cannot keep keys in ${folder}`);
  }
}

function ensureSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const secret = randomBytes(32).toString('hex');
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}

async function ensureKey(file: string): Promise<string> {
  try {
    readFileSync(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const { privateKey } = await generate('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    writeFileSync(file, privateKey, { mode: 0o600 });
  }
  return file;
}
