import { type Kysely, sql } from 'kysely';
import type { List } from './bits.ts';
import { packed, REACH, type Run, unpacked } from './postings.ts';

/** Numbers of documents to be put on a token's list, or to be taken off it. */
export type Listing = ReadonlyMap<string, readonly number[]>;

/** Documents of a run: each further one writes the run anew, and each run costs a row. */
const FULL = 256;

/** Runs of a token that are read at first. */
const NEWEST = 8;

/**
 * For each token the numbers of the documents that hold it, in a table of PostgreSQL. Hundreds fit in a row, so they are
 * read quickly, and what holds several tokens is known without a look at the documents. (An index of PostgreSQL's own
 * knows no order and visits each document that it names.)
 */
export function postingsIn<Tables>(name: string) {
  const table = sql.table(name);

  /** For each token and number the run that the number belongs to, in the same order. */
  const runsOf = async (tx: Kysely<Tables>, pairs: ReadonlyArray<Pair>, what: 'length' | 'numbers') => {
    const { rows } = await sql<{ first: number | null; held: number; numbers: Uint8Array }>`
      SELECT run.first, ${what === 'length' ? sql`octet_length(run.numbers) / 2 AS held` : sql`run.numbers`}
      FROM unnest(${pairs.map(({ token }) => token)}::text[], ${pairs.map(({ number }) => number)}::integer[])
        WITH ORDINALITY AS asked (token, number, place)
      LEFT JOIN LATERAL (
        SELECT first, numbers FROM ${table} AS run
        WHERE run.token = asked.token AND run.first <= asked.number ORDER BY first DESC LIMIT 1
      ) AS run ON true
      ORDER BY place`.execute(tx);
    return rows;
  };

  /** Runs as a table that has a name of its own in the statement. */
  const given = (runs: readonly Run[]) => sql`
    unnest(${runs.map(({ token }) => token)}::text[], ${runs.map(({ first }) => first)}::integer[],
      ${runs.map(({ numbers }) => Buffer.from(numbers).toString('hex'))}::text[]) AS given (token, first, numbers)`;

  return {
    async create(db: Kysely<Tables>) {
      // In a page with room for it a run is written anew without another entry in the index.
      await sql`
        CREATE TABLE IF NOT EXISTS ${table} (
          token text COLLATE "C" NOT NULL,
          first integer NOT NULL,
          numbers bytea NOT NULL,
          PRIMARY KEY (token, first)
        ) WITH (fillfactor = 70)`.execute(db);
    },

    async drop(db: Kysely<Tables>) {
      await sql`DROP TABLE IF EXISTS ${table}`.execute(db);
    },

    /** @param since documents with numbers from there on are new to the index */
    async add(tx: Kysely<Tables>, listing: Listing, since: number) {
      const pairs = pairsOf(listing);
      // New ones follow each other at the end of a list: one look finds the place for all.
      const isAsked = ({ token, number }: Pair, at: number) =>
        number < since || pairs[at - 1]?.token !== token || pairs[at - 1]!.number < since;
      const runs = (await runsOf(tx, pairs.filter(isAsked), 'length')).values();
      const more = new Map<string, { token: string; first: number; numbers: number[] }>();
      let first = 0;
      let held = 0;
      for (const [at, { token, number }] of pairs.entries()) {
        if (isAsked({ token, number }, at)) {
          const run = runs.next().value!;
          first = run.first ?? number;
          held = run.held ?? 0;
        }
        // An older document stays between those before and after it, however many there are.
        if (number - first >= REACH || (held >= FULL && number >= since)) {
          first = number;
          held = 0;
        }
        held += 1;
        const key = `${first} ${token}`;
        const run = more.get(key);
        if (run) run.numbers.push(number);
        else more.set(key, { token, first, numbers: [number] });
      }
      const appended = [...more.values()].map((run) => ({ ...run, numbers: packed(run.first, run.numbers) }));
      // In the order of the index.
      appended.sort((a, b) => (a.token < b.token ? -1 : a.token > b.token ? 1 : a.first - b.first));
      await sql`
        INSERT INTO ${table} AS run (token, first, numbers)
        SELECT token, first, decode(numbers, 'hex') FROM ${given(appended)}
        ON CONFLICT (token, first) DO UPDATE SET numbers = run.numbers || excluded.numbers`.execute(tx);
    },

    async remove(tx: Kysely<Tables>, listing: Listing) {
      const pairs = pairsOf(listing);
      if (pairs.length === 0) return;
      const runs = new Map<string, Run>();
      for (const [at, { first, numbers }] of (await runsOf(tx, pairs, 'numbers')).entries()) {
        const { token } = pairs[at]!;
        if (first !== null) runs.set(`${first} ${token}`, { token, first, numbers });
      }
      const left = [...runs.values()].map((run) => {
        const gone = new Set(listing.get(run.token));
        const numbers = unpacked(run).filter((number) => !gone.has(number));
        return { ...run, numbers: packed(run.first, numbers) };
      });
      await sql`
        UPDATE ${table} AS run SET numbers = decode(given.numbers, 'hex') FROM ${given(left)}
        WHERE run.token = given.token AND run.first = given.first`.execute(tx);
    },

    /** The lists of tokens, complete for documents from `since` on; without that their newest parts. */
    async read(db: Kysely<Tables>, tokens: readonly string[], since?: number): Promise<Map<string, List>> {
      const from = sql`coalesce((
        SELECT max(first) FROM ${table} AS before WHERE before.token = asked.token AND before.first <= ${since}
      ), 0)`;
      const { rows } = await sql<Run>`
        SELECT run.token, run.first, run.numbers
        FROM unnest(${[...tokens]}::text[]) AS asked (token)
        CROSS JOIN LATERAL (
          SELECT token, first, numbers FROM ${table} AS run
          WHERE run.token = asked.token ${since === undefined ? sql`` : sql`AND run.first >= ${from}`}
          ORDER BY first DESC ${since === undefined ? sql`LIMIT ${NEWEST}` : sql``}
        ) AS run`.execute(db);
      const runs = Map.groupBy(rows, ({ token }) => token);
      return new Map(
        tokens.map((token) => {
          const found = runs.get(token) ?? [];
          const first = found.length < NEWEST ? 1 : found.at(-1)!.first;
          return [token, { runs: found, since: since ?? first }];
        }),
      );
    },

    /** How many documents hold each token. */
    async holding(db: Kysely<Tables>, tokens: readonly string[]): Promise<Map<string, number>> {
      const { rows } = await sql<{ token: string; documents: number }>`
        SELECT token, (sum(octet_length(numbers)) / 2)::integer AS documents
        FROM ${table} WHERE token = ANY(${[...tokens]}::text[]) GROUP BY token`.execute(db);
      return new Map(rows.map(({ token, documents }) => [token, documents]));
    },
  };
}

interface Pair {
  token: string;
  number: number;
}

/** Each token with each of its numbers, the lowest first. */
function pairsOf(listing: Listing): Pair[] {
  return [...listing].flatMap(([token, numbers]) =>
    numbers.toSorted((a, b) => a - b).map((number) => ({ token, number })),
  );
}
