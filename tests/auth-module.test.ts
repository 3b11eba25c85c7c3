import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const ROOT = join(__dirname, '..');

/** The auth module, as the import rules name it. */
const READERS = ['auth-logout.ts', 'auth-token.ts', 'auth-trusts.ts', 'auth.ts', 'jwks.ts', 'origins.ts'];

const READS_IN_ONE_PLACE = 'tokens-are-read-in-one-place';
const GIVEN_THE_CALLER = 'subgraphs-are-given-the-caller';

/** Who imports what, and which rules are to say no. */
const IMPORTS: readonly [who: string, path: string, target: string, rules: string[]][] = [
  ['a resolver that verifies', 'subgraphs/chat/x.resolvers.ts', 'jsonwebtoken', [READS_IN_ONE_PLACE]],
  ['a service that fetches keys', 'subgraphs/task/x.service.ts', 'jwks-rsa', [READS_IN_ONE_PLACE]],
  ['a second reader in the kit', 'subgraphs/kit/x.ts', 'jsonwebtoken', [READS_IN_ONE_PLACE]],
  ['a second reader in the gateway', 'gateway/x.ts', 'jsonwebtoken', [READS_IN_ONE_PLACE]],
  ['a part of the module alone', 'gateway/y.ts', '../subgraphs/kit/auth-token', [READS_IN_ONE_PLACE]],
  ['a subgraph with an authenticator', 'subgraphs/identity/x.service.ts', '../kit/auth', [GIVEN_THE_CALLER]],
  ['a subgraph that signs', 'subgraphs/workflow/x.service.ts', '../kit/service-token', [GIVEN_THE_CALLER]],
  ['the gateway with the module', 'gateway/z.ts', '../subgraphs/kit/auth', []],
  ['the module itself', 'subgraphs/kit/auth-logout.ts', './auth-token', []],
];

let planted: string;
/** The rules that the planted files break, by file. */
const broken = new Map<string, string[]>();
let restricted: Linter.RuleEntry;

beforeAll(async () => {
  planted = mkdtempSync(join(tmpdir(), 'auth-module-'));
  symlinkSync(join(ROOT, 'node_modules'), join(planted, 'node_modules'));
  plant('tsconfig.json', readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
  plant('subgraphs/kit/auth.ts', "export { verifyToken } from './auth-token';");
  plant(
    'subgraphs/kit/auth-token.ts',
    "import jwt from 'jsonwebtoken'; export const verifyToken = jwt.verify;",
  );
  plant('subgraphs/kit/service-token.ts', "import jwt from 'jsonwebtoken'; export const sign = jwt.sign;");
  for (const [, path, target] of IMPORTS)
    plant(path, `import * as used from '${target}'; export const found = used;`);
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const cruised = await run(
    'depcruise',
    ['--config', config, '--output-type', 'json', 'gateway', 'subgraphs'],
    planted,
  );
  for (const { from, rule } of (JSON.parse(cruised) as Cruised).summary.violations)
    broken.set(from, [...(broken.get(from) ?? []), rule.name]);
  const printed = await run('eslint', ['--print-config', 'subgraphs/chat/chat.resolvers.ts'], ROOT);
  restricted = (JSON.parse(printed) as { rules: Linter.RulesRecord }).rules['no-restricted-syntax']!;
});

afterAll(() => rmSync(planted, { recursive: true }));

interface Cruised {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

function plant(path: string, text: string): void {
  mkdirSync(join(planted, path, '..'), { recursive: true });
  writeFileSync(join(planted, path), text);
}

/** What a tool of ours prints; violations are no fault of the tool's. */
function run(tool: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(join(ROOT, 'node_modules', '.bin', tool), args, { cwd, maxBuffer: 1e8 }, (_, stdout) =>
      resolve(stdout),
    );
  });
}

test.each(IMPORTS)('A7: the import rules judge %s', (_, path, __, rules) => {
  expect((broken.get(path) ?? []).filter((name) => /token|caller/.test(name))).toEqual(rules);
});

test.each([
  [
    'a header',
    'export const read = (req: { headers: Record<string, string> }) => req.headers.authorization;',
  ],
  ['a viewer’s header', "export const read = (h: Record<string, string>) => h['x-viewer-authorization'];"],
  [
    'a header, taken apart',
    'export const read = ({ authorization }: Record<string, string>) => authorization;',
  ],
  [
    'an authenticator',
    'export const read = (a: { authenticate(t: string): object }) => a.authenticate("t");',
  ],
])('A7: the linter refuses %s in a resolver', (_, text) => {
  const config = {
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': restricted },
  };
  const messages = new Linter().verify(text, [{ files: ['**/*.ts'], ...config }] as Linter.Config[], 'x.ts');
  expect(messages.map(({ message }) => message)).toEqual([
    'Tokens are read by subgraphs/kit/auth.ts alone: who calls is ctx.principal.',
  ]);
});

test('A7: one module reads tokens, made in one place for the five subgraphs, and one signs', () => {
  const sources = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(ROOT, folder, path), 'utf8') }));
  const all = ['gateway', 'subgraphs', 'schema', 'db'].flatMap(sources);
  const having = (pattern: RegExp) => all.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  const inKit = (names: readonly string[]) => names.map((name) => `subgraphs/kit/${name}`);
  expect(having(/from '(jsonwebtoken|jwks-rsa)'/).sort()).toEqual(
    inKit(['auth-token.ts', 'jwks.ts', 'service-token.ts']),
  );
  expect(having(/\bjwt\.verify\(/)).toEqual(inKit(['auth-token.ts']));
  expect(having(/\bjwt\.sign\(/)).toEqual(inKit(['service-token.ts']));
  expect(having(/\bverifyToken\b/).filter((path) => !inKit(READERS).includes(path))).toEqual([]);
  expect(having(/\bcreateAuthenticator\(/).sort()).toEqual([
    'gateway/server.ts',
    ...inKit(['auth.ts', 'server.ts']),
  ]);
});
