import { type Kysely, type RawBuilder, sql } from 'kysely';
import { readingOfWord, wordsRead } from './analysis/readings.server.ts';
import { comparable, indexTokens } from './analysis/tokens.ts';
import { type Candidate, Engine, type Filters, type Store } from './engine.ts';
import { type Expression, type Signs, written } from './expression.ts';
import { inTransaction } from './in-transaction.ts';
import type { SearchDocument, SearchIndex } from './port.ts';
import { type Collection, lengthOf } from './rank.ts';
import type { Vocabulary } from './vocabulary.ts';

const DOCUMENTS_PER_STATEMENT = 200;

const SIGNS: Signs = { token: (token) => token, and: ' & ', or: ' | ' };

/** Search in the PostgreSQL database behind `db`, which may be a transaction. Needs no extension. */
export function postgresIndex<Tables>(db: Kysely<Tables>): SearchIndex {
  const engine = new Engine(storeOver(db), vocabularyOver(db));
  return {
    async prepare() {
      await sql`
        CREATE TABLE IF NOT EXISTS search_document (
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
        )`.execute(db);
      await sql`
        CREATE TABLE IF NOT EXISTS search_vocabulary (
          folded text PRIMARY KEY,
          written text NOT NULL,
          reading text NOT NULL
        )`.execute(db);
      await sql`
        CREATE INDEX IF NOT EXISTS search_vocabulary_reading ON search_vocabulary (reading)`.execute(db);
      // The list of new tokens (in KB) is to hold those of a bulk put, which ends by emptying it.
      await sql`
        CREATE INDEX IF NOT EXISTS search_document_tokens ON search_document
        USING gin (tokens) WITH (gin_pending_list_limit = 65536)`.execute(db);
    },

    async put(documents) {
      const last = [...new Map(documents.map((document) => [document.id, document])).values()];
      await inTransaction(db, async (tx) => {
        for (let from = 0; from < last.length; from += DOCUMENTS_PER_STATEMENT) {
          await putBatch(tx, last.slice(from, from + DOCUMENTS_PER_STATEMENT));
        }
        // New tokens wait in a list that each query would read; PostgreSQL itself sorts them in much later, and
        // sorting each in as it comes (fastupdate = off) takes three times as long.
        await sql`SELECT gin_clean_pending_list('search_document_tokens')`.execute(tx);
      });
    },

    async remove(ids) {
      await sql`DELETE FROM search_document WHERE id = ANY(${[...ids]}::text[])`.execute(db);
    },

    query: (query) => engine.query(query),

    async clear() {
      await inTransaction(db, async (tx) => {
        await sql`DELETE FROM search_document`.execute(tx);
        await sql`DELETE FROM search_vocabulary`.execute(tx);
      });
    },
  };
}

async function putBatch<Tables>(tx: Kysely<Tables>, documents: readonly SearchDocument[]): Promise<void> {
  const rows = documents.map((document) => {
    const texts = { title: comparable(document.title), body: comparable(document.body) };
    const { id, kind, group, programmes, area, at, solved, audience } = document;
    const tokens = withinLimit(indexTokens(texts.title, texts.body));
    return {
      ...{ id, kind, result: group, programmes, area, at, solved, audience },
      ...{ length: lengthOf(texts), ...texts, tokens },
    };
  });
  await sql`
    INSERT INTO search_document
      (id, kind, result, programmes, area, at, solved, audience, length, title, body, tokens)
    SELECT id, kind, result, programmes, area, at, solved, audience, length, title, body, array_to_tsvector(tokens)
    FROM json_to_recordset(${JSON.stringify(rows)}) AS row (id text, kind text, result text, programmes text[],
      area text, at text, solved boolean, audience text, length integer, title text, body text, tokens text[])
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, result = excluded.result,
      programmes = excluded.programmes, area = excluded.area, at = excluded.at, solved = excluded.solved,
      audience = excluded.audience, length = excluded.length, title = excluded.title, body = excluded.body,
      tokens = excluded.tokens`.execute(tx);
  const words = documents.flatMap(({ title, body }) => wordsRead(`${title}\n${body}`));
  await sql`
    INSERT INTO search_vocabulary (folded, written, reading)
    SELECT folded, written, reading
    FROM json_to_recordset(${JSON.stringify(words)}) AS row (folded text, written text, reading text)
    ON CONFLICT DO NOTHING`.execute(tx);
}

function vocabularyOver<Tables>(db: Kysely<Tables>): Vocabulary {
  return {
    readingOf: readingOfWord,
    async readAs(readings) {
      const { rows } = await sql<{ folded: string; reading: string }>`
        SELECT folded, reading FROM search_vocabulary WHERE reading = ANY(${[...readings]}::text[])`.execute(
        db,
      );
      return rows;
    },
    async writtenAs(folded) {
      const { rows } = await sql<{ folded: string; written: string }>`
        SELECT folded, written FROM search_vocabulary WHERE folded = ANY(${[...folded]}::text[])`.execute(db);
      return new Map(rows.map((row) => [row.folded, row.written]));
    },
  };
}

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

function storeOver<Tables>(db: Kysely<Tables>): Store {
  return {
    async collection() {
      const { rows } = await sql<Collection>`
        SELECT count(*)::integer AS documents, coalesce(avg(length), 1)::float8 AS "meanLength"
        FROM search_document`.execute(db);
      return rows[0]!;
    },

    async holding(tokens) {
      const { rows } = await sql<{ token: string; holding: number }>`
        SELECT token, holding FROM unnest(${[...tokens]}::text[]) AS token
        CROSS JOIN LATERAL (
          SELECT count(*)::integer AS holding FROM search_document WHERE tokens @@ token::tsquery
        ) AS counted`.execute(db);
      return new Map(rows.map(({ token, holding }) => [token, holding]));
    },

    async candidates(wanted, unwanted, filters, limit) {
      const match = matchOf(wanted, unwanted);
      if (match === undefined) return [];
      const { rows } = await sql<Candidate>`
        SELECT id, kind, result AS "group", at, title, body FROM search_document
        WHERE tokens @@ ${match}::tsquery ${conditions(filters)}
        ORDER BY number DESC LIMIT ${limit}`.execute(db);
      return rows;
    },
  };
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
