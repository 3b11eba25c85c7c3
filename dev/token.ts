import { ConfigError, processEnvironment, readConfig } from '../subgraphs/kit/config';
import { readRunning } from './running';
import { StartError } from './start-error';
import { fetchToken } from './token-client';

const HELP = `Usage: npm run -s token -- <user> [<password>]

Prints an access token of a user of the running platform (npm start), and nothing else. The demo users are alice, bob,
carol and mallory; a demo user's password is the username. DATA_DIR names the platform's data directory.
`;

async function main(args: readonly string[]): Promise<string> {
  if (args.includes('--help') || args.includes('-h')) return HELP;
  const [username, password = username] = args;
  if (!username || !password || args.length > 2) {
    throw new StartError('Name a user: npm run -s token -- alice (--help tells more).');
  }
  const { DATA_DIR } = readConfig(['dev'], processEnvironment({ NODE_ENV: 'development' }));
  const platform = readRunning(DATA_DIR);
  const notRunning = new StartError(`Tributary is not running on ${DATA_DIR}: start it with npm start.`);
  if (!platform) throw notRunning;
  const token = await fetchToken(platform.tokenUrl, username, password).catch((error: unknown) => {
    throw error instanceof StartError ? error : notRunning;
  });
  if (token === null) throw new StartError(`There is no user ${username} with this password.`);
  return `${token}\n`;
}

main(process.argv.slice(2)).then(
  (text) => process.stdout.write(text),
  (error: unknown) => {
    const text = error instanceof ConfigError ? error.problems.join('; ') : (error as Error).message;
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  },
);
