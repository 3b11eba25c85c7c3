import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const stored = z.object({
  signing: z.array(z.object({ kid: z.string(), pem: z.string() })).min(1),
  encryption: z.object({ kid: z.string(), pem: z.string() }),
  refreshSecret: z.string(),
  endedSessions: z.record(z.string(), z.number()),
});
type Stored = z.infer<typeof stored>;

export interface IssuerKey {
  kid: string;
  key: KeyObject;
}

/** The issuer's keys and ended sessions, kept in a file so that tokens survive a restart. */
export interface IssuerKeys {
  /** Signs new tokens. */
  active(): IssuerKey;
  encryption(): IssuerKey;
  find(kid: string): KeyObject | null;
  jwks(): { keys: object[] };
  /** Signs with a new key from now on; tokens by the earlier ones stay valid. */
  rotate(): Promise<void>;
  /** Withdraws every signing key but the active one. */
  retire(): void;
  refreshSecret: Buffer;
  /** Ends a session; it is remembered until then (seconds since the epoch). */
  endSession(sid: string, until: number): void;
  isEnded(sid: string): boolean;
}

/** Opens the key file, or makes the keys; without a file they live as long as the process. */
export async function openKeys(file: string | undefined, now: () => Date): Promise<IssuerKeys> {
  const state = (file && readState(file)) || (await newState());
  const loaded = new Map<string, KeyObject>();
  const load = ({ kid, pem }: { kid: string; pem: string }): IssuerKey => {
    const key = loaded.get(kid) ?? createPrivateKey(pem);
    loaded.set(kid, key);
    return { kid, key };
  };
  const save = () => file && writeState(file, state);
  save();
  return {
    active: () => load(state.signing[0]!),
    encryption: () => load(state.encryption),
    find: (kid) => {
      const entry = state.signing.find((key) => key.kid === kid);
      return entry ? createPublicKey(load(entry).key) : null;
    },
    jwks: () => ({
      keys: [
        ...state.signing.map((entry) => toJwk(load(entry), 'sig', 'RS256')),
        toJwk(load(state.encryption), 'enc', 'RSA-OAEP'),
      ],
    }),
    async rotate() {
      state.signing.unshift(await newKey());
      save();
    },
    retire() {
      state.signing.splice(1);
      save();
    },
    refreshSecret: Buffer.from(state.refreshSecret, 'base64'),
    endSession(sid, until) {
      const seconds = now().getTime() / 1000;
      const lasting = Object.entries(state.endedSessions).filter(([, end]) => end >= seconds);
      state.endedSessions = { ...Object.fromEntries(lasting), [sid]: until };
      save();
    },
    isEnded: (sid) => Object.hasOwn(state.endedSessions, sid),
  };
}

function toJwk({ kid, key }: IssuerKey, use: string, alg: string): object {
  return { kid, alg, use, ...createPublicKey(key).export({ format: 'jwk' }) };
}

async function newKey(): Promise<{ kid: string; pem: string }> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { kid: randomBytes(32).toString('base64url'), pem: privateKey };
}

async function newState(): Promise<Stored> {
  const [signing, encryption] = await Promise.all([newKey(), newKey()]);
  return {
    signing: [signing],
    encryption,
    refreshSecret: randomBytes(64).toString('base64'),
    endedSessions: {},
  };
}

function readState(file: string): Stored | null {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`The issuer's key file ${file} cannot be read; remove it to start with new keys.`, {
      cause: error,
    });
  }
}

function writeState(file: string, state: Stored): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
