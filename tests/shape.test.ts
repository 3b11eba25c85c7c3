import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '..');
const SUBGRAPHS = ['identity', 'workspace', 'chat', 'task', 'workflow'];
/** The folders that may hold folders, with those that they may hold. */
const NESTING: Record<string, readonly string[]> = {
  gateway: ['execute', 'live'],
  examples: ['live'],
  subgraphs: [...SUBGRAPHS, 'kit'],
  'subgraphs/workflow': ['nodes'],
  schema: ['generated'],
  db: ['migrations'],
};
const CODE = ['gateway', 'subgraphs', 'schema', 'db', 'dev', 'tests', 'bench', 'examples'];
const ROLES = ['entity', 'policy', 'logic', 'projection', 'service', 'resolvers'];

/** Files that one subgraph has beyond the shape: workflow's interpreter, which runs graphs on the durable engine. */
const EXTRA: Record<string, string> = { workflow: '|engine(\\.[a-z]+)?' };

interface Entry {
  path: string;
  isFolder: boolean;
}

function walk(folder: string): Entry[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [{ path, isFolder: true }, ...walk(path)] : [{ path, isFolder: false }];
  });
}

const entries = CODE.flatMap((folder) => walk(folder));
const files = entries.filter((entry) => !entry.isFolder).map((entry) => entry.path);
const sources = files.filter((path) => path.endsWith('.ts'));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function namesIn(folder: string): string[] {
  return files.filter(
    (path) => relative(folder, path).split('/').length === 1 && path.startsWith(`${folder}/`),
  );
}

describe('the shape of the folders', () => {
  test('folders are nested no deeper than the list says', () => {
    const folders = entries.filter((entry) => entry.isFolder).map((entry) => entry.path);
    const surplus = folders.filter((path) => {
      const parent = path.slice(0, path.lastIndexOf('/'));
      return !NESTING[parent]?.includes(path.slice(parent.length + 1));
    });
    expect(surplus).toEqual([]);
  });

  test.each(SUBGRAPHS)('%s has the one shape of a subgraph', (name) => {
    const allowed = new RegExp(
      `^(index|${name}\\.(loaders|reactions)|[a-z][a-z-]*\\.(${ROLES.join('|')})|[a-z][a-z-]*\\.(policy|logic)\\.test${EXTRA[name] ?? ''})\\.ts$`,
    );
    const names = namesIn(`subgraphs/${name}`).map((path) => path.slice(path.lastIndexOf('/') + 1));
    expect(names.filter((file) => !allowed.test(file))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['index.ts', `${name}.loaders.ts`]));
  });

  test('each projection, service and resolver belongs to an aggregate that has more than one role', () => {
    const lonely = SUBGRAPHS.flatMap((name) => {
      const names = namesIn(`subgraphs/${name}`).map((path) => path.slice(path.lastIndexOf('/') + 1));
      const stems = names
        .filter((file) => file.endsWith('.projection.ts'))
        .map((file) => file.split('.')[0]!);
      return stems.filter(
        (stem) =>
          !names.some((file) => file.startsWith(`${stem}.entity`) || file.startsWith(`${stem}.service`)),
      );
    });
    expect(lonely).toEqual([]);
  });

  test('only policies and logic are tested beside their files', () => {
    const tests = sources.filter((path) => path.endsWith('.test.ts') && !path.startsWith('tests/'));
    const allowed =
      /(\.(policy|logic)\.test\.ts$)|^subgraphs\/workflow\/nodes\/|^gateway\/.*\.logic\.test\.ts$/;
    expect(tests.filter((path) => !allowed.test(path))).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const long = sources
      .filter((path) => !/^(schema\/generated|db\/migrations)\//.test(path))
      .map((path) => ({ path, lines: read(path).split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  test('names of files are plain: no utils, helpers, common or manager, no capitals', () => {
    const vague = sources.filter((path) => /(^|[/.-])(utils?|helpers?|common|manager)[.-]/.test(path));
    expect(vague).toEqual([]);
    const capital = sources.filter(
      (path) => !path.startsWith('subgraphs/workflow/nodes/') && /[A-Z]/.test(path),
    );
    expect(capital).toEqual([]);
  });

  test('no subgraph imports another, and the gateway imports none', () => {
    const offences = sources.flatMap((path) => {
      const home = /^subgraphs\/(\w+)\//.exec(path)?.[1];
      if (!path.startsWith('gateway/') && (!home || home === 'kit')) return [];
      const imported = [...read(path).matchAll(/from '(\.[^']+)'/g)].map(([, target]) =>
        relative(ROOT, join(ROOT, path, '..', target!)),
      );
      return imported
        .filter((target) =>
          SUBGRAPHS.some((name) => name !== home && target.startsWith(`subgraphs/${name}/`)),
        )
        .map((target) => `${path} → ${target}`);
    });
    expect(offences).toEqual([]);
  });

  test('there are no barrels', () => {
    const barrels = sources.filter((path) => {
      const statements = read(path)
        .replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
        .split(';')
        .map((part) => part.trim())
        .filter(Boolean);
      return (
        /^export \*/m.test(read(path)) ||
        statements.every((part) => /^export (type )?\{[^}]*\} from/.test(part))
      );
    });
    expect(barrels).toEqual([]);
  });

  test('nothing is left for later, and no check is switched off', () => {
    const marks = new RegExp(
      ['TODO', 'FIXME', 'XXX', 'eslint-disable', '@ts-ignore', '@ts-nocheck'].join('|'),
    );
    const skipped = /\b(test|it|describe)\.(skip|only|todo)\b|\b(xit|xtest|fdescribe)\(/;
    const own = 'tests/shape.test.ts';
    expect(
      sources.filter((path) => path !== own && (marks.test(read(path)) || skipped.test(read(path)))),
    ).toEqual([]);
  });

  test('every SQL text begins with its name', () => {
    const nameless = sources
      .filter((path) => path.startsWith('subgraphs/'))
      .filter((path) =>
        /\b(queryRows|send)\([^)]*?['"`]\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/.test(read(path)),
      );
    expect(nameless).toEqual([]);
  });
});
