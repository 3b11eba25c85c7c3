import { SUBGRAPH_NAMES, VARIABLES, type Config, type Role } from './variables';

export { SUBGRAPH_NAMES, VARIABLES, type Config, type Role, type SubgraphName } from './variables';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the environment, in one message. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads what these roles need, by variable name; throws one ConfigError that names every missing or wrong variable. */
export function readConfig(roles: readonly Role[], env: Environment = process.env): Config {
  const isSubgraph = (role: Role) => (SUBGRAPH_NAMES as readonly string[]).includes(role);
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const needed = roles.some(
      (role) => variable.roles.includes(role) || (isSubgraph(role) && variable.roles.includes('subgraph')),
    );
    if (!needed) continue;
    const text = env[name] || variable.fallback;
    if (text === undefined && variable.isClosedOnly && env.OPEN_GATEWAY === 'true') continue;
    if (text === undefined && roles.every((role) => variable.optionalFor?.includes(role))) continue;
    if (text === undefined) {
      problems.push(`${name} is missing: ${variable.doc}`);
      continue;
    }
    if (variable.isDevelopmentOnly && isProduction(env) && text !== variable.fallback)
      problems.push(`${name} is refused in production: ${variable.doc}`);
    const parsed = variable.schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(
        `${name} is wrong (${parsed.error.issues.map((issue) => issue.message).join(', ')}): ${variable.doc}`,
      );
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values as Config;
}

function isProduction({ NODE_ENV }: Environment): boolean {
  return (NODE_ENV || VARIABLES.NODE_ENV!.fallback) === 'production';
}

/** The process's environment, with defaults for what it leaves open. */
export function processEnvironment(defaults: Environment = {}): Environment {
  const own = Object.entries(process.env).filter(([, value]) => value);
  return { ...defaults, ...Object.fromEntries(own) };
}

/** Keeps @apollo/gateway from sending usage data to its makers; to be called before one is made. */
export function disableApolloTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
}
