import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import type { Db } from '#db/schema.ts';
import { addMember, must, NOW, openNetwork, type TestMember } from '#tests/support/builders.server.ts';
import { DIALECT } from '#tests/support/database.server.ts';
import { answerAs, openedSurvey } from '#tests/support/surveys.server.ts';
import { repliesByPerson } from './replies.server.ts';
import { readResults } from './results.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

const WORDS = ['朝の話', '昼の話', '夕方の話', '夜の話', '休みの話', '雪の話'];

/** A survey that six people have answered, one after the other, each with words of their own. */
async function answered(anonymous: boolean) {
  const { db, desk } = await openNetwork();
  const id = await openedSurvey(db, desk, { anonymous });
  const people: TestMember[] = [];
  for (const word of WORDS) {
    const member = await addMember(db);
    people.push(member);
    must(await answerAs(db, member, id, { 0: [1 + (people.length % 3)], 1: [1, 2], 3: word }));
  }
  return { db, desk, id, people };
}

/** Every row of the tables of surveys, as text. */
async function rowsOf(db: Db): Promise<Record<string, unknown[]>> {
  const tables = (await db.introspection.getTables()).filter(({ name }) => name.startsWith('survey'));
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows: all } = await sql`select * from ${sql.table(name)}`.execute(db);
      return [name, all] as const;
    }),
  );
  return Object.fromEntries(rows);
}

/** Where the database itself keeps rows, and by which transaction, in the order of their place. */
async function physical(db: Db, table: string, column: string) {
  const place =
    DIALECT === 'sqlite' ? sql`rowid as place, 0 as "by"` : sql`ctid::text as place, xmin::text as "by"`;
  const { rows } = await sql<{ value: string; by: string }>`
    select ${sql.ref(column)} as value, ${place} from ${sql.table(table)} order by 2`.execute(db);
  // (0,10) comes before (0,9) as a text.
  return DIALECT === 'sqlite'
    ? rows
    : rows.toSorted((a, b) => placeOf(a as { place?: string }) - placeOf(b as { place?: string }));
}
const placeOf = ({ place = '' }: { place?: string }) => {
  const [page = 0, item = 0] = place.match(/\d+/g)?.map(Number) ?? [];
  return page * 10_000 + item;
};

describe('an anonymous answer', () => {
  test('stands nowhere beside the person who gave it', async () => {
    const { db, people, id } = await answered(true);
    const rows = await rowsOf(db);
    expect(rows.survey_respondent).toHaveLength(6);
    expect(rows.survey_reply).toEqual([]);
    // Only the list of those who have answered knows people, and it knows nothing else.
    for (const { id: memberId } of people) {
      const knowing = Object.entries(rows).filter(([, of]) => JSON.stringify(of).includes(memberId));
      expect(knowing.map(([name]) => name)).toEqual(['survey_respondent']);
    }
    expect(Object.keys(rows.survey_respondent?.[0] ?? {}).toSorted()).toEqual(['respondent', 'survey_id']);
    expect(JSON.stringify(rows.survey_text)).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
    expect(await repliesByPerson(db, id)).toEqual([]);
  });

  test('by name would stand there: this test can fail', async () => {
    const { db, people } = await answered(false);
    const rows = await rowsOf(db);
    expect(JSON.stringify(rows.survey_text)).toContain(people[0]?.id);
    expect(rows.survey_reply).not.toEqual([]);
  });

  test('is not told by the order in which the database keeps rows, nor by their transaction', async () => {
    const { db } = await answered(true);
    const texts = await physical(db, 'survey_text', 'id');
    const people = await physical(db, 'survey_respondent', 'respondent');
    const values = (rows: Array<{ value: string }>) => rows.map(({ value }) => value);
    expect(values(texts)).toEqual(values(texts).toSorted());
    expect(values(people)).toEqual(values(people).toSorted());
    // The last transaction has written all of them.
    expect(new Set(texts.map(({ by }) => by)).size).toBe(1);
    expect(new Set(people.map(({ by }) => by)).size).toBe(1);
  });

  test('leaves no trace in what the desk and the work behind the site keep', async () => {
    const { db, people } = await answered(true);
    for (const table of ['audit', 'outbox', 'mail', 'notice'] as const)
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toContain(
        people[0]?.id as string,
      );
  });

  test('is shown only among three', async () => {
    const { db, desk, asker, peer, reader } = await openNetwork();
    const id = await openedSurvey(db, desk);
    for (const member of [asker, peer]) must(await answerAs(db, member, id, { 0: [1] }));
    expect(await readResults(db, id, 'desk', NOW)).toMatchObject({ answers: 2, tooFew: true, questions: [] });
    must(await answerAs(db, reader, id, { 0: [1] }));
    expect(await readResults(db, id, 'desk', NOW)).toMatchObject({ tooFew: false, questions: { length: 4 } });
  });
});
