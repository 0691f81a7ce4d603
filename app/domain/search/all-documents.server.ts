import type { Db } from '#db/schema.ts';
import type { SearchDocument } from '#search/port.ts';
import { documentsOf } from './documents.server.ts';

const BATCH = 200;

/** Where the subjects of each kind are: their table, and the column that names them. */
const PLACES = [
  { kind: 'organization', table: 'organization', key: 'id' },
  { kind: 'report', table: 'meeting', key: 'slug' },
  { kind: 'meeting-report', table: 'meeting_report', key: 'id' },
  { kind: 'note', table: 'note', key: 'id' },
  { kind: 'question', table: 'question', key: 'id' },
  { kind: 'answer', table: 'answer', key: 'id' },
] as const;

/** Everything that search may find, batch by batch, as it is when its batch is read. */
export async function* allDocuments(db: Db): AsyncGenerator<SearchDocument[]> {
  for (const { kind, table, key } of PLACES) {
    let after = '';
    while (true) {
      const rows = await db
        .selectFrom(table)
        .select((eb) => eb.ref(key).$castTo<string>().as('id'))
        .where((eb) => eb(eb.ref(key).$castTo<string>(), '>', after))
        .orderBy((eb) => eb.ref(key))
        .limit(BATCH)
        .execute();
      if (rows.length === 0) break;
      yield await documentsOf(
        db,
        rows.map(({ id }) => `${kind}:${id}`),
      );
      after = rows.at(-1)!.id;
    }
  }
}

/** About how many documents there are. */
export async function countDocuments(db: Db): Promise<number> {
  let documents = 0;
  for (const { table } of PLACES) {
    const { n } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    documents += Number(n);
  }
  return documents;
}
