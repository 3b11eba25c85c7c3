import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from '../subgraphs/kit/logger';
import type { PreparedOperation } from './documents';
import { cleanError, isFault, type CleaningOptions } from './errors';
import { renderAnswer } from './execute/answer';
import { toGraphQLError } from './execute/failures';
import type { Answer, SendFetch } from './execute/operation';
import type { RequestHead } from './forward';

/** How answers are made. */
export interface AnswerOptions {
  senderOf(head: RequestHead): SendFetch;
  cleaning: CleaningOptions;
  /** Whether clients are told where subgraphs broke the schema. */
  tellsCompletion: boolean;
  log: Logger;
}

/** What a client is answered: the same text and status as by Apollo Server. */
export interface TextAnswer {
  status: number;
  text: string;
  hasErrors: boolean;
}

/** Executes an operation with variables that fit it. Never rejects: what fails is told as Apollo Server tells it. */
export async function answerOperation(
  operation: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
  head: RequestHead,
  options: AnswerOptions,
): Promise<TextAnswer> {
  try {
    const answer = await operation.ready().execute({ variables, send: options.senderOf(head) });
    return textOf(answer, head, options);
  } catch (error) {
    const errors = [tell(toGraphQLError(error), head, options)];
    return { status: 500, text: renderAnswer({ data: undefined, errors }), hasErrors: true };
  }
}

function textOf(answer: Answer, head: RequestHead, options: AnswerOptions): TextAnswer {
  const { data, errors } = answer;
  const valueCompletion = completionOf(answer, options);
  const { statements } = head;
  const text = renderAnswer({
    data,
    errors: errors.map((error) => tell(error, head, options)),
    extensions: { ...(valueCompletion.length > 0 && { valueCompletion }), ...(statements && { statements }) },
  });
  return { status: data === undefined ? 400 : 200, text, hasErrors: errors.length > 0 };
}

/** Where subgraphs broke the schema, as far as clients are told. */
export function completionOf(
  answer: Answer,
  { tellsCompletion }: Pick<AnswerOptions, 'tellsCompletion'>,
): Answer['valueCompletion'] {
  return tellsCompletion ? answer.valueCompletion : [];
}

/** An error as the client sees it, and a fault in the log. */
function tell(
  error: GraphQLError,
  { correlationId }: RequestHead,
  { cleaning, log }: AnswerOptions,
): GraphQLFormattedError {
  if (isFault(error)) log.error({ err: error.originalError ?? error, correlationId }, 'request failed');
  const formatted = cleanError(error.toJSON(), error, cleaning);
  return { ...formatted, extensions: { ...formatted.extensions, correlationId } };
}
