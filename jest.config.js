/** Tests that need nothing but the code. */
const pure = [
  '<rootDir>/tests/{shape,schema,auth-module}.test.ts',
  '<rootDir>/subgraphs/**/*.{policy,logic}.test.ts',
  '<rootDir>/subgraphs/workflow/nodes/*.test.ts',
  '<rootDir>/gateway/**/*.logic.test.ts',
];

const common = {
  rootDir: __dirname,
  runtime: '<rootDir>/tests/runtime.js',
  testEnvironment: 'node',
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  transform: { '^.+\\.[cm]?[jt]s$': '@swc/jest' },
};

const platform = {
  ...common,
  globalSetup: '<rootDir>/tests/global-setup.ts',
  globalTeardown: '<rootDir>/tests/global-teardown.ts',
  setupFiles: ['<rootDir>/tests/setup.ts'],
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  // What a test file leaves behind in a worker slows down the collection of garbage for those after it.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  projects: [
    { ...common, displayName: 'pure', testMatch: pure },
    {
      ...platform,
      displayName: 'platform',
      testMatch: ['<rootDir>/{tests,gateway,subgraphs,dev,examples}/**/*.test.ts'],
      testPathIgnorePatterns: [
        ...common.testPathIgnorePatterns,
        '\\.browser\\.test\\.ts$',
        '/tests/(shape|schema|auth-module)\\.test\\.ts$',
        '\\.(policy|logic)\\.test\\.ts$',
        '/workflow/nodes/',
      ],
    },
    // The same tests as in `platform`, against the real one that `npm run test:keycloak` starts.
    { ...platform, displayName: 'keycloak', testMatch: ['<rootDir>/tests/*.keycloak.test.ts'] },
    { ...platform, displayName: 'browser', testMatch: ['<rootDir>/tests/**/*.browser.test.ts'] },
  ],
};
