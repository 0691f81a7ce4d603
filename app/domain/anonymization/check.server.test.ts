import { expect, test, vi } from 'vitest';
import { openNetwork } from '#tests/support/builders.server.ts';
import { checkAnonymization } from './check.server.ts';

const asked: string[][] = vi.hoisted(() => []);
vi.mock('#lint/full.server.ts', async (original) => {
  const full = await original<typeof import('#lint/full.server.ts')>();
  const lintFully: typeof full.lintFully = (fields, options) => {
    asked.push(Object.values(fields));
    return full.lintFully(fields, options);
  };
  return { ...full, lintFully };
});

const because = (text: string, note: string) => ({
  ruleId: 'exact-age',
  text,
  reason: 'unlinked' as const,
  note,
});
const ages = (from: number, count: number) => Array.from({ length: count }, (_, at) => `${from + at}歳`);

async function check(body: string, acknowledgements: Array<ReturnType<typeof because>>) {
  const { db, asker } = await openNetwork();
  asked.length = 0;
  return checkAnonymization(db, { body }, 'question', asker, { objections: [], acknowledgements });
}

test('notes are checked together, and only those for a warning that was found', async () => {
  const notes = ages(20, 70).map((age) => because(age, `${age}は統計の例です`));
  const checked = await check('41歳と42歳と43歳の男性です。', notes);
  expect(checked).toMatchObject({
    verdict: 'pass',
    kept: [{ text: '41歳' }, { text: '42歳' }, { text: '43歳' }],
  });
  expect(asked).toEqual([
    ['41歳と42歳と43歳の男性です。'],
    ['41歳は統計の例です', '42歳は統計の例です', '43歳は統計の例です'],
  ]);
});

test('a note that names somebody is no reason, and the others are', async () => {
  const notes = [because('41歳', '佐藤さんのことです'), because('42歳', '統計の例です')];
  expect(await check('41歳と42歳の男性です。', notes)).toMatchObject({
    verdict: 'refuse',
    unfit: [{ text: '41歳', problem: 'names-somebody' }],
  });
});

test('a post has room for thirty notes; reasons without one need no room', async () => {
  const all = ages(20, 40);
  const body = `${all.join('、')}の男性です。`;
  const checked = await check(
    body,
    all.map((age) => because(age, '統計の例です')),
  );
  const unfit = all.slice(30).map((text) => ({ ruleId: 'exact-age', text, problem: 'too-many' }));
  expect(checked).toMatchObject({ verdict: 'refuse', unfit });
  expect(
    await check(
      body,
      all.map((age) => because(age, '')),
    ),
  ).toMatchObject({ verdict: 'pass' });
});
