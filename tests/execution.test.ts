import { GraphQLError } from 'graphql';
import { compiledOperation } from '../gateway/execute/compiled';
import type { Answer, ExecutableOperation, ExecuteRequest, Executor } from '../gateway/execute/operation';
import { stockOperation } from '../gateway/execute/stock';
import { compareExecutors, type Case } from './execution-cases';
import { reportOf } from './execution-report';
import { shrink } from './execution-shrink';
import { printStatistics, type Statistics } from './execution-statistics';

const SEED = Number(process.env.EXECUTION_SEED ?? 1);
const CASES = Number(process.env.EXECUTION_CASES ?? 2500);

/** The first differences between an executor and Apollo's, smallest first, and what was reached on the way. */
async function differencesFrom(actual: Executor, cases: number, enough = 3) {
  const found: Case[] = [];
  const statistics: Statistics = new Map();
  await compareExecutors({
    expected: stockOperation,
    actual,
    seed: SEED,
    statistics,
    goesOn: () => found.length < enough && (statistics.get('executions') ?? 0) < cases,
    onDifference: async (one) => void found.push(one),
  });
  return { found, statistics };
}

describe('the executor', () => {
  test('answers as Apollo does, over random supergraphs, operations and answers', async () => {
    const { found, statistics } = await differencesFrom(compiledOperation, CASES);
    const comparison = { expected: stockOperation, actual: compiledOperation };
    const reports = await Promise.all(
      found.slice(0, 3).map(async (one) => reportOf(await shrink(one, comparison))),
    );
    expect(reports.join('\n\n')).toBe('');
    const unreached = REACHED.filter((name) => !statistics.has(name));
    expect(`${unreached.join('\n')}\n${unreached.length > 0 ? printStatistics(statistics) : ''}`.trim()).toBe(
      '',
    );
  }, 180_000);
});

/** What the comparison must have come by: else it says little. */
const REACHED = [
  ...[
    '@requires(',
    '@provides',
    '@override',
    '@inaccessible',
    '@interfaceObject {',
    '"code region"',
    'shared',
  ].map((name) => `supergraphs with ${name}`),
  ...['mutation', 'include', 'skip', 'introspection', 'named fragment', 'type condition', 'nasty alias'].map(
    (name) => `operations with ${name}`,
  ),
  ...['variable', 'default of a variable', 'input object', 'alias of __typename', 'list of arguments'].map(
    (name) => `operations with ${name}`,
  ),
  ...['Parallel', 'Sequence', 'Flatten', 'Condition', 'inputRewrites', 'lists in lists'].map(
    (name) => `plans with ${name}`,
  ),
  ...[
    'a rejection',
    'errors',
    'value completion',
    'no data',
    'null data',
    'a null',
    'several calls',
    'entities',
  ].map((name) => `executions with ${name}`),
  ...['an entity twice', 'a rejected call', 'an error of an entity'].map((name) => `executions with ${name}`),
];

describe('the comparison finds', () => {
  const faults: Record<string, (operation: ExecutableOperation, request: ExecuteRequest) => Promise<Answer>> =
    {
      'a lost error': async (operation, request) => {
        const answer = await operation.execute(request);
        return { ...answer, errors: answer.errors.slice(1) };
      },
      'an error that loses its place': async (operation, request) => {
        const answer = await operation.execute(request);
        const errors = answer.errors.map((error) =>
          error.path && error.path.length > 2
            ? new GraphQLError(error.message, { extensions: error.extensions })
            : error,
        );
        return { ...answer, errors };
      },
      'keys in another order': async (operation, request) => {
        const answer = await operation.execute(request);
        const turn = (key: string, value: unknown): unknown =>
          typeof value === 'object' && value && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).reverse())
            : value;
        const data = answer.data && JSON.stringify(JSON.parse(answer.data, (key, value) => turn(key, value)));
        return { ...answer, data };
      },
      'a null that does not reach its parent': async (operation, request) => {
        const answer = await operation.execute(request);
        return answer.valueCompletion.length > 0
          ? { ...answer, data: answer.data?.replace('null', '{}') }
          : answer;
      },
      'two entities that were taken for each other': (operation, request) =>
        operation.execute({
          ...request,
          send: async (service, call) => {
            const answer = await request.send(service, call);
            const entities = answer.data?._entities;
            if (Array.isArray(entities)) entities.reverse();
            return answer;
          },
        }),
      'a variable under another name': (operation, request) =>
        operation.execute({
          ...request,
          send: (service, call) =>
            request.send(service, { ...call, body: call.body.replace(/"v(\d+x?)":/, '"w$1":') }),
        }),
      'an answer that is kept for another execution': (() => {
        const kept = new WeakMap<ExecutableOperation, Promise<Answer>>();
        return (operation: ExecutableOperation, request: ExecuteRequest) => {
          const answer = kept.get(operation) ?? operation.execute(request);
          kept.set(operation, answer);
          return answer;
        };
      })(),
    };

  test.each(Object.keys(faults))('%s', async (name) => {
    const faulty: Executor = (executable, planned) => {
      const operation = stockOperation(executable, planned);
      return { ...operation, execute: (request) => faults[name]!(operation, request) };
    };
    const { found } = await differencesFrom(faulty, 1500, 1);
    expect(found.length).toBeGreaterThan(0);
    const comparison = { expected: stockOperation, actual: faulty };
    const shrunk = await shrink(found[0]!, comparison);
    expect(shrunk.operation.text.length).toBeLessThanOrEqual(found[0]!.operation.text.length + 200);
    expect(reportOf(shrunk)).toContain('# actual');
  });
});
