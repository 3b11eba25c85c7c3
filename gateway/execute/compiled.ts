import { operationFromDocument, type Operation } from '@apollo/federation-internals';
import { Kind, type DocumentNode } from 'graphql';
import { refusal } from '../errors';
import { createLru } from '../lru';
import { toGraphQLError } from './failures';
import { fetchText, repeatedFetches } from './fetch';
import { compileIntrospection } from './introspection';
import type { Answer, Executable, ExecutableOperation, ExecuteRequest, PlannedOperation } from './operation';
import { toError } from './problems';
import { conditionNames, type Scope } from './selection';
import { compileNode, fetchesOf, type Run } from './steps';
import { compileWriter, type Writing } from './writer';

type Data = Record<string, unknown>;
type WriteData = (data: Data, writing: Writing) => string;

/** Of an operation with many conditions not all combinations are kept. */
const MAX_WRITERS = 16;

/** Executes by a plan that was compiled once: the answer of `stockOperation`, and no work that no answer needs. */
export function compiledOperation(executable: Executable, planned: PlannedOperation): ExecutableOperation {
  const { node } = planned.plan;
  if (node?.kind === 'Subscription') throw new Error('a subscription is not executed as a whole');
  const operation = operationOf(executable, planned);
  const defaults = operation.collectDefaultedVariableValues() as Data;
  const fetches = fetchesOf(node);
  const step = node && compileNode({ schema: executable.schema, repeated: repeatedFetches(fetches) }, node);
  const names = [...conditionNames(operation.selectionSet)];
  const writerOf = writers(executable, planned, operation, names);
  return {
    texts: fetches.map(fetchText),
    check(variables) {
      for (const name of names) conditionOf(name, variables, defaults);
    },
    async execute(request) {
      const run = startRun(request, defaults);
      let write: WriteData;
      try {
        write = writerOf(run);
      } catch (error) {
        return nothing(error);
      }
      await step?.(run, { path: [], data: run.data });
      return finish(run, write);
    },
  };
}

/** The operation as the planner's library reads it: its order of fields is the answer's. */
function operationOf({ api }: Executable, { document, operation }: PlannedOperation): Operation {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  return operationFromDocument(api, alone, { validate: false });
}

function startRun({ variables, send }: ExecuteRequest, defaults: Data): Run {
  const texts = new Map<string, string | undefined>();
  return {
    variables,
    variableText(name) {
      if (!texts.has(name))
        texts.set(name, Object.hasOwn(variables, name) ? JSON.stringify(variables[name]) : undefined);
      return texts.get(name);
    },
    condition: (name) => conditionOf(name, variables, defaults),
    send,
    data: Object.create(null) as Data,
    errors: [],
  };
}

function conditionOf(name: string, variables: ExecuteRequest['variables'], defaults: Data): boolean {
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  const value = given === undefined ? defaults[name] : given;
  if (typeof value === 'boolean') return value;
  throw refusal('BAD_USER_INPUT', `The variable $${name} decides what is selected: it must not be null.`);
}

/** Makes the writer for the values of the variables that fields are included by; throws where one has none. */
function writers(
  { api, apiSchema }: Executable,
  planned: PlannedOperation,
  { selectionSet, rootKind }: Operation,
  names: readonly string[],
): (run: Run) => WriteData {
  const root = { set: selectionSet, parent: api.schemaDefinition.rootType(rootKind)! };
  const introspection: Scope['introspection'] = (selection) =>
    compileIntrospection(apiSchema, planned.operation, selection);
  const known = createLru<WriteData>(MAX_WRITERS);
  return (run) => {
    const key = names.map((name) => (run.condition(name) ? '1' : '0')).join('');
    let write = known.get(key);
    if (!write) {
      const conditions = Object.fromEntries(names.map((name) => [name, run.condition(name)]));
      write = compileWriter({ schema: api, conditions, introspection }, root);
      known.set(key, write);
    }
    return write;
  };
}

function finish(run: Run, write: WriteData): Answer {
  const errors = run.errors.map(toGraphQLError);
  try {
    const problems: Writing['problems'] = [];
    const data = write(run.data, { problems, variables: run.variables });
    return {
      data,
      errors,
      get valueCompletion() {
        return errors.length === 0 ? problems.map(toError) : [];
      },
    };
  } catch (error) {
    // What a subgraph answered cannot be gone through: nothing else counts then.
    return nothing(error);
  }
}

function nothing(error: unknown): Answer {
  return { data: undefined, errors: [toGraphQLError(error)], valueCompletion: [] };
}
