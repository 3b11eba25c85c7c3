import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse, type GraphQLSchema } from 'graphql';
import type { FetchCall, SubgraphAnswer } from '../gateway/execute/operation';
import { callFault, chosen, errorAt, type CallFault, type World } from './random-faults';
import { readRequest, type ReadRequest } from './random-requests';
import { canonical, hash } from './random-source';
import { answerEntities, answerRoot, type Asked } from './random-values';

/** The subgraphs of a supergraph, which answer anything by a world. */
export interface RandomSubgraphs {
  answer(world: World, service: string, call: FetchCall): SubgraphReply;
}

/** An answer as text, or what a send rejects with. */
export interface SubgraphReply {
  /** What this call is, whatever its operation is named and however often it names an entity. */
  identity: string;
  text: string;
  rejection: GraphQLError | null;
  entities: number;
}

interface Body {
  data?: unknown;
  errors?: Record<string, unknown>[];
}

/** Makes subgraphs of their SDL. */
export function createSubgraphs(sdls: Readonly<Record<string, string>>): RandomSubgraphs {
  const schemas = new Map<string, GraphQLSchema>();
  for (const [name, sdl] of Object.entries(sdls)) schemas.set(name, buildSubgraphSchema(parse(sdl)));
  const read = requestReader();
  return {
    answer(world, service, { body }) {
      const request = read(body);
      const { text: query, variables, representations } = request;
      const unique = representations ? [...new Set(representations.map(canonical))].sort() : null;
      const identity = `${service} ${query} ${canonical(variables)} ${unique ? unique.join() : ''}`;
      const place = hash(world.seed, 'call', identity);
      const fault = callFault(place, world);
      const schema = schemas.get(service)!;
      const answer = answerOrRefuse({ schema, service, request, world });
      const spoilt = fault === null ? answer : spoil(answer, fault, place);
      const rejection = fault === 'reject' ? rejectionAt(place) : null;
      const entities = representations?.length ?? 0;
      return { identity, text: JSON.stringify(spoilt), rejection, entities };
    },
  };
}

function answerOrRefuse(asked: Asked): Body {
  const { representations } = asked.request;
  try {
    return representations ? answerEntities(asked, representations) : answerRoot(asked);
  } catch (error) {
    // A condition that is null, a variable that is missing.
    if (error instanceof GraphQLError) return { data: null, errors: [{ message: error.message }] };
    throw error;
  }
}

/** An answer that nobody else holds. */
export function parseReply({ text, rejection }: SubgraphReply): SubgraphAnswer {
  if (rejection) throw rejection;
  return JSON.parse(text) as SubgraphAnswer;
}

function requestReader(): (body: string) => ReadRequest {
  const known = new Map<string, ReadRequest>();
  return (body) => {
    const { query, variables = {} } = JSON.parse(body) as {
      query: string;
      variables?: Record<string, unknown>;
    };
    let request = known.get(query);
    if (!request) known.set(query, (request = readRequest(query)));
    const { representations, ...rest } = variables;
    return {
      ...request,
      variables: rest,
      representations: (representations as unknown[] | undefined) ?? null,
    };
  };
}

function spoil(answer: Body, fault: CallFault, place: number): Body {
  const { data, errors = [] } = answer;
  const told = (path?: unknown) => [...errors, errorAt(place, path)];
  const spoilt = spoilEntities(answer, fault, told);
  if (spoilt) return spoilt;
  switch (fault) {
    case 'no data':
      return chosen(place, 'bare', [{ errors: told() }, {}]);
    case 'null data':
      return chosen(place, 'bare', [{ data: null, errors: told() }, { data: null }]);
    case 'failed':
      return { errors: Object.keys(data ?? {}).map((name) => errorAt(place, [name])) };
    case 'error without path':
      return { data, errors: told(chosen(place, 'path', [undefined, null])) };
    case 'error with senseless path':
      return { data, errors: told(chosen(place, 'path', SENSELESS)) };
    case 'error without message':
      return { data, errors: [...errors, chosen(place, 'bare', [{}, { message: '' }, { message: null }])] };
    default:
      return answer;
  }
}

function spoilEntities(
  { data, errors }: Body,
  fault: CallFault,
  told: (path: unknown) => Body['errors'],
): Body | null {
  const entities = (data as Record<string, unknown> | null | undefined)?._entities;
  if (!Array.isArray(entities)) return null;
  const list = entities as unknown[];
  switch (fault) {
    case 'no entities':
      return { data: {}, errors };
    case 'null entities':
      return { data: { _entities: null }, errors: told(['_entities']) };
    case 'object entities':
      return { data: { _entities: { 0: list[0] } }, errors };
    case 'short':
      return { data: { _entities: list.slice(1) }, errors };
    case 'long':
      return { data: { _entities: [...list, list[0]] }, errors };
    default:
      return null;
  }
}

const SENSELESS: readonly unknown[] = [
  [],
  ['nobody'],
  ['nobody', 10_003, 'x'],
  ['_entities'],
  ['_entities', 10_007],
  ['_entities', 10_007, 'x'],
  ['_entities', -1],
  ['_entities', 0.5, 'x'],
  ['_entities', 'x', 'y'],
  ['_entities', '0'],
  [0, 10_001, 2],
];

function rejectionAt(place: number): GraphQLError {
  return new GraphQLError('Unavailable', {
    extensions: { code: chosen(place, 'rejection', ['SUBGRAPH_UNAVAILABLE', 'TIMEOUT']) },
  });
}
