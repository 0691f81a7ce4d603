import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Names } from './analysis/expand.ts';
import { comparable, indexTokens } from './analysis/tokens.ts';
import type { Candidate, Filters } from './engine.ts';
import { type Expression, type Signs, written } from './expression.ts';
import { type Generation, indexOfGenerations } from './generations.server.ts';
import { lookBy } from './look.ts';
import type { SearchIndex } from './port.ts';
import { type Collection, lengthOf } from './rank.ts';

const SIGNS: Signs = { token: (token) => `"${token}"`, and: ' AND ', or: ' OR ' };

/**
 * Search in the SQLite database behind `db`, which may be a transaction. Needs FTS5 of SQLite 3.43 or newer.
 *
 * FTS5 holds which documents have a token and nothing more; the texts to rank stand beside, folded.
 *
 * @param names words and their other names; those of the field when left out
 */
export function fts5Index<Tables>(db: Kysely<Tables>, names?: () => Promise<Names>): SearchIndex {
  return indexOfGenerations(db, generation<Tables>, names);
}

function generation<Tables>(number: number): Generation<Tables> {
  const documents = sql.table(`search_document_${number}`);
  const tokens = sql.table(`search_token_${number}`);
  const vocabulary = sql.table(`search_vocabulary_${number}`);
  return {
    async create(db) {
      await sql`
        CREATE TABLE IF NOT EXISTS ${documents} (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          result TEXT NOT NULL,
          programmes TEXT NOT NULL,
          area TEXT,
          at TEXT NOT NULL,
          solved INTEGER,
          audience TEXT NOT NULL,
          length INTEGER NOT NULL,
          title TEXT NOT NULL,
          body TEXT NOT NULL
        ) STRICT`.execute(db);
      // Our tokens are letters and digits; the ascii tokenizer takes every character beyond ASCII for a letter.
      await sql`
        CREATE VIRTUAL TABLE IF NOT EXISTS ${tokens}
        USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')`.execute(db);
      await sql`
        CREATE TABLE IF NOT EXISTS ${vocabulary} (
          folded TEXT PRIMARY KEY,
          written TEXT NOT NULL,
          reading TEXT NOT NULL
        ) STRICT, WITHOUT ROWID`.execute(db);
      const byReading = sql.ref(`search_vocabulary_reading_${number}`);
      await sql`CREATE INDEX IF NOT EXISTS ${byReading} ON ${vocabulary} (reading)`.execute(db);
    },

    async drop(db) {
      for (const table of [tokens, documents, vocabulary])
        await sql`DROP TABLE IF EXISTS ${table}`.execute(db);
    },

    async put(tx, texts) {
      const rows = texts.map(({ title, body, solved, ...rest }) => {
        const folded = { title: comparable(title), body: comparable(body) };
        const flag = solved === null ? null : Number(solved);
        return { ...rest, ...folded, solved: flag, length: lengthOf(folded) };
      });
      const { rows: numbered } = await sql<{ id: string; number: number }>`
        INSERT INTO ${documents}
          (id, kind, result, programmes, area, at, solved, audience, length, title, body)
        SELECT value ->> 'id', value ->> 'kind', value ->> 'group', value -> 'programmes', value ->> 'area',
          value ->> 'at', value ->> 'solved', value ->> 'audience', value ->> 'length', value ->> 'title',
          value ->> 'body'
        FROM json_each(${JSON.stringify(rows)}) WHERE true
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, result = excluded.result,
          programmes = excluded.programmes, area = excluded.area, at = excluded.at, solved = excluded.solved,
          audience = excluded.audience, length = excluded.length, title = excluded.title, body = excluded.body
        RETURNING id, number`.execute(tx);
      const numberOf = new Map(numbered.map(({ id, number }) => [id, number]));
      const values = rows.map(({ id, title, body }) => [
        numberOf.get(id),
        indexTokens(title, body).join(' '),
      ]);
      await sql`
        INSERT OR REPLACE INTO ${tokens} (rowid, tokens)
        SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(values)})`.execute(tx);
    },

    async keepWords(tx, words) {
      await sql`
        INSERT OR IGNORE INTO ${vocabulary} (folded, written, reading)
        SELECT value ->> 'folded', value ->> 'written', value ->> 'reading'
        FROM json_each(${JSON.stringify(words)})`.execute(tx);
    },

    async remove(tx, ids) {
      const gone = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      await sql`
        DELETE FROM ${tokens} WHERE rowid IN (SELECT number FROM ${documents} WHERE id IN ${gone})`.execute(
        tx,
      );
      await sql`DELETE FROM ${documents} WHERE id IN ${gone}`.execute(tx);
    },

    words: (db) => ({
      async readAs(readings) {
        const { rows } = await sql<{ folded: string; reading: string }>`
          SELECT folded, reading FROM ${vocabulary}
          WHERE reading IN (SELECT value FROM json_each(${JSON.stringify(readings)}))`.execute(db);
        return rows;
      },
      async writtenAs(folded) {
        const { rows } = await sql<{ folded: string; written: string }>`
          SELECT folded, written FROM ${vocabulary}
          WHERE folded IN (SELECT value FROM json_each(${JSON.stringify(folded)}))`.execute(db);
        return new Map(rows.map((row) => [row.folded, row.written]));
      },
    }),

    store: (db) => ({
      async collection() {
        const { rows } = await sql<Collection>`
          SELECT count(*) AS documents, coalesce(avg(length), 1) AS meanLength FROM ${documents}`.execute(db);
        return rows[0]!;
      },

      async holding(wanted) {
        const quoted = wanted.map((token) => [token, SIGNS.token(token)]);
        // The newest documents tell how often a common token stands in all; counting each would take far longer.
        const { rows } = await sql<{ token: string; sample: string; last: number }>`
          SELECT value ->> 0 AS token, (SELECT max(number) FROM ${documents}) AS last, (
            SELECT count(*) || ' ' || coalesce(min(rowid), 0) FROM (
              SELECT rowid FROM ${tokens} WHERE ${tokens} MATCH (value ->> 1)
              ORDER BY rowid DESC LIMIT ${SAMPLE}
            )
          ) AS sample
          FROM json_each(${JSON.stringify(quoted)})`.execute(db);
        return new Map(rows.map(({ token, sample, last }) => [token, estimated(sample, last)]));
      },

      look: (filters, unwanted) =>
        lookBy(async (wanted, limit) => {
          const match = matchOf(wanted, unwanted);
          if (match === undefined) return [];
          const { rows } = await sql<Candidate>`
            SELECT id, kind, result AS "group", at, title, body
            FROM ${tokens} CROSS JOIN ${documents} ON number = ${tokens}.rowid
            WHERE ${tokens} MATCH ${match} ${conditions(filters)}
            ORDER BY ${tokens}.rowid DESC LIMIT ${limit}`.execute(db);
          return rows;
        }),
    }),
  };
}

