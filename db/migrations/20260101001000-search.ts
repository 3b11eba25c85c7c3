/*
 * The words of a message, and lexemes that say where it stands. Those begin with a character that no body and no query
 * may hold, so that one index keeps workspaces, chats and authors apart.
 */
const WORDS = `
CREATE FUNCTION chat.place_words(p_workspace uuid, p_chat uuid, p_author uuid) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_to_tsvector(ARRAY[chr(1) || 'w' || p_workspace, chr(1) || 'c' || p_chat, chr(1) || 'a' || p_author]);
CREATE FUNCTION chat.place_query(p_kind text, p_ids uuid[]) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT string_agg('''' || chr(1) || p_kind || i.id || '''', '|')::tsquery FROM unnest(p_ids) AS i (id));

-- Empty once the message is deleted.
ALTER TABLE chat.message ADD COLUMN words tsvector NOT NULL DEFAULT '';
CREATE INDEX message_by_words ON chat.message USING gin (words);
CREATE INDEX message_by_workspace ON chat.message (workspace_id, id);
GRANT UPDATE (words) ON chat.message TO tributary_chat;
`;

/*
 * Work is bounded: the newest 5,000 messages are looked through first, which finds enough of a common word; only for
 * rarer ones the index is asked. `more` adds to what messages must be beside having the words.
 */
export const findMessages = (more = ''): string => `
CREATE OR REPLACE FUNCTION chat.find_messages(p_workspace uuid, p_chats uuid[], p_query tsquery, p_search jsonb, p_limit integer)
RETURNS uuid[] LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE
  c_looked_through constant integer := 5000;
  v_newest constant boolean := NOT coalesce((p_search ->> 'oldestFirst')::boolean, false);
  v_direction constant text := CASE WHEN v_newest THEN 'DESC' ELSE 'ASC' END;
  v_authors constant uuid[] := ARRAY(SELECT jsonb_array_elements_text(p_search -> 'authorIds')::uuid);
  v_within constant text := CASE WHEN cardinality(p_chats) = 1 THEN 'm.chat_id = $2[1]' ELSE 'm.workspace_id = $1 AND m.chat_id = ANY ($2)' END;
  v_also text := '';
  v_edge uuid;
  v_found uuid[];
  v_query tsquery := p_query && chat.place_query('w', ARRAY[p_workspace]);
BEGIN
  IF p_search ? 'belowId' THEN v_also := v_also || format(' AND m.id < %L', (p_search ->> 'belowId')::uuid); END IF;
  IF p_search ? 'aboveId' THEN v_also := v_also || format(' AND m.id > %L', (p_search ->> 'aboveId')::uuid); END IF;
  IF p_search ? 'ceiling' THEN v_also := v_also || format(' AND m.id <= %L', (p_search ->> 'ceiling')::uuid); END IF;
  EXECUTE format('SELECT m.id FROM chat.message m WHERE %s%s ORDER BY m.id %s OFFSET %s LIMIT 1',
      CASE WHEN cardinality(p_chats) = 1 THEN 'm.chat_id = $2[1]' ELSE 'm.workspace_id = $1' END, v_also, v_direction, c_looked_through)
    INTO v_edge USING p_workspace, p_chats;

  IF p_search ? 'authorIds' THEN
    v_also := v_also || format(' AND m.author_id = ANY (%L::uuid[])', v_authors);
    v_query := v_query && chat.place_query('a', v_authors);
  END IF;
  IF p_search ? 'since' THEN v_also := v_also || format(' AND m.created_at >= %L', (p_search ->> 'since')::timestamptz); END IF;
  IF p_search ? 'until' THEN v_also := v_also || format(' AND m.created_at < %L', (p_search ->> 'until')::timestamptz); END IF;
  IF p_search ? 'isReply' THEN v_also := v_also || format(' AND (m.thread_root_id IS NOT NULL) = %L', (p_search ->> 'isReply')::boolean); END IF;${more}

  -- IS TRUE keeps the index of words out of it: these rows are walked through in the order of their ids.
  EXECUTE format('SELECT ARRAY(SELECT m.id FROM chat.message m
      WHERE %s%s AND ($5 IS NULL OR m.id %s $5) AND (m.words @@ $3) IS TRUE ORDER BY m.id %s LIMIT $4)',
      v_within, v_also, CASE WHEN v_newest THEN '>' ELSE '<' END, v_direction)
    INTO v_found USING p_workspace, p_chats, p_query, p_limit, v_edge;
  IF v_edge IS NULL OR cardinality(v_found) = p_limit THEN
    RETURN v_found;
  END IF;

  IF cardinality(p_chats) <= 100 THEN v_query := v_query && chat.place_query('c', p_chats); END IF;
  EXECUTE format('SELECT ARRAY(SELECT i.id FROM (SELECT m.id FROM chat.message m
      WHERE m.words @@ $3 AND m.chat_id = ANY ($2)%s OFFSET 0) i ORDER BY i.id %s LIMIT $4)',
      v_also, v_direction)
    INTO v_found USING p_workspace, p_chats, v_query, p_limit;
  RETURN v_found;
END $$;
`;

