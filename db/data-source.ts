import 'reflect-metadata';
import { DataSource } from 'typeorm';

export interface DataSourceOptions {
  /** A postgres:// URL with the login role. */
  url: string;
  /** The most connections. */
  poolSize: number;
  /** Shown in pg_stat_activity. */
  applicationName: string;
  entities?: readonly (new () => object)[];
}

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;

const START_MS = 60_000;
const RETRY_MS = 250;
/** The server cannot be reached or is starting; anything else will not mend itself. */
const NOT_YET = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|ETIMEDOUT|timeout|terminated|57P03/;

/**
 * An initialised data source whose connections are pipelined: statements are sent at once and answered in order.
 * Prepared statements are planned once per connection, whatever their values. Waits up to 5 s for a connection of the
 * pool, and cancels statements after 15 s. Services start in any order: a server that cannot be reached yet is waited
 * for, a minute at most.
 */
export async function createDataSource(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...(options.entities ?? [])],
    applicationName: options.applicationName,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    poolSize: options.poolSize,
    installExtensions: false,
    synchronize: false,
    extra: {
      pipeline: true,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      // Planning a statement costs many times its running: row-level security puts several views into each.
      options: '-c plan_cache_mode=force_generic_plan',
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
      keepAlive: true,
    },
    // An idle connection that breaks is replaced by the pool; the next query tells its caller.
    poolErrorHandler: () => undefined,
  });
  const deadline = Date.now() + START_MS;
  for (;;) {
    try {
      return await dataSource.initialize();
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string };
      if (!NOT_YET.test(`${code} ${message}`) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
