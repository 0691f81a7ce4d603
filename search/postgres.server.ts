import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Names } from './analysis/expand.ts';
import { comparable, indexTokens } from './analysis/tokens.ts';
import type { Candidate, Filters } from './engine.ts';
import { estimated, tokensIn } from './estimate.ts';
import { type Expression, type Signs, written } from './expression.ts';
import { type Generation, indexOfGenerations } from './generations.server.ts';
import type { SearchIndex } from './port.ts';
import { type Collection, lengthOf } from './rank.ts';

const SIGNS: Signs = { token: (token) => token, and: ' & ', or: ' | ' };

/**
 * Search in the PostgreSQL database behind `db`, which may be a transaction. Needs no extension.
 *
 * @param names words and their other names; those of the field when left out
 */
export function postgresIndex<Tables>(db: Kysely<Tables>, names?: () => Promise<Names>): SearchIndex {
  return indexOfGenerations(db, generation<Tables>, names);
}

function generation<Tables>(number: number): Generation<Tables> {
  const documents = sql.table(`search_document_${number}`);
  const vocabulary = sql.table(`search_vocabulary_${number}`);
  const holding = sql.table(`search_holding_${number}`);
  const byToken = `search_document_tokens_${number}`;

  /** Counts the tokens of documents that are about to be written, and no more those that the ids had before. */
  const count = async (
    tx: Kysely<Tables>,
    ids: readonly string[],
    written: ReadonlyArray<readonly string[]>,
  ) => {
    const more = new Map<string, number>(written.length > 0 ? [[EVERY, written.length]] : []);
    for (const token of written.flat()) more.set(token, (more.get(token) ?? 0) + 1);
    await sql`
      WITH changed AS (
        SELECT key AS token, value::integer AS documents FROM json_each_text(${JSON.stringify(Object.fromEntries(more))})
        UNION ALL
        SELECT unnest(${EVERY}::text || tsvector_to_array(tokens)), -1 FROM ${documents} WHERE id = ANY(${[...ids]}::text[])
      )
      INSERT INTO ${holding} AS known (token, documents)
      SELECT token, sum(documents) FROM changed
      GROUP BY token HAVING sum(documents) <> 0
      ON CONFLICT (token) DO UPDATE SET documents = known.documents + excluded.documents`.execute(tx);
  };

  // What the choice of a way is made by; a wrong one costs time and nothing else, so it may be a little old.
  const planned = new Map<string, number>();
  let plannedSince = 0;

  const holdingOf = async (db: Kysely<Tables>, tokens: readonly string[]) => {
    const { rows } = await sql<{ token: string; documents: number }>`
      SELECT token, documents FROM ${holding} WHERE token = ANY(${[...tokens]}::text[])`.execute(db);
    return new Map(rows.map((row) => [row.token, row.documents]));
  };

  /**
   * Where so many documents fulfil an expression that some are found sooner by looking at the newest one by one: how
   * many to look at. Else null.
   */
  const worthLookingAt = async (db: Kysely<Tables>, wanted: Expression, limit: number) => {
    if (Date.now() - plannedSince > KEPT) {
      planned.clear();
      plannedSince = Date.now();
    }
    const tokens = [EVERY, ...tokensIn(wanted)];
    const unknown = tokens.filter((token) => !planned.has(token));
    if (unknown.length > 0) {
      const held = await holdingOf(db, unknown);
      for (const token of unknown) planned.set(token, held.get(token) ?? 0);
    }
    const all = planned.get(EVERY)!;
    const some = estimated(wanted, (token) => planned.get(token) ?? 0, all);
    const needed = (limit * all) / some;
    return needed * LOOKING < some * FETCHING ? Math.ceil(needed * MARGIN) : null;
  };

  return {
    async create(db) {
      await sql`
        CREATE TABLE IF NOT EXISTS ${documents} (
          number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
          id text PRIMARY KEY,
          kind text NOT NULL,
          result text NOT NULL,
          programmes text[] NOT NULL,
          area text,
          at text NOT NULL,
          solved boolean,
          audience text NOT NULL,
          length integer NOT NULL,
          title text NOT NULL,
          body text NOT NULL,
          tokens tsvector NOT NULL
        ) WITH (toast_tuple_target = 8160)`.execute(db);
      // The list of new tokens (in KB) is to hold those of a bulk put, which ends by emptying it.
      await sql`
        CREATE INDEX IF NOT EXISTS ${sql.ref(byToken)} ON ${documents}
        USING gin (tokens) WITH (gin_pending_list_limit = 65536)`.execute(db);
      // How many documents hold a token: counting them would mean to visit each. The rows change with every document,
      // and in a page with room a change costs no entry of an index.
      await sql`
        CREATE TABLE IF NOT EXISTS ${holding} (
          token text PRIMARY KEY,
          documents integer NOT NULL
        ) WITH (fillfactor = 50)`.execute(db);
      await sql`
        CREATE TABLE IF NOT EXISTS ${vocabulary} (
          folded text PRIMARY KEY,
          written text NOT NULL,
          reading text NOT NULL
        )`.execute(db);
      const byReading = sql.ref(`search_vocabulary_reading_${number}`);
      await sql`CREATE INDEX IF NOT EXISTS ${byReading} ON ${vocabulary} (reading)`.execute(db);
    },

    async drop(db) {
      for (const table of [documents, vocabulary, holding])
        await sql`DROP TABLE IF EXISTS ${table}`.execute(db);
    },

    async put(tx, texts) {
      const rows = texts.map(({ group, title, body, ...rest }) => {
        const folded = { title: comparable(title), body: comparable(body) };
        const tokens = withinLimit(indexTokens(folded.title, folded.body));
        return { ...rest, ...folded, result: group, length: lengthOf(folded), tokens };
      });
      await count(
        tx,
        texts.map(({ id }) => id),
        rows.map(({ tokens }) => tokens),
      );
      await sql`
        INSERT INTO ${documents}
          (id, kind, result, programmes, area, at, solved, audience, length, title, body, tokens)
        SELECT id, kind, result, programmes, area, at, solved, audience, length, title, body, array_to_tsvector(tokens)
        FROM json_to_recordset(${JSON.stringify(rows)}) AS row (id text, kind text, result text, programmes text[],
          area text, at text, solved boolean, audience text, length integer, title text, body text, tokens text[])
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, result = excluded.result,
          programmes = excluded.programmes, area = excluded.area, at = excluded.at, solved = excluded.solved,
          audience = excluded.audience, length = excluded.length, title = excluded.title, body = excluded.body,
          tokens = excluded.tokens`.execute(tx);
    },

    // New tokens wait in a list that each query would read; PostgreSQL itself sorts them in much later, and
    // sorting each in as it comes (fastupdate = off) takes three times as long.
    async settle(db) {
      await sql`SELECT gin_clean_pending_list(${byToken}::regclass)`.execute(db);
    },

    async keepWords(tx, words) {
      await sql`
        INSERT INTO ${vocabulary} (folded, written, reading)
        SELECT folded, written, reading
        FROM json_to_recordset(${JSON.stringify(words)}) AS row (folded text, written text, reading text)
        ON CONFLICT DO NOTHING`.execute(tx);
    },

    async remove(tx, ids) {
      await count(tx, ids, []);
      await sql`DELETE FROM ${documents} WHERE id = ANY(${[...ids]}::text[])`.execute(tx);
    },

    words: (db) => ({
      async readAs(readings) {
        const { rows } = await sql<{ folded: string; reading: string }>`
          SELECT folded, reading FROM ${vocabulary} WHERE reading = ANY(${[...readings]}::text[])`.execute(
          db,
        );
        return rows;
      },
      async writtenAs(folded) {
        const { rows } = await sql<{ folded: string; written: string }>`
          SELECT folded, written FROM ${vocabulary} WHERE folded = ANY(${[...folded]}::text[])`.execute(db);
        return new Map(rows.map((row) => [row.folded, row.written]));
      },
    }),

    store: (db) => ({
      async collection() {
        const { rows } = await sql<Collection>`
          SELECT
            coalesce((SELECT documents FROM ${holding} WHERE token = ${EVERY}), 0) AS documents,
            coalesce(avg(length), 1)::float8 AS "meanLength"
          FROM (SELECT length FROM ${documents} ORDER BY number DESC LIMIT ${MEASURED}) AS newest`.execute(
          db,
        );
        return rows[0]!;
      },

      holding: (tokens) => holdingOf(db, tokens),

      async candidates(wanted, unwanted, filters, limit) {
        const match = matchOf(wanted, unwanted);
        if (match === undefined) return [];
        const found = sql`WHERE tokens @@ ${match}::tsquery ${conditions(filters)}`;
        const wantedAs = sql`id, kind, result AS "group", at, title, body`;
        const newest = await worthLookingAt(db, wanted, limit);
        if (newest !== null) {
          const { rows } = await sql<Candidate>`
            SELECT ${wantedAs} FROM (SELECT * FROM ${documents} ORDER BY number DESC LIMIT ${newest}) AS newest
            ${found} ORDER BY number DESC LIMIT ${limit}`.execute(db);
          if (rows.length === limit) return rows;
        }
        // An order that no index has: the planner knows nothing of rare tokens and would go through all documents.
        const { rows } = await sql<Candidate>`
          SELECT ${wantedAs} FROM ${documents} ${found} ORDER BY number + 0 DESC LIMIT ${limit}`.execute(db);
        return rows;
      },
    }),
  };
}

