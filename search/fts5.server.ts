import { type Kysely, type RawBuilder, sql } from 'kysely';
import { readingOfWord, wordsRead } from './analysis/readings.server.ts';
import { comparable, indexTokens } from './analysis/tokens.ts';
import { type Candidate, Engine, type Filters, type Store } from './engine.ts';
import { type Expression, type Signs, written } from './expression.ts';
import { inTransaction } from './in-transaction.ts';
import type { SearchDocument, SearchIndex } from './port.ts';
import { type Collection, lengthOf } from './rank.ts';
import type { Vocabulary } from './vocabulary.ts';

// Tokens of one statement are held in memory as one JSON text.
const DOCUMENTS_PER_STATEMENT = 200;

const SIGNS: Signs = { token: (token) => `"${token}"`, and: ' AND ', or: ' OR ' };

/**
 * Search in the SQLite database behind `db`, which may be a transaction. Needs FTS5 of SQLite 3.43 or newer.
 *
 * FTS5 holds which documents have a token and nothing more; the texts to rank stand beside, folded.
 */
export function fts5Index<Tables>(db: Kysely<Tables>): SearchIndex {
  const engine = new Engine(storeOver(db), vocabularyOver(db));
  return {
    async prepare() {
      await sql`
        CREATE TABLE IF NOT EXISTS search_document (
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
        CREATE VIRTUAL TABLE IF NOT EXISTS search_token
        USING fts5(tokens, content='', contentless_delete=1, detail=none, detail=none, tokenize='ascii')`.execute(
        db,
      );
      await sql`
        CREATE TABLE IF NOT EXISTS search_vocabulary (
          folded TEXT PRIMARY KEY,
          written TEXT NOT NULL,
          reading TEXT NOT NULL
        ) STRICT, WITHOUT ROWID`.execute(db);
      await sql`
        CREATE INDEX IF NOT EXISTS search_vocabulary_reading ON search_vocabulary (reading)`.execute(db);
    },

    async put(documents) {
      const last = [...new Map(documents.map((document) => [document.id, document])).values()];
      await inTransaction(db, async (tx) => {
        for (let from = 0; from < last.length; from += DOCUMENTS_PER_STATEMENT) {
          await putBatch(tx, last.slice(from, from + DOCUMENTS_PER_STATEMENT));
        }
      });
    },

    async remove(ids) {
      const gone = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
      await inTransaction(db, async (tx) => {
        await sql`
          DELETE FROM search_token
          WHERE rowid IN (SELECT number FROM search_document WHERE id IN ${gone})`.execute(tx);
        await sql`DELETE FROM search_document WHERE id IN ${gone}`.execute(tx);
      });
    },

    query: (query) => engine.query(query),

    async clear() {
      await inTransaction(db, async (tx) => {
        for (const table of ['search_token', 'search_document', 'search_vocabulary']) {
          await sql`DELETE FROM ${sql.table(table)}`.execute(tx);
        }
      });
    },
  };
}

async function putBatch<Tables>(tx: Kysely<Tables>, documents: readonly SearchDocument[]): Promise<void> {
  const rows = documents.map((document) => {
    const texts = { title: comparable(document.title), body: comparable(document.body) };
    const { id, kind, group, programmes, area, at, solved, audience } = document;
    const flag = solved === null ? null : Number(solved);
    return {
      id,
      kind,
      group,
      programmes,
      area,
      at,
      solved: flag,
      audience,
      length: lengthOf(texts),
      ...texts,
    };
  });
  const { rows: numbered } = await sql<{ id: string; number: number }>`
    INSERT INTO search_document
      (id, kind, result, programmes, area, at, solved, audience, length, title, body)
    SELECT value ->> 'id', value ->> 'kind', value ->> 'group', value -> 'programmes', value ->> 'area', value ->> 'at',
      value ->> 'solved', value ->> 'audience', value ->> 'length', value ->> 'title', value ->> 'body'
    FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, result = excluded.result,
      programmes = excluded.programmes, area = excluded.area, at = excluded.at, solved = excluded.solved,
      audience = excluded.audience, length = excluded.length, title = excluded.title, body = excluded.body
    RETURNING id, number`.execute(tx);
  const numberOf = new Map(numbered.map(({ id, number }) => [id, number]));
  const values = rows.map(({ id, title, body }) => [numberOf.get(id), indexTokens(title, body).join(' ')]);
  await sql`
    INSERT OR REPLACE INTO search_token (rowid, tokens)
    SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(values)})`.execute(tx);
  const words = documents.flatMap(({ title, body }) => wordsRead(`${title}\n${body}`));
  await sql`
    INSERT OR IGNORE INTO search_vocabulary (folded, written, reading)
    SELECT value ->> 'folded', value ->> 'written', value ->> 'reading'
    FROM json_each(${JSON.stringify(words)})`.execute(tx);
}

function vocabularyOver<Tables>(db: Kysely<Tables>): Vocabulary {
  return {
    readingOf: readingOfWord,
    async readAs(readings) {
      const { rows } = await sql<{ folded: string; reading: string }>`
        SELECT folded, reading FROM search_vocabulary
        WHERE reading IN (SELECT value FROM json_each(${JSON.stringify(readings)}))`.execute(db);
      return rows;
    },
    async writtenAs(folded) {
      const { rows } = await sql<{ folded: string; written: string }>`
        SELECT folded, written FROM search_vocabulary
        WHERE folded IN (SELECT value FROM json_each(${JSON.stringify(folded)}))`.execute(db);
      return new Map(rows.map((row) => [row.folded, row.written]));
    },
  };
}

function storeOver<Tables>(db: Kysely<Tables>): Store {
  return {
    async collection() {
      const { rows } = await sql<Collection>`
        SELECT count(*) AS documents, coalesce(avg(length), 1) AS meanLength FROM search_document`.execute(
        db,
      );
      return rows[0]!;
    },

    async holding(tokens) {
      const quoted = tokens.map((token) => [token, SIGNS.token(token)]);
      const { rows } = await sql<{ token: string; holding: number }>`
        SELECT value ->> 0 AS token,
          (SELECT count(*) FROM search_token WHERE search_token MATCH (value ->> 1)) AS holding
        FROM json_each(${JSON.stringify(quoted)})`.execute(db);
      return new Map(rows.map(({ token, holding }) => [token, holding]));
    },

    async candidates(wanted, unwanted, filters, limit) {
      const match = matchOf(wanted, unwanted);
      if (match === undefined) return [];
      const { rows } = await sql<Candidate>`
        SELECT id, kind, result AS "group", at, title, body
        FROM search_token CROSS JOIN search_document ON number = search_token.rowid
        WHERE search_token MATCH ${match} ${conditions(filters)}
        ORDER BY search_token.rowid DESC LIMIT ${limit}`.execute(db);
      return rows;
    },
  };
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
