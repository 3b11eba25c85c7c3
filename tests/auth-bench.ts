import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { startIssuer, type Issuer } from '../dev/issuer';
import { createAuthenticator, type Authenticator, type AuthOptions } from '../subgraphs/kit/auth';

/** An issuer and authenticators that share a clock, without a platform around them. */
export interface AuthBench {
  issuer: Issuer;
  /** What was logged. */
  lines: Record<string, unknown>[];
  now(): Date;
  advance(seconds: number): void;
  startIssuer(): Promise<Issuer>;
  authenticator(options?: Partial<AuthOptions>): Authenticator;
  close(): Promise<void>;
}

/** Starts a bench. */
export async function startAuthBench(): Promise<AuthBench> {
  const lines: Record<string, unknown>[] = [];
  let clock = new Date();
  const now = () => clock;
  const start = () =>
    startIssuer({ port: 0, host: '127.0.0.1', realmFile: join(__dirname, '../dev/realm.json'), now });
  const issuer = await start();
  const made: Authenticator[] = [];
  return {
    issuer,
    lines,
    now,
    advance: (seconds) => (clock = new Date(clock.getTime() + seconds * 1000)),
    startIssuer: start,
    authenticator(options = {}) {
      const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(JSON.parse(line) as never) });
      const authenticator = createAuthenticator({
        issuer: issuer.url,
        jwksUrl: issuer.jwksUrl,
        audience: 'tributary-api',
        clients: ['tributary-web'],
        internalJwksUrls: {},
        log,
        now,
        ...options,
      });
      made.push(authenticator);
      return authenticator;
    },
    async close() {
      for (const authenticator of made) authenticator.close();
      await issuer.close();
    },
  };
}

/** A server for key sets whose answer the test decides. */
export async function startKeyServer(answer: () => { status?: number; body: string }) {
  let fetches = 0;
  const server = createServer((_, response) => {
    fetches++;
    const { status = 200, body } = answer();
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/keys`,
    fetches: () => fetches,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
