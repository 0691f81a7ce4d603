import { type Kysely, type RawBuilder, sql } from 'kysely';
import { FIELD_WEIGHT, FIELDS, type Field, NAMED_WEIGHT, TITLE_WEIGHT } from './analysis/fields.ts';
import { queryTerms, type Terms } from './analysis/query.ts';
import { tokens } from './analysis/tokens.ts';
import { inTransaction } from './in-transaction.ts';
import type { SearchDocument, SearchHit, SearchIndex, SearchQuery } from './port.ts';

// One table per field, because bm25() takes the length of all columns of a table for a document's length.
const TABLE: Readonly<Record<Field, string>> = {
  bigram: 'search_bigram',
  word: 'search_word',
  kanji: 'search_kanji',
};

// Tokens of one statement are held in memory as one JSON text.
const DOCUMENTS_PER_STATEMENT = 200;

/**
 * Search in the SQLite database behind `db`, which may be a transaction. Needs FTS5 of SQLite 3.43 or newer.
 * Only tokens are stored; a document cannot be read back from them.
 */
export function fts5Index<Tables>(db: Kysely<Tables>): SearchIndex {
  return {
    async prepare() {
      await sql`
        CREATE TABLE IF NOT EXISTS search_document (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL
        ) STRICT`.execute(db);
      // Our tokens are letters and digits; the ascii tokenizer takes every character beyond ASCII for a letter.
      for (const field of FIELDS) {
        await sql`
          CREATE VIRTUAL TABLE IF NOT EXISTS ${sql.table(TABLE[field])}
          USING fts5(title, body, content='', contentless_delete=1, tokenize='ascii')`.execute(db);
      }
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
        for (const field of FIELDS) {
          await sql`
            DELETE FROM ${sql.table(TABLE[field])}
            WHERE rowid IN (SELECT number FROM search_document WHERE id IN ${gone})`.execute(tx);
        }
        await sql`DELETE FROM search_document WHERE id IN ${gone}`.execute(tx);
      });
    },

    async query(query) {
      const { typed, named } = queryTerms(query.words);
      const matches = [...matchesOf(typed, 1), ...matchesOf(named, NAMED_WEIGHT)];
      return matches.length === 0 ? [] : bestHits(db, matches, query);
    },

    async clear() {
      await inTransaction(db, async (tx) => {
        for (const table of [...Object.values(TABLE), 'search_document']) {
          await sql`DELETE FROM ${sql.table(table)}`.execute(tx);
        }
      });
    },
  };
}

async function putBatch<Tables>(tx: Kysely<Tables>, documents: readonly SearchDocument[]): Promise<void> {
  const rows = JSON.stringify(documents.map(({ id, kind }) => [id, kind]));
  const { rows: numbered } = await sql<{ id: string; number: number }>`
    INSERT INTO search_document (id, kind)
    SELECT value ->> 0, value ->> 1 FROM json_each(${rows}) WHERE true
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind
    RETURNING id, number`.execute(tx);
  const numberOf = new Map(numbered.map(({ id, number }) => [id, number]));

  const analysed = documents.map(({ id, title, body }) => ({
    number: numberOf.get(id),
    title: tokens(title),
    body: tokens(body),
  }));
  for (const field of FIELDS) {
    const values = JSON.stringify(
      analysed.map(({ number, title, body }) => [number, title[field].join(' '), body[field].join(' ')]),
    );
    await sql`
      INSERT OR REPLACE INTO ${sql.table(TABLE[field])} (rowid, title, body)
      SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${values})`.execute(tx);
  }
}

interface Match {
  field: Field;
  terms: readonly string[];
  weight: number;
}

function matchesOf(terms: Terms, weight: number): Match[] {
  return FIELDS.filter((field) => terms[field].length > 0).map((field) => ({
    field,
    terms: terms[field],
    weight: weight * FIELD_WEIGHT[field],
  }));
}

async function bestHits<Tables>(
  db: Kysely<Tables>,
  matches: readonly Match[],
  query: SearchQuery,
): Promise<SearchHit[]> {
  const scored = sql.join(matches.map(scoresOf), sql` UNION ALL `);
  const kinds = query.kinds;
  const ofKind = kinds ? sql`WHERE kind IN (SELECT value FROM json_each(${JSON.stringify(kinds)}))` : sql``;
  const { rows } = await sql<SearchHit>`
    SELECT id, kind, sum(score) AS score
    FROM (${scored}) JOIN search_document USING (number) ${ofKind}
    GROUP BY number ORDER BY score DESC, id LIMIT ${query.limit}`.execute(db);
  return rows;
}

/** The score of each document in one field. bm25() is lower for better matches. */
function scoresOf({ field, terms, weight }: Match): RawBuilder<unknown> {
  const table = sql.table(TABLE[field]);
  const anyOf = terms.map((term) => `"${term}"`).join(' OR ');
  // Without its own LIMIT the query is flattened into the one around it, where bm25() does not work.
  return sql`
    SELECT * FROM (
      SELECT rowid AS number, -bm25(${table}, ${sql.lit(TITLE_WEIGHT)}, 1.0) * ${weight} AS score
      FROM ${table} WHERE ${table} MATCH ${anyOf} LIMIT -1
    )`;
}
