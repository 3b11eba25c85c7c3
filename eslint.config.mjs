import tseslint from 'typescript-eslint';

const noSave = {
  selector: "CallExpression[callee.type='MemberExpression'][callee.property.name='save']",
  message: 'save() opens a transaction of its own and selects before it inserts: write SQL in a projection.',
};
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only.',
};
const noBarrel = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import from the file that defines the name.',
};
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in subgraphs/kit/config.ts alone: take what you need as a parameter.',
};

const noToken = {
  selector: [
    'MemberExpression[property.name=/authorization/i]',
    'MemberExpression > Literal[value=/authorization/i]',
    'ObjectPattern > Property[key.name=/authorization/i]',
    "CallExpression[callee.property.name='authenticate']",
  ].join(', '),
  message: 'Tokens are read by subgraphs/kit/auth.ts alone: who calls is ctx.principal.',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'coverage/',
      '.data/',
      'schema/generated/',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      'max-params': ['error', 4],
      complexity: ['error', 16],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', noSave, noDefaultExport, noBarrel, noEnvironment],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Numbers in messages are read by people as they are.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Resolver maps and handlers keep one signature, whether or not a member awaits.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // noUncheckedIndexedAccess asks for the mark where an index holds by construction.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Lengths are counted in code points on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Members of interfaces are plain functions here: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // graphql-js nodes carry their kind as the literal of the enum.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // A generic that stands in one place names the shape of a row where SQL is sent.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    // Entities are classes because TypeORM reads them; their columns are all they hold.
    files: ['**/*.entity.ts'],
    rules: { '@typescript-eslint/no-extraneous-class': 'off' },
  },
  {
    files: ['subgraphs/kit/config.ts'],
    rules: { 'no-restricted-syntax': ['error', noSave, noDefaultExport, noBarrel] },
  },
  {
    // A subgraph is given its caller, and never sees the token.
    files: ['subgraphs/{identity,workspace,chat,task,workflow}/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noSave, noDefaultExport, noBarrel, noEnvironment, noToken],
    },
  },
  {
    // Migrations are SQL, and found by their names at run time.
    files: ['db/migrations/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['db/migrate.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Harness and measurements hand the environment to the processes that they start. Jest asks for default exports.
    files: ['tests/**/*.ts', 'bench/**/*.ts', 'examples/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noSave, noBarrel],
      'max-lines-per-function': ['error', { max: 150 }],
      // What a start that failed has left undefined, and what an answer lacks against its type, is asked for.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Jest's matchers are of any type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['bench/**/*.ts', 'examples/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
