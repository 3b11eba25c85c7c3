import { ConfigError, readConfig } from '../subgraphs/kit/config';
import { createLogger } from '../subgraphs/kit/logger';
import { toGatewayConfig } from './config';
import { createGateway } from './server';

/** Starts the gateway alone, from the environment, and stops it on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const settings = readConfig(['gateway']) as Record<string, unknown>;
  const log = createLogger('gateway', settings.LOG_LEVEL as string);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection was not handled'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'the process cannot go on');
    process.exit(1);
  });
  const gateway = await createGateway(toGatewayConfig(settings, log));
  log.info({ url: gateway.url, wsUrl: gateway.wsUrl }, 'ready');
  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'closing');
    gateway.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const message =
    error instanceof ConfigError ? error.message : `The gateway cannot start: ${(error as Error).message}`;
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
