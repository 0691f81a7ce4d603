import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './schema.ts';

/** Stands in a query for a value that each call brings. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** For any name a slot, which passes for a value while a query is built. */
const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) });

/**
 * A query that is built once and filled with values for each call. Building one takes longer than SQLite takes to
 * answer it, and a page asks a dozen.
 *
 * @param build makes the query; it may put the values into it and nothing else, since it does not get to see them
 */
export function prepared<Row, Values extends object = Record<string, never>>(
  build: (db: Db, values: Values) => Compilable<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  /** By dialect: SQLite and PostgreSQL write their SQL differently. */
  const compiled = new Map<unknown, CompiledQuery<Row>>();
  return async (db, values) => {
    const dialect = db.getExecutor().adapter.constructor;
    let query = compiled.get(dialect);
    if (!query) {
      query = build(db, slots as Values).compile();
      compiled.set(dialect, query);
    }
    const parameters = query.parameters.map((value) =>
      value instanceof Slot ? values[value.name as keyof Values] : value,
    );
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}
