import { type Kysely, type RawBuilder, sql } from 'kysely';
import { FIELD_WEIGHT, FIELDS, type Field, NAMED_WEIGHT, TITLE_WEIGHT } from './analysis/fields.ts';
import { queryTerms, type Terms } from './analysis/query.ts';
import { tokens } from './analysis/tokens.ts';
import { inTransaction } from './in-transaction.ts';
import type { SearchDocument, SearchHit, SearchIndex, SearchQuery } from './port.ts';

// All fields share one tsvector; the first letter of a lexeme names the field.
const PREFIX: Readonly<Record<Field, string>> = { bigram: 'b', word: 'w', kanji: 'k' };

const DOCUMENTS_PER_STATEMENT = 200;

/**
 * Search in the PostgreSQL database behind `db`, which may be a transaction. Needs no extension.
 *
 * ts_rank() knows neither how rare a word is nor how long a document, so it only looks
 * lexemes up, and the score is BM25 as in FTS5: see `bestHits`.
 */
export function postgresIndex<Tables>(db: Kysely<Tables>): SearchIndex {
  return {
    async prepare() {
      await sql`
        CREATE TABLE IF NOT EXISTS search_document (
          id text PRIMARY KEY,
          kind text NOT NULL,
          lexemes tsvector NOT NULL,
          length real NOT NULL
        )`.execute(db);
      // Uncompressed, because a query unpacks the lexemes of each candidate, and packing slows a bulk put by half.
      await sql`ALTER TABLE search_document ALTER COLUMN lexemes SET STORAGE EXTERNAL`.execute(db);
      // The list of new lexemes (in KB) is to hold those of a bulk put, which ends by emptying it.
      await sql`
        CREATE INDEX IF NOT EXISTS search_document_lexemes ON search_document
        USING gin (lexemes) WITH (gin_pending_list_limit = 65536)`.execute(db);
    },

    async put(documents) {
      const last = [...new Map(documents.map((document) => [document.id, document])).values()];
      await inTransaction(db, async (tx) => {
        for (let from = 0; from < last.length; from += DOCUMENTS_PER_STATEMENT) {
          const rows = last.slice(from, from + DOCUMENTS_PER_STATEMENT).map(rowOf);
          await sql`
            INSERT INTO search_document (id, kind, lexemes, length)
            SELECT id, kind, lexemes::tsvector, length
            FROM json_to_recordset(${JSON.stringify(rows)}) AS row (id text, kind text, lexemes text, length real)
            ON CONFLICT (id) DO UPDATE
            SET kind = excluded.kind, lexemes = excluded.lexemes, length = excluded.length`.execute(tx);
        }
        // New lexemes wait in a list that each query would read; PostgreSQL itself sorts them in much later, and
        // sorting each in as it comes (fastupdate = off) takes three times as long.
        await sql`SELECT gin_clean_pending_list('search_document_lexemes')`.execute(tx);
      });
    },

    async remove(ids) {
      await sql`DELETE FROM search_document WHERE id = ANY(${[...ids]}::text[])`.execute(db);
    },

    async query(query) {
      const { typed, named } = queryTerms(query.words);
      const terms = [...termsOf(typed, 1), ...termsOf(named, NAMED_WEIGHT)];
      return terms.length === 0 ? [] : bestHits(db, terms, query);
    },

    async clear() {
      await sql`DELETE FROM search_document`.execute(db);
    },
  };
}

// The four weight labels of a lexeme hold how often it occurs, and each counts as this many occurrences.
// An occurrence in the title is TITLE_WEIGHT occurrences in the body.
const OCCURRENCES = { D: 1, C: 2, B: 3, A: TITLE_WEIGHT };

function label(occurrences: number): keyof typeof OCCURRENCES {
  if (occurrences >= OCCURRENCES.A) return 'A';
  return occurrences >= OCCURRENCES.B ? 'B' : occurrences >= OCCURRENCES.C ? 'C' : 'D';
}

// A tsvector ends at 1 MB, its bookkeeping of some five bytes a lexeme included. Of longer documents
// the last lexemes are left out.
const LEXEME_BYTES = 1_000_000;

function rowOf({ id, kind, title, body }: SearchDocument) {
  const occurrences = new Map<string, number>();
  const count = (text: string, weight: number) => {
    const analysed = tokens(text);
    for (const field of FIELDS) {
      for (const token of analysed[field]) {
        const lexeme = PREFIX[field] + token;
        occurrences.set(lexeme, (occurrences.get(lexeme) ?? 0) + weight);
      }
    }
    return analysed.bigram.length;
  };
  const length = count(title, TITLE_WEIGHT) + count(body, 1);

  let lexemes = '';
  let bytes = 0;
  for (const [lexeme, times] of occurrences) {
    bytes += Buffer.byteLength(lexeme) + 6;
    if (bytes > LEXEME_BYTES) break;
    lexemes += `${lexeme}:1${label(times)} `;
  }
  return { id, kind, lexemes, length };
}

interface Term {
  lexeme: string;
  /** What a match counts beside matches of the other terms. */
  weight: number;
}

