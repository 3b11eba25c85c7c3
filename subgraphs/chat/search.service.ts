import { badInput } from '../kit/errors';
import type { Connection, PageArgs } from '../kit/pagination';
import type { ChatContext } from './chat.loaders';
import type { MessageSearchHitRow, Search, SearchFilter } from './search.entity';
import { parseQuery } from './search.logic';

const MAX_IDS = 100;

interface SearchMessages extends PageArgs {
  query: string;
  orderBy: Search['orderBy'];
  filter: SearchFilter;
}

/** Finds messages of a workspace in the chats that the caller may read. */
export function searchMessages(
  ctx: ChatContext,
  workspaceId: string,
  { query: text, orderBy, filter, ...page }: SearchMessages,
): Promise<Connection<MessageSearchHitRow>> {
  const query = parseQuery(text);
  if (typeof query === 'string') throw badInput(query, 'query');
  const { chatIds, authorIds } = filter;
  for (const [name, ids] of Object.entries({ chatIds, authorIds })) {
    if (ids && ids.length > MAX_IDS)
      throw badInput(`${name} must have at most ${MAX_IDS} ids`, 'filter', name);
  }
  return ctx.loaders.hitsInWorkspace(workspaceId, {
    ...{ query, orderBy, filter },
    page: { first: page.first, after: page.after, last: page.last, before: page.before },
  });
}
