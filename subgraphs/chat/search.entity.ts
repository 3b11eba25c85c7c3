import type { PageArgs } from '../kit/pagination';
import { MESSAGE_COLUMNS, type MessageEntity } from './message.entity';
import type { SearchQuery } from './search.logic';

/** What is looked for, where, and which page of it. */
export interface Search {
  query: SearchQuery;
  orderBy: 'RELEVANCE' | 'NEWEST';
  filter: SearchFilter;
  page: PageArgs;
}

/** Absent parts hold for all messages. */
export interface SearchFilter {
  chatIds?: string[];
  authorIds?: string[];
  since?: Date;
  until?: Date;
  isReply?: boolean;
  hasAttachment?: boolean;
}

/** A message that was found. */
export interface MessageSearchHitRow extends MessageEntity {
  rank: number;
  /** The newest message that was ranked: later pages rank none that are newer. */
  ceiling: string;
  query: SearchQuery;
}

/** The hits in workspaces `$1` for a tsquery and what else is asked, in order. */
export const HITS_IN_WORKSPACES = `/* chat.searchMessages */ SELECT k.id AS parent_key, h.rank, h.ceiling, ${MESSAGE_COLUMNS}
  FROM unnest($1::uuid[]) AS k (id)
  CROSS JOIN LATERAL chat.search_messages(k.id, $2::tsquery, $3) WITH ORDINALITY AS h (message_id, rank, ceiling, place)
  JOIN chat.message m ON m.id = h.message_id
  ORDER BY k.id, h.place`;
