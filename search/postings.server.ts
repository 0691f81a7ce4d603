import { type Kysely, sql } from 'kysely';
import type { List } from './bits.ts';
import { packed, REACH, type Run, unpacked } from './postings.ts';

/** Numbers of documents, the lowest first, to be put on a token's list, or to be taken off it. */
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
  const runsOf = async (tx: Kysely<Tables>, asked: readonly Asked[], what: 'length' | 'numbers') => {
    const { rows } = await sql<{ first: number | null; held: number; numbers: Uint8Array }>`
      SELECT run.first, ${what === 'length' ? sql`octet_length(run.numbers) / 2 AS held` : sql`run.numbers`}
      FROM unnest(${texts(asked.map(({ token }) => token))}, ${integers(asked.map(({ number }) => number))})
        WITH ORDINALITY AS asked (token, number, place)
      LEFT JOIN LATERAL (
        SELECT first, numbers FROM ${table} AS run
        WHERE run.token = asked.token AND run.first <= asked.number ORDER BY first DESC LIMIT 1
      ) AS run ON true
      ORDER BY place`.execute(tx);
    return rows;
  };

  const given = (runs: readonly Run[]) => sql`
    unnest(${texts(runs.map(({ token }) => token))}, ${integers(runs.map(({ first }) => first))},
      ${texts(runs.map(({ numbers }) => Buffer.from(numbers).toString('hex')))}) AS given (token, first, numbers)`;

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
      // In the order of the index. New documents follow each other at the end of a list: one look does for all.
      const asked = [...listing.keys()]
        .sort()
        .flatMap((token): Array<Asked & { numbers: readonly number[] }> => {
          const numbers = listing.get(token)!;
          const fresh = numbers.filter((number) => number >= since);
          const old = numbers.filter((number) => number < since);
          return [...old.map((number) => [number]), ...(fresh.length > 0 ? [fresh] : [])].map((numbers) => ({
            token,
            number: numbers[0]!,
            numbers,
          }));
        });
      if (asked.length === 0) return;
      const runs = await runsOf(tx, asked, 'length');
      const more = new Map<string, { token: string; first: number; numbers: number[] }>();
      for (const [at, { token, numbers }] of asked.entries()) {
        let { first, held } = runs[at]!;
        for (const number of numbers) {
          // An older document stays between those before and after it, however many there are.
          if (first === null || number - first >= REACH || (held >= FULL && number >= since)) {
            first = number;
            held = 0;
          }
          held += 1;
          const run = more.get(`${first} ${token}`);
          if (run) run.numbers.push(number);
          else more.set(`${first} ${token}`, { token, first, numbers: [number] });
        }
      }
      const appended = [...more.values()].map((run) => ({ ...run, numbers: packed(run.first, run.numbers) }));
      await sql`
        INSERT INTO ${table} AS run (token, first, numbers)
        SELECT token, first, decode(numbers, 'hex') FROM ${given(appended)}
        ON CONFLICT (token, first) DO UPDATE SET numbers = run.numbers || excluded.numbers`.execute(tx);
    },

    async remove(tx: Kysely<Tables>, listing: Listing) {
      const asked = [...listing].flatMap(([token, numbers]) => numbers.map((number) => ({ token, number })));
      if (asked.length === 0) return;
      const runs = new Map<string, Run>();
      for (const [at, { first, numbers }] of (await runsOf(tx, asked, 'numbers')).entries()) {
        const { token } = asked[at]!;
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
        FROM unnest(${texts(tokens)}) AS asked (token)
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
        FROM ${table} WHERE token = ANY(${texts(tokens)}) GROUP BY token`.execute(db);
      return new Map(rows.map(({ token, documents }) => [token, documents]));
    },
  };
}

interface Asked {
  token: string;
  number: number;
}

// Thousands come in one statement: written here as PostgreSQL writes arrays, they cost the client a third of the time.
const texts = (values: readonly string[]) =>
  sql`${`{${values.map((value) => JSON.stringify(value)).join()}}`}::text::text[]`;
const integers = (values: readonly number[]) => sql`${`{${values.join()}}`}::text::integer[]`;