function termsOf(terms: Terms, weight: number): Term[] {
  return FIELDS.flatMap((field) =>
    terms[field].map((token) => ({ lexeme: PREFIX[field] + token, weight: weight * FIELD_WEIGHT[field] })),
  );
}

interface FoundTerm extends Term {
  /** Documents of the kinds asked for that hold the term. */
  documents: number;
}

interface Collection {
  /** Best first; terms that no document holds are left out. */
  terms: FoundTerm[];
  /** Mean length of a document. */
  meanLength: number;
}

/** Multiplies the weight of each term by its inverse document frequency, so that a rare word counts more. */
async function weighByRarity<Tables>(
  db: Kysely<Tables>,
  terms: readonly Term[],
  ofKind: RawBuilder<boolean>,
): Promise<Collection> {
  const { rows } = await sql<
    Term & { holding: number; documents: number; total: number; meanLength: number }
  >`
    SELECT term.lexeme, term.weight, holding, documents, total, "meanLength"
    FROM json_to_recordset(${JSON.stringify(terms)}) AS term (lexeme text, weight float8)
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS holding, (count(*) FILTER (WHERE ${ofKind}))::integer AS documents
      FROM search_document WHERE lexemes @@ term.lexeme::tsquery
    ) AS counted
    CROSS JOIN (
      SELECT count(*)::integer AS total, avg(length)::float8 AS "meanLength" FROM search_document
    ) AS collection
    WHERE documents > 0`.execute(db);
  const found = rows.map(({ lexeme, weight, holding, documents, total }) => ({
    lexeme,
    weight: weight * Math.log(1 + (total - holding + 0.5) / (holding + 0.5)),
    documents,
  }));
  return { terms: found.sort((a, b) => b.weight - a.weight), meanLength: rows[0]?.meanLength ?? 0 };
}

// BM25's usual constants, which FTS5 has built in: how soon more occurrences stop counting, how much length counts.
const K1 = 1.2;
const B = 0.75;

// Documents that are scored. In a large collection those that hold only the commonest words of a query are not.
const CANDIDATES = 1_000;

// Terms of about one weight are scored together, because a call of ts_rank() costs more than a term in it.
const GROUPS = 6;

// ts_rank() divides by this, the sum of 1/n², whatever the query.
const TS_RANK_SCALE = Math.PI ** 2 / 6;

/**
 * BM25 by ts_rank(): of a query `a | b` whose terms have one position each it makes the mean of their labels' weights
 * (over a constant). So the labels' weights are what BM25 gives for so many occurrences in a document of that
 * length, and the mean times the terms' weight is their score.
 */
async function bestHits<Tables>(
  db: Kysely<Tables>,
  terms: readonly Term[],
  { kinds, limit }: SearchQuery,
): Promise<SearchHit[]> {
  const ofKind = kinds ? sql<boolean>`kind = ANY(${[...kinds]}::text[])` : sql<boolean>`true`;
  const collection = await weighByRarity(db, terms, ofKind);
  if (collection.terms.length === 0) return [];

  const occurrences = sql.join(
    Object.values(OCCURRENCES).map((times) => sql`${sql.lit(times)} / (${sql.lit(times)} + norm)`),
  );
  const scores = grouped(collection.terms).map(
    (group) =>
      sql`ts_rank(ARRAY[${occurrences}]::real[], vector, ${anyOf(group)}::tsquery) * ${sumOfWeights(group) * TS_RANK_SCALE}::float8`,
  );
  const { rows } = await sql<SearchHit>`
    SELECT id, kind, ${sql.join(scores, sql` + `)} AS score
    FROM search_document
    CROSS JOIN LATERAL (
      -- Unpacks the lexemes once a document instead of once a call of ts_rank().
      SELECT lexemes || ''::tsvector AS vector,
        ${sql.lit(K1 * (1 - B))} + ${sql.lit(K1 * B)} * length / ${collection.meanLength}::float8 AS norm
      OFFSET 0
    ) AS unpacked
    WHERE lexemes @@ ${anyOf(rarest(collection.terms))}::tsquery AND ${ofKind}
    ORDER BY score DESC, id LIMIT ${limit}`.execute(db);
  return rows;
}

function anyOf(terms: readonly Term[]): string {
  return terms.map(({ lexeme }) => lexeme).join(' | ');
}

function sumOfWeights(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** The first terms, until they are held by enough documents. */
function rarest(terms: readonly FoundTerm[]): FoundTerm[] {
  let documents = 0;
  return terms.filter((term) => {
    const needed = documents < CANDIDATES;
    documents += term.documents;
    return needed;
  });
}

/** Cuts terms in the order of their weights into at most GROUPS parts, whose weights span about as much each. */
function grouped<T extends Term>(terms: readonly T[]): T[][] {
  const heaviest = terms[0]!.weight;
  const groups = Object.groupBy(terms, ({ weight }) =>
    Math.min(GROUPS - 1, Math.floor((1 - weight / heaviest) * GROUPS)),
  );
  return Object.values(groups).filter((group) => group !== undefined);
}
