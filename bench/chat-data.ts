import type { Pool } from 'pg';

/** How many words the seeded messages are made of; the lower a word's number, the more often it occurs. */
const VOCABULARY = 20_000;
const WORDS_PER_MESSAGE = 12;
const BATCH = 10_000;

/** A made-up word, by its number. */
export const wordSql = (n: string): string => `'w' || substr(md5((${n})::text), 1, 2 + (${n}) % 7) || (${n})`;

/** The tables that sending a message fills. */
const FILLED = {
  message: { table: 'chat.message', fresh: { id: 'uuidv7()', chat_id: 'gen_random_uuid()' } },
  store: { table: 'event.store', fresh: { id: 'uuidv7()', aggregate_id: 'gen_random_uuid()' } },
  outbox: { table: 'event.outbox', fresh: { event_id: 'gen_random_uuid()' } },
} as const;

/** Makes copies of the tables that a message fills, indexes included, with a row of each to insert again. */
export async function copyTables(pool: Pool): Promise<string> {
  await pool.query('CREATE SCHEMA IF NOT EXISTS bench');
  const parts: string[] = [];
  for (const [name, { table, fresh }] of Object.entries(FILLED)) {
    await pool.query(
      `CREATE TABLE bench.${name} (LIKE ${table} INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING IDENTITY INCLUDING INDEXES)`,
    );
    const { rows } = await pool.query<{ column: string }>(
      `SELECT a.attname AS "column" FROM pg_attribute a
       WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = ''`,
      [table],
    );
    const columns = rows.map(({ column }) => column);
    const values = columns.map((column) => (fresh as Record<string, string>)[column] ?? `t.${column}`);
    const template = name === 'outbox' ? `bench.outbox_template` : `bench.${name}_template`;
    await pool.query(
      name === 'outbox'
        ? `CREATE TABLE ${template} AS SELECT s.id AS event_id, s.type, s.aggregate_type, s.aggregate_id, s.version, s.scope_id, '{}'::text[] AS topics FROM bench.store_template s`
        : `CREATE TABLE ${template} AS SELECT * FROM ${table} ${name === 'store' ? "WHERE type = 'chat.message.sent'" : "WHERE body LIKE 'load %'"} LIMIT 1`,
    );
    parts.push(
      `INSERT INTO bench.${name} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${template} t`,
    );
  }
  const [message, store, outbox] = parts;
  return `WITH m AS (${message} RETURNING 1), s AS (${store} RETURNING 1) ${outbox}`;
}

/** Fills chats with messages of made-up words, the oldest first, past all events. */
export async function seedMessages(
  pool: Pool,
  { chatIds, authorIds, count }: { chatIds: string[]; authorIds: string[]; count: number },
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    await pool.query(
      `INSERT INTO chat.message (id, workspace_id, scope_id, chat_id, author_id, body, is_automatic, tag_count, tag_results, created_at, ordinal, words)
       SELECT uuidv7(), c.workspace_id, c.id, c.id, x.author, x.body, false, 0, '[]', now(),
              a.message_count + row_number() OVER (PARTITION BY c.id ORDER BY x.i),
              chat.place_words(c.workspace_id, c.id, x.author) || to_tsvector('simple', x.body)
       FROM (
         SELECT i, ($1::uuid[])[1 + i % cardinality($1::uuid[])] AS chat,
                ($2::uuid[])[1 + i % cardinality($2::uuid[])] AS author,
                (SELECT string_agg(${wordSql('r.n')}, ' ') FROM (
                   SELECT floor(${VOCABULARY} * power(random(), 3 + 0 * (i + k)))::integer AS n
                   FROM generate_series(1, ${WORDS_PER_MESSAGE}) AS k
                 ) r) || ' everyword' AS body
         FROM generate_series($3::integer, $4::integer - 1) AS i OFFSET 0
       ) x JOIN chat.chat c ON c.id = x.chat JOIN chat.activity a ON a.chat_id = c.id ORDER BY x.i`,
      [chatIds, authorIds, from, Math.min(count, from + BATCH)],
    );
    await pool.query(
      `UPDATE chat.activity a SET message_count = l.ordinal, last_message_id = l.id, active_at = l.created_at
       FROM unnest($1::uuid[]) AS c (id) CROSS JOIN LATERAL (
         SELECT m.id, m.ordinal, m.created_at FROM chat.message m
         WHERE m.chat_id = c.id AND m.ordinal IS NOT NULL ORDER BY m.ordinal DESC LIMIT 1
       ) l WHERE a.chat_id = c.id`,
      [chatIds],
    );
  }
  // As the database does by itself before long.
  await pool.query('ANALYZE');
}
