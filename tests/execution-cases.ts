import type { Executable, Executor, PlannedOperation } from '../gateway/execute/operation';
import { buildExecutable } from '../gateway/execute/executable';
import { allowanceOf } from './execution-allowances';
import { differencesOf, type Difference } from './execution-differences';
import { outcomeOf, type Outcome } from './execution-outcome';
import { count, countOperation, countOutcome, countSubgraphs, type Statistics } from './execution-statistics';
import { createSubgraphs, type RandomSubgraphs } from './random-answers';
import { PROFILES, type World } from './random-faults';
import { drawOperation, type RandomOperation } from './random-operation';
import { createRandom, hash } from './random-source';
import { composeRandom, type RandomSupergraph } from './random-supergraph';

/** Two executors that are to answer the same. */
export interface Comparison {
  expected: Executor;
  actual: Executor;
}

/** A supergraph that is ready to be asked. */
export interface Stage {
  seed: number;
  supergraph: RandomSupergraph;
  executable: Executable;
  subgraphs: RandomSubgraphs;
}

/** What was executed where two executors differed. */
export interface Case {
  /** The supergraph's seed, the operation and the execution: they make it again. */
  id: string;
  stage: Stage;
  operation: Pick<RandomOperation, 'text' | 'document' | 'operation'>;
  planned: PlannedOperation;
  world: World;
  variables: Readonly<Record<string, unknown>>;
  differences: readonly Difference[];
  expected: Outcome;
  actual: Outcome;
}

export interface RunOptions extends Comparison {
  seed: number;
  /** Asked before each supergraph and operation. */
  goesOn(statistics: Statistics): boolean;
  statistics: Statistics;
  /** Told before an operation is planned, and after it. */
  onPlanning?(id: string): void;
  onPlanned?(): void;
  onDifference(found: Case): Promise<void>;
}

const OPERATIONS = 24;
const EXECUTIONS = PROFILES.length * 2;
/** The choice of a plan is not what is tested: few are looked at. */
const PLANNING = { debug: { maxEvaluatedPlans: 20, pathsLimit: 20 } };

/** Compares over random supergraphs, operations and answers, from a seed on. */
export async function compareExecutors(options: RunOptions): Promise<void> {
  const { statistics, goesOn } = options;
  for (let seed = options.seed; goesOn(statistics); seed++) {
    const stage = prepareStage(seed, statistics);
    if (!stage) continue;
    for (let k = 0; k < OPERATIONS && goesOn(statistics); k++) await compareOperation(options, stage, k);
  }
}

/** Composes and loads the supergraph of a seed; null when it does not compose. */
export function prepareStage(seed: number, statistics: Statistics): Stage | null {
  const supergraph = composeRandom(seed);
  if ('error' in supergraph) {
    count(statistics, 'supergraphs discarded');
    return null;
  }
  count(statistics, 'supergraphs');
  countSubgraphs(statistics, supergraph.subgraphs);
  const executable = buildExecutable(supergraph.sdl, PLANNING);
  return { seed, supergraph, executable, subgraphs: createSubgraphs(supergraph.subgraphs) };
}

async function compareOperation(options: RunOptions, stage: Stage, k: number): Promise<void> {
  const { statistics } = options;
  const operation = drawOperation(stage.executable.apiSchema, hash(stage.seed, k));
  options.onPlanning?.(`${stage.seed}/${k}`);
  const planned = operation && planOf(stage.executable, operation);
  options.onPlanned?.();
  if (!operation || !planned) {
    count(statistics, operation ? 'operations without a plan' : 'operations discarded');
    return;
  }
  count(statistics, 'operations');
  countOperation(statistics, operation.text, planned.plan);
  const expected = options.expected(stage.executable, planned);
  const actual = options.actual(stage.executable, planned);
  const compareOne = async (j: number) => {
    const world = { seed: hash(stage.seed, k, j), profile: PROFILES[j % PROFILES.length]! };
    const variables = operation.drawVariables(createRandom(hash(world.seed, 'variables')));
    const outcomes = await Promise.all(
      [expected, actual].map((executor) => outcomeOf(executor, stage.subgraphs, world, variables)),
    );
    count(statistics, 'executions');
    countOutcome(statistics, outcomes[0]!);
    const differences = differencesOf(outcomes[0]!, outcomes[1]!);
    if (differences.length === 0) return null;
    const found: Case = {
      id: `${stage.seed}/${k}/${j}`,
      stage,
      operation,
      planned,
      world,
      variables,
      differences,
      expected: outcomes[0]!,
      actual: outcomes[1]!,
    };
    const allowance = allowanceOf(found);
    if (allowance === null) return found;
    count(statistics, `allowed: ${allowance}`);
    return null;
  };
  // At once: an operation keeps nothing of one execution for another.
  const found = await Promise.all(Array.from({ length: EXECUTIONS }, (_, j) => compareOne(j)));
  for (const one of found) if (one) await options.onDifference(one);
}

/** Plans an operation; null where the planner cannot. */
export function planOf(
  executable: Executable,
  { document, operation }: Pick<RandomOperation, 'document' | 'operation'>,
): PlannedOperation | null {
  try {
    return { document, operation, plan: executable.plan(document, operation.name?.value) };
  } catch {
    return null;
  }
}
