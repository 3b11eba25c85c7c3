import type { GraphQLError } from 'graphql';
import type { ExecutableOperation, ExecuteRequest, SubgraphAnswer } from '../gateway/execute/operation';
import { fetchedBy } from './execution-places';
import { parseReply, type RandomSubgraphs, type SubgraphReply } from './random-answers';
import type { World } from './random-faults';
import { canonical, hash } from './random-source';

/** What came of one execution, in a form that is compared. */
export interface Outcome {
  /** Why it was rejected; null when it was answered. */
  rejection: string | null;
  data: string | undefined;
  /** As canonical JSON, in no order. */
  errors: readonly string[];
  valueCompletion: readonly string[];
  calls: readonly CallRecord[];
}

export interface CallRecord {
  /** What was asked, told once however often it was. */
  asked: string;
  body: string;
  reply: SubgraphReply;
  /** As the executor was given it, with what it merged into it since. */
  received: SubgraphAnswer | null;
  /** The data when it was asked, where errors of entities were answered. */
  before: string | null;
}

/** Executes against subgraphs whose answers come one after the other, in an order that follows from what is asked. */
export async function outcomeOf(
  operation: ExecutableOperation,
  subgraphs: RandomSubgraphs,
  world: World,
  variables: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const calls: CallRecord[] = [];
  const turns = createTurns();
  let broken: unknown;
  const tryAnswer = (answer: () => SubgraphReply): SubgraphReply => {
    try {
      return answer();
    } catch (error) {
      broken = error;
      throw error;
    }
  };
  const send = async (
    service: string,
    call: Parameters<RandomSubgraphs['answer']>[2],
  ): Promise<SubgraphAnswer> => {
    const reply = tryAnswer(() => subgraphs.answer(world, service, call));
    const asked = `${call.isMutation ? 'changes' : 'reads'} ${canonical(call.rootNames())} ${reply.identity}`;
    const record: CallRecord = { asked, body: call.body, reply, received: null, before: null };
    if (reply.entities > 0 && reply.text.includes('"errors":'))
      record.before = JSON.stringify(fetchedBy(calls));
    calls.push(record);
    await turns.take(hash(world.seed, 'turn', reply.identity));
    return (record.received = parseReply(reply));
  };
  const outcome = await execute(operation, { variables, send }, calls);
  // What the subgraphs here cannot do is no answer.
  if (broken) throw broken as Error;
  return outcome;
}

async function execute(
  operation: ExecutableOperation,
  request: ExecuteRequest,
  calls: readonly CallRecord[],
): Promise<Outcome> {
  try {
    const { data, errors, valueCompletion } = await operation.execute(request);
    return {
      rejection: null,
      data,
      errors: errors.map(describe).sort(),
      valueCompletion: valueCompletion.map(describe).sort(),
      calls,
    };
  } catch (error) {
    return { rejection: String(error), data: undefined, errors: [], valueCompletion: [], calls };
  }
}

function describe({ message, path, extensions }: GraphQLError): string {
  return canonical({ message, path, extensions });
}

interface Turn {
  at: number;
  place: number;
  release: () => void;
}

const LONGEST = 6;

/** Lets those who wait go on one at a time, each only when nothing else moves. */
function createTurns() {
  let now = 0;
  let isDue = false;
  const waiting: Turn[] = [];
  const next = () => {
    isDue = false;
    waiting.sort((one, other) => one.at - other.at || one.place - other.place);
    const turn = waiting.shift();
    if (!turn) return;
    now = turn.at;
    turn.release();
    due();
  };
  const due = () => {
    if (isDue || waiting.length === 0) return;
    isDue = true;
    setImmediate(next);
  };
  return {
    take: (place: number) =>
      new Promise<void>((release) => {
        waiting.push({ at: now + (place % LONGEST), place, release });
        due();
      }),
  };
}
