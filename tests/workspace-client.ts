import type { Platform } from './platform';

export interface Refused {
  __typename: string;
  code: string;
  path: string[] | null;
  message: string;
  currentVersion?: number | null;
}
export type Payload<T> = { userErrors: Refused[]; clientMutationId: string | null } & T;

/** Calls a mutation with the selection of its payload; fails on a top-level error. */
export function createMutator(platform: Platform) {
  return async function mutate<T = Record<string, unknown>>(
    token: string,
    name: string,
    input: object,
    selection = '',
  ): Promise<Payload<T>> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection}
      clientMutationId userErrors { __typename code path message ... on ConflictError { currentVersion } } } }`;
    const answer = await platform.query<Record<string, Payload<T>>>(token, document, { input });
    if (answer.errors.length > 0) throw new Error(answer.text);
    return answer.data[name]!;
  };
}

/** The codes of a payload's refusals. */
export const codesOf = ({ userErrors }: Payload<unknown>) => userErrors.map(({ code }) => code);
