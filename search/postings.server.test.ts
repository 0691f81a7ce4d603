import { expect, test } from 'vitest';
import { postingsIn } from './postings.server.ts';
import { unpacked } from './postings.ts';
import { openPostgres } from './testing.ts';

const numbers = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step);

test('lists hold what was put on them, in whatever order, and not what was taken off', async () => {
  const db = openPostgres();
  const postings = postingsIn<Record<never, never>>('posting');
  await postings.create(db);
  const held = new Map([
    ['common', new Set<number>()],
    ['rare "\\,', new Set<number>()],
  ]);
  const [common, rare] = [...held.keys()] as [string, string];
  const listing = (one: Record<string, number[]>) => new Map(Object.entries(one));
  const add = async (one: Record<string, number[]>, since: number) => {
    await postings.add(db, listing(one), since);
    for (const [token, numbers] of Object.entries(one))
      for (const each of numbers) held.get(token)!.add(each);
  };
  const isRight = async () => {
    for (const since of [1, 300, undefined]) {
      const lists = await postings.read(db, [common, rare, 'unknown'], since);
      expect(lists.get('unknown')).toEqual({ runs: [], since: since ?? 1 });
      for (const [token, wanted] of held) {
        const list = lists.get(token)!;
        const known = (all: Iterable<number>) =>
          [...all].filter((number) => number >= list.since).sort((a, b) => a - b);
        expect(known(list.runs.flatMap(unpacked))).toEqual(known(wanted));
      }
    }
    const holding = new Map([...held].map(([token, { size }]) => [token, size]));
    expect(await postings.holding(db, [common, rare, 'unknown'])).toEqual(holding);
  };

  for (let since = 1; since < 3_000; since += 200)
    await add({ [common]: numbers(since, since + 200), [rare]: numbers(since + 50, since + 200, 90) }, since);
  await isRight();

  const gone = { [common]: numbers(1, 3_000, 7), [rare]: numbers(51, 400, 200) };
  await postings.remove(db, listing(gone));
  for (const [token, taken] of Object.entries(gone)) for (const each of taken) held.get(token)!.delete(each);
  await isRight();

  // Older documents that were changed, and one after more numbers than a run reaches.
  await add({ [rare]: [...numbers(2, 50, 3), ...numbers(2_002, 2_050, 3)], [common]: [1, 8, 2_990] }, 3_001);
  await add({ [rare]: [200_000, 200_001], [common]: [200_001] }, 200_000);
  await isRight();
  await db.destroy();
});