/** Documents whose places tell how often a token stands. */
const SAMPLE = 1_000;

/** @param sample the number of documents found, and the lowest of their numbers */
function estimated(sample: string, last: number): number {
  const [count = 0, since = 0] = sample.split(' ').map(Number);
  return count < SAMPLE ? count : Math.round((count * last) / (last - since + 1));
}

function matchOf(wanted: Expression, unwanted: Expression | undefined): string | undefined {
  const match = written(wanted, SIGNS);
  const without = unwanted && written(unwanted, SIGNS);
  return match && without ? `${match} NOT ${without}` : match;
}

function conditions(filters: Filters): RawBuilder<unknown> {
  const { kinds, programmes, areas, from, until, solved, audience } = filters;
  const listed = (values: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
  const parts = [
    kinds && sql`kind IN ${listed(kinds)}`,
    programmes &&
      sql`EXISTS (SELECT 1 FROM json_each(programmes) AS one WHERE one.value IN ${listed(programmes)})`,
    areas && sql`area IN ${listed(areas)}`,
    from !== undefined && sql`at >= ${from}`,
    until !== undefined && sql`at < ${until}`,
    solved !== undefined && sql`solved = ${Number(solved)}`,
    audience && sql`audience = ${audience}`,
  ].filter((part) => part !== undefined && part !== false);
  return sql.join(
    parts.map((part) => sql`AND ${part}`),
    sql` `,
  );
}