/** Stands for a token that every document holds. */
const EVERY = '';
/** The newest documents tell how long documents are. */
const MEASURED = 10_000;

/** Microseconds to look whether a document holds tokens, and to fetch one that the index has named; measured. */
const LOOKING = 3;
const FETCHING = 10;
/** Milliseconds. */
const KEPT = 30_000;
/** The documents wanted may be rarer among the newest than they are in all. */
const MARGIN = 3;

// A tsvector ends at 1 MB, its bookkeeping of some five bytes a token included. Of longer documents
// the last tokens are left out.
const TOKEN_BYTES = 1_000_000;

function withinLimit(tokens: readonly string[]): string[] {
  let bytes = 0;
  return tokens.filter((token) => {
    bytes += Buffer.byteLength(token) + 6;
    return bytes <= TOKEN_BYTES;
  });
}

function matchOf(wanted: Expression, unwanted: Expression | undefined): string | undefined {
  const match = written(wanted, SIGNS);
  const without = unwanted && written(unwanted, SIGNS);
  return match && without ? `${match} & !${without}` : match;
}

function conditions(filters: Filters): RawBuilder<unknown> {
  const { kinds, programmes, areas, from, until, solved, audience } = filters;
  const listed = (values: readonly string[]) => sql`${[...values]}::text[]`;
  const parts = [
    kinds && sql`kind = ANY(${listed(kinds)})`,
    programmes && sql`programmes && ${listed(programmes)}`,
    areas && sql`area = ANY(${listed(areas)})`,
    from !== undefined && sql`at >= ${from}`,
    until !== undefined && sql`at < ${until}`,
    solved !== undefined && sql`solved = ${solved}`,
    audience && sql`audience = ${audience}`,
  ].filter((part) => part !== undefined && part !== false);
  return sql.join(
    parts.map((part) => sql`AND ${part}`),
    sql` `,
  );
}