/*
 * A policy's condition goes before operators that are not leakproof, and matching words is none: under the policy of
 * chat.message the index would not be used. So the owner searches, in the chats that its caller may read.
 *
 * By relevance the newest 1,000 matches are ranked. The ceiling is the newest of them: given back with the cursor, it
 * keeps later pages from being shifted by new messages.
 */
const SEARCH = `
CREATE POLICY owner_searches ON chat.message FOR SELECT TO tributary_owner USING (true);
${findMessages()}
CREATE FUNCTION chat.search_messages(p_workspace uuid, p_query tsquery, p_search jsonb)
RETURNS TABLE (message_id uuid, rank integer, ceiling uuid)
LANGUAGE plpgsql STABLE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  c_ranked constant integer := 1000;
  v_limit constant integer := (p_search ->> 'limit')::integer;
  v_by_rank constant boolean := (p_search ->> 'byRank')::boolean;
  v_backward constant boolean := (p_search ->> 'backward')::boolean;
  v_chats uuid[];
  v_found uuid[];
BEGIN
  v_chats := ARRAY(SELECT s.scope_id FROM access.scope s
    WHERE s.workspace_id = p_workspace AND s.kind = 'chat'
      AND (p_search -> 'chatIds' IS NULL OR p_search -> 'chatIds' ? s.scope_id::text)
      AND s.scope_id IN (SELECT v.scope_id FROM access.visible v));
  IF v_chats = '{}' THEN RETURN; END IF;
  v_found := chat.find_messages(p_workspace, v_chats, p_query, p_search, CASE WHEN v_by_rank THEN c_ranked ELSE v_limit END);
  RETURN QUERY
    WITH ranked AS (
      SELECT m.id, least(round(ts_rank_cd(m.words, p_query, 1)::numeric * 1000000), 999999999)::integer AS rank,
        v_found[1] AS ceiling
      FROM chat.message m WHERE m.id = ANY (v_found)
    )
    SELECT r.id, r.rank, r.ceiling FROM ranked r
    WHERE NOT v_by_rank
      OR ((NOT p_search ? 'after' OR (r.rank, r.id) < ((p_search #>> '{after,0}')::integer, (p_search #>> '{after,1}')::uuid))
        AND (NOT p_search ? 'before' OR (r.rank, r.id) > ((p_search #>> '{before,0}')::integer, (p_search #>> '{before,1}')::uuid)))
    ORDER BY
      CASE WHEN v_by_rank THEN CASE WHEN v_backward THEN r.rank ELSE -r.rank END END,
      CASE WHEN v_backward THEN r.id END ASC,
      r.id DESC
    LIMIT v_limit;
END $$;
REVOKE ALL ON FUNCTION chat.find_messages(uuid, uuid[], tsquery, jsonb, integer), chat.search_messages(uuid, tsquery, jsonb)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chat.search_messages(uuid, tsquery, jsonb) TO tributary_chat;
`;

// Bodies from before are cut into words by PostgreSQL; a rebuild of the chats cuts them as new ones are.
const EARLIER = `
UPDATE chat.message SET words = chat.place_words(workspace_id, chat_id, author_id) || to_tsvector('simple', body)
WHERE deleted_at IS NULL;
`;

/** Search in what was said. */
export const up = `SET LOCAL ROLE tributary_owner; ${WORDS} ${SEARCH} RESET ROLE; ${EARLIER}`;

export const down = `
DROP FUNCTION chat.search_messages(uuid, tsquery, jsonb);
DROP FUNCTION chat.find_messages(uuid, uuid[], tsquery, jsonb, integer);
DROP POLICY owner_searches ON chat.message;
DROP INDEX chat.message_by_words;
DROP INDEX chat.message_by_workspace;
ALTER TABLE chat.message DROP COLUMN words;
DROP FUNCTION chat.place_query(text, uuid[]);
DROP FUNCTION chat.place_words(uuid, uuid, uuid);
`;
