const { createRequire, isBuiltin } = require('node:module');
const { readFileSync } = require('node:fs');
const { dirname, join, sep } = require('node:path');
const { default: JestRuntime } = require('jest-runtime');

const ROOT = join(__dirname, '..') + sep;
/** What tests are made of is loaded for each test file anew: it holds what jest injects, and counters of its own. */
const APART = ['tests', 'examples'].map((folder) => join(ROOT, folder) + sep);

const sourceMaps = new Map();
const requires = new Map();
let compile;

/** Loads TypeScript that plain Node requires, through jest's transform and its cache. */
require.extensions['.ts'] = (module, file) => module._compile(compile(file), file);

/**
 * Jest's runtime, but for the platform's own code and the packages: a worker loads them once, as Node does in production,
 * rather than for each test file, and what V8 learned about them it keeps. They are in Node's own realm, the tests in one
 * of theirs: objects that cross over differ in their constructors.
 */
function createRuntime(...given) {
  const [, environment, , transformer, , coverage] = given;
  const runtime = new JestRuntime(...given);
  const requireApart = runtime.requireModule.bind(runtime);
  const mapsOfTests = runtime.getSourceMaps();
  for (const [file, path] of sourceMaps) mapsOfTests.set(file, path);
  compile = (file) => {
    const { code, sourceMapPath } = transform(transformer, coverage, file);
    if (sourceMapPath) for (const maps of [sourceMaps, mapsOfTests]) maps.set(file, sourceMapPath);
    return code;
  };
  // `expect.any(Date)` asks what the database's driver made.
  environment.global.Date = Date;
  runtime.requireModule = (from, name, options, isActual) => {
    const path = name === undefined || options?.isInternalModule ? null : sharedPath(from, name);
    return path === null ? requireApart(from, name, options, isActual) : require(path);
  };
  return runtime;
}

function transform(transformer, coverage, file) {
  const options = { ...coverage, supportsDynamicImport: true, supportsExportNamespaceFrom: true };
  return transformer.transform(file, options, readFileSync(file, 'utf8'));
}

/** The file of a module that is loaded once; null for one that each test file has for itself. */
function sharedPath(from, name) {
  if (isBuiltin(name)) return null;
  const folder = dirname(from);
  if (!requires.has(folder)) requires.set(folder, createRequire(from));
  const path = requires.get(folder).resolve(name);
  return APART.some((apart) => path.startsWith(apart)) ? null : path;
}

module.exports = createRuntime;
