const SUBGRAPHS = '(identity|workspace|chat|task|workflow)';

/** A forbidden import: the rule's name, why, and the two ends. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** What reads tokens, all of it, and what only it may use. */
const AUTH_MODULE = '^subgraphs/kit/(auth|auth-(token|trusts|logout|audience)|origins|jwks)\\.ts$';
const TOKEN_PACKAGES =
  'node_modules/(jsonwebtoken|jwks-rsa|jose|jwt-decode|fast-jwt|njwt|passport[^/]*|express-jwt)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'no-circle',
      'A circle has no beginning to load from. Types alone may name each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('no-orphan-import', 'The file or package is not there.', {}, { couldNotResolve: true }),
    forbid(
      'not-to-dev',
      'Production imports nothing from dev, tests, bench or examples.',
      { path: '^(gateway|subgraphs|schema|db)/', pathNot: '\\.test\\.ts$' },
      { path: '^(dev|tests|bench|examples)/' },
    ),
    forbid(
      'not-to-dev-dependency',
      'What production imports is a dependency. The generator runs in development alone; the explorer is optional.',
      {
        path: '^(gateway|subgraphs|schema|db)/',
        pathNot: ['\\.test\\.ts$', '^schema/(codegen[a-z-]*|breaking|docs)\\.ts$'],
      },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-optional', 'type-only'] },
    ),
    forbid(
      'gateway-knows-schema-and-kit',
      'The gateway knows the supergraph, never the code of a subgraph.',
      { path: '^gateway/' },
      { path: '^(subgraphs/(?!kit/)|db/)' },
    ),
    forbid(
      'subgraphs-meet-in-the-schema',
      'A subgraph never imports another: they meet in SDL, events and the supergraph.',
      { path: `^subgraphs/${SUBGRAPHS}/` },
      { path: `^subgraphs/${SUBGRAPHS}/`, pathNot: '^subgraphs/$1/' },
    ),
    forbid(
      'subgraphs-import-downwards',
      'A subgraph imports its own folder, the kit, db and schema.',
      { path: `^subgraphs/${SUBGRAPHS}/` },
      { path: '^(gateway/|subgraphs/[^/]+\\.ts$)' },
    ),
    forbid(
      'kit-knows-no-subgraph',
      'The kit imports db and schema.',
      { path: '^subgraphs/kit/' },
      { path: `^(gateway/|subgraphs/${SUBGRAPHS}/|subgraphs/[^/]+\\.ts$|schema/generated/)` },
    ),
    forbid(
      'db-and-schema-stand-alone',
      'db and schema import nothing of ours; the generated files may name types.',
      { path: '^(db|schema)/' },
      { path: '^(gateway|subgraphs)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'db-does-not-know-the-subgraphs',
      'Only the generated files name types of the subgraphs.',
      { path: '^(db|schema)/', pathNot: '^schema/generated/' },
      { path: '^(gateway|subgraphs)/' },
    ),
    forbid(
      'tokens-are-read-in-one-place',
      'The auth module of the kit reads tokens, and the signer makes them; nobody else knows their form.',
      {
        path: '^(gateway|subgraphs|schema|db)/',
        pathNot: [AUTH_MODULE, '^subgraphs/kit/service-token\\.ts$', '\\.test\\.ts$'],
      },
      {
        path: [TOKEN_PACKAGES, '^subgraphs/kit/(auth-(token|trusts|logout|audience)|jwks)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'subgraphs-are-given-the-caller',
      'Who calls stands in the context: a subgraph neither verifies nor signs a token.',
      { path: `^subgraphs/${SUBGRAPHS}/` },
      { path: [AUTH_MODULE, '^subgraphs/kit/service-token\\.ts$'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'pure-files-stay-pure',
      'Policies and logic import types, ids, events and other logic; the database never.',
      { path: '\\.(policy|logic)\\.ts$' },
      {
        path: '^(db|gateway)/|^subgraphs/kit/|\\.(service|resolvers|loaders|reactions|projection)\\.ts$|node_modules/(typeorm|pg|ioredis)/',
        pathNot: '^subgraphs/kit/(errors|ids|permission|tag-results|[a-z-]+\\.logic)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'entities-import-typeorm-alone',
      'An entity is a class with columns and no behaviour.',
      { path: '\\.entity\\.ts$' },
      {
        path: '^(gateway|subgraphs|schema|db)/',
        pathNot: '\\.entity\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'projections-read-the-event-alone',
      'A projection also rebuilds the tables: it reads nothing but its event, by pure functions.',
      { path: '\\.projection\\.ts$' },
      {
        path: '^(db|gateway)/|\\.(service|resolvers|loaders|reactions)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'services-do-not-look-up',
      'resolvers → service → policy, logic, entity, projection; never back.',
      { path: '\\.service\\.ts$' },
      { path: '\\.(resolvers|reactions)\\.ts$|^subgraphs/[^/]+/index\\.ts$' },
    ),
    forbid(
      'resolvers-decide-nothing',
      'Resolvers hand on to services and loaders; policies are asked there.',
      { path: '\\.resolvers\\.ts$' },
      { path: '\\.(projection|reactions)\\.ts$|^db/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'loaders-are-below',
      'Loaders read; they know entities, the kit and db.',
      { path: '\\.loaders\\.ts$' },
      { path: '\\.(resolvers|service|reactions|projection)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid('nobody-imports-a-test', 'Tests are entry points.', {}, { path: '\\.test\\.ts$' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
