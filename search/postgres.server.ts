import { type Kysely, sql } from 'kysely';
import type { Names } from './analysis/expand.ts';
import { comparable, indexTokens } from './analysis/tokens.ts';
import type { Candidate, Filters } from './engine.ts';
import type { Expression } from './expression.ts';
import { type Generation, indexOfGenerations } from './generations.server.ts';
import type { SearchDocument, SearchIndex } from './port.ts';
import { postingsIn } from './postings.server.ts';
import { type Collection, lengthOf } from './rank.ts';
import { Reading } from './reading.ts';

/**
 * Search in the PostgreSQL database behind `db`, which may be a transaction. Needs no extension.
 *
 * @param names words and their other names; those of the field when left out
 */
export function postgresIndex<Tables>(db: Kysely<Tables>, names?: () => Promise<Names>): SearchIndex {
  return indexOfGenerations(db, generation<Tables>, names);
}

/** A document as the index keeps it. */
type Kept = Omit<SearchDocument, 'group'> & { number: number; result: string; length: number };

function generation<Tables>(number: number): Generation<Tables> {
  const documents = sql.table(`search_document_${number}`);
  const total = sql.table(`search_total_${number}`);
  const vocabulary = sql.table(`search_vocabulary_${number}`);
  const postings = postingsIn<Tables>(`search_posting_${number}`);

  const known = async (tx: Kysely<Tables>, ids: readonly string[]) => {
    const { rows } = await sql<Kept>`SELECT * FROM ${documents} WHERE id = ANY(${[...ids]}::text[])`.execute(
      tx,
    );
    return rows;
  };

  /**
   * Counts documents that change, so that nobody else has to.
   *
   * @returns the highest number that a document ever had before
   */
  const count = async (
    tx: Kysely<Tables>,
    before: readonly Kept[],
    now: ReadonlyArray<Pick<Kept, 'length'>>,
  ) => {
    const documents = now.length - before.length;
    const length = sum(now) - sum(before);
    const fresh = Math.max(0, documents);
    const { rows } = await sql<{ last: number }>`
      UPDATE ${total} SET documents = documents + ${documents}::integer, length = length + ${length}::bigint,
        last = last + ${fresh}::integer
      RETURNING last - ${fresh}::integer AS last`.execute(tx);
    return rows[0]!.last;
  };

  /** Puts documents on the lists of what they hold now, and takes them off those of what they held before. */
  const list = async (tx: Kysely<Tables>, before: readonly Kept[], now: readonly Kept[], since: number) => {
    const held = new Map(before.map((document) => [document.number, tokensOf(document)]));
    const added = new Map<string, number[]>();
    for (const document of now) {
      const old = held.get(document.number);
      for (const token of tokensOf(document)) {
        if (!old?.delete(token)) note(added, token, document.number);
      }
    }
    const removed = new Map<string, number[]>();
    for (const [number, tokens] of held) for (const token of tokens) note(removed, token, number);
    await postings.remove(tx, removed);
    await postings.add(tx, added, since);
  };

  /** Which of these documents come from a period. */
  const within = async (db: Kysely<Tables>, numbers: readonly number[], { from, until }: Filters) => {
    const { rows } = await sql<{ number: number }>`
      SELECT number FROM ${documents} WHERE number = ANY(${[...numbers]}::integer[])
        ${from === undefined ? sql`` : sql`AND at >= ${from}`}
        ${until === undefined ? sql`` : sql`AND at < ${until}`}
      ORDER BY number DESC`.execute(db);
    return rows.map(({ number }) => number);
  };

  return {
    async create(db) {
      await sql`
        CREATE TABLE IF NOT EXISTS ${documents} (
          number integer PRIMARY KEY,
          id text COLLATE "C" NOT NULL UNIQUE,
          kind text NOT NULL,
          result text NOT NULL,
          programmes text[] NOT NULL,
          area text,
          at text NOT NULL,
          solved boolean,
          audience text NOT NULL,
          length integer NOT NULL,
          title text NOT NULL,
          body text NOT NULL
        )`.execute(db);
      await sql`
        CREATE TABLE IF NOT EXISTS ${total} (
          one integer PRIMARY KEY,
          documents integer NOT NULL,
          length bigint NOT NULL,
          last integer NOT NULL
        )`.execute(db);
      await sql`INSERT INTO ${total} (one, documents, length, last) VALUES (1, 0, 0, 0) ON CONFLICT DO NOTHING`.execute(
        db,
      );
      await postings.create(db);
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
      for (const table of [documents, total, vocabulary])
        await sql`DROP TABLE IF EXISTS ${table}`.execute(db);
      await postings.drop(db);
    },

    // What a power cut takes of the index it takes of the outbox too, which is emptied later: the job is done again.
    async alone(tx) {
      await sql`SET LOCAL synchronous_commit = off`.execute(tx);
    },

    async put(tx, texts) {
      const before = await known(
        tx,
        texts.map(({ id }) => id),
      );
      const numberOf = new Map(before.map(({ id, number }) => [id, number]));
      const folded = texts.map(({ group, title, body, ...rest }) => {
        const comparables = { title: comparable(title), body: comparable(body) };
        return { ...rest, ...comparables, result: group, length: lengthOf(comparables) };
      });
      const last = await count(tx, before, folded);
      let next = last;
      const now = folded.map((document): Kept => {
        const number = numberOf.get(document.id) ?? ++next;
        return { ...document, number };
      });
      await sql`
        INSERT INTO ${documents}
          (number, id, kind, result, programmes, area, at, solved, audience, length, title, body)
        SELECT number, id, kind, result, programmes, area, at, solved, audience, length, title, body
        FROM json_to_recordset(${JSON.stringify(now)}) AS row (number integer, id text, kind text, result text,
          programmes text[], area text, at text, solved boolean, audience text, length integer, title text, body text)
        ON CONFLICT (number) DO UPDATE SET kind = excluded.kind, result = excluded.result,
          programmes = excluded.programmes, area = excluded.area, at = excluded.at, solved = excluded.solved,
          audience = excluded.audience, length = excluded.length, title = excluded.title,
          body = excluded.body`.execute(tx);
      await list(tx, before, now, last + 1);
    },

    async keepWords(tx, words) {
      await sql`
        INSERT INTO ${vocabulary} (folded, written, reading)
        SELECT folded, written, reading
        FROM json_to_recordset(${JSON.stringify(words)}) AS row (folded text, written text, reading text)
        ON CONFLICT DO NOTHING`.execute(tx);
    },

    async remove(tx, ids) {
      const before = await known(tx, ids);
      await sql`DELETE FROM ${documents} WHERE id = ANY(${[...ids]}::text[])`.execute(tx);
      await count(tx, before, []);
      await list(tx, before, [], 0);
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
          SELECT documents, coalesce(length::float8 / nullif(documents, 0), 1) AS "meanLength" FROM ${total}`.execute(
          db,
        );
        return rows[0]!;
      },

      holding: (tokens) => postings.holding(db, tokens),

      look(filters, unwanted, expected) {
        const reading = new Reading((tokens, since) => postings.read(db, tokens, since), expected);
        const isOfPeriod = filters.from !== undefined || filters.until !== undefined;
        const taken = new Set<number>();
        return {
          async take(wanted, limit) {
            const all = { all: [wanted, ...filterTokens(filters)] };
            // Those of a period may be any of all.
            const numbers = await reading.newest(
              all,
              unwanted,
              isOfPeriod ? Number.POSITIVE_INFINITY : limit,
            );
            const found = isOfPeriod ? await within(db, numbers, filters) : numbers;
            for (const one of found.slice(0, limit)) taken.add(one);
            return taken.size;
          },
          async taken() {
            if (taken.size === 0) return [];
            const { rows } = await sql<Candidate>`
              SELECT id, kind, result AS "group", at, title, body
              FROM ${documents} WHERE number = ANY(${[...taken]}::integer[])`.execute(db);
            return rows;
          },
        };
      },
    }),
  };
}

/** What a document is found under. A filter's tokens are no words, because those have only letters and digits. */
function tokensOf(document: Kept): Set<string> {
  const { kind, programmes, area, solved, audience, title, body } = document;
  const filters = [
    `kind=${kind}`,
    ...programmes.map((one) => `programme=${one}`),
    ...(area === null ? [] : [`area=${area}`]),
    ...(solved === null ? [] : [`solved=${solved}`]),
    `audience=${audience}`,
  ];
  return new Set([...indexTokens(title, body), ...filters]);
}

function filterTokens({ kinds, programmes, areas, solved, audience }: Filters): Expression[] {
  const any = (name: string, values: readonly unknown[] | undefined) =>
    values ? [{ any: values.map((value) => `${name}=${value}`) }] : [];
  return [
    ...any('kind', kinds),
    ...any('programme', programmes),
    ...any('area', areas),
    ...any('solved', solved === undefined ? undefined : [solved]),
    ...any('audience', audience && [audience]),
  ];
}

function note(listing: Map<string, number[]>, token: string, number: number): void {
  const numbers = listing.get(token);
  if (numbers) numbers.push(number);
  else listing.set(token, [number]);
}

function sum(documents: ReadonlyArray<Pick<Kept, 'length'>>): number {
  return documents.reduce((length, document) => length + document.length, 0);
}
