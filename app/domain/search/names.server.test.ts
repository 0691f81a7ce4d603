import { describe, expect, test } from 'vitest';
import { fts5Index } from '#search/fts5.server.ts';
import { postgresIndex } from '#search/postgres.server.ts';
import { ask, must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { DIALECT } from '#tests/support/database.server.ts';
import { allDocuments } from './all-documents.server.ts';
import { addSearchName, listSearchNames, removeSearchName, searchNames } from './names.server.ts';

async function openSearch() {
  const network = await openNetwork();
  const { db } = network;
  const names = () => searchNames.get(db);
  const index = DIALECT === 'sqlite' ? fts5Index(db, names) : postgresIndex(db, names);
  await index.prepare();
  const found = async (words: string) => (await index.query({ words, limit: 10 })).hits.map(({ id }) => id);
  return { ...network, index, found };
}

describe('the words that the desk adds to search', () => {
  test('find what they stand for at once, and do no more when they are taken out', async () => {
    const { db, asker, desk, index, found } = await openSearch();
    const id = await ask(db, asker, { title: '冬の助成', body: '町の暖房の助成は、いつ始まりますか。' });
    await index.rebuild(allDocuments(db));
    expect(await found('だんじょ')).toEqual([]);
    must(await addSearchName(db, desk.id, { word: 'だんじょ', meanings: '暖房の助成、町の助成' }, NOW));
    expect(await found('だんじょ')).toEqual([`question:${id}`]);
    expect(await listSearchNames(db)).toMatchObject([
      { word: 'だんじょ', meanings: ['暖房の助成', '町の助成'], who: { familyName: desk.familyName } },
    ]);
    must(await removeSearchName(db, desk.id, 'だんじょ', NOW));
    expect(await found('だんじょ')).toEqual([]);
    const audit = await db.selectFrom('audit').select(['action', 'actor_id']).execute();
    expect(audit).toEqual(
      expect.arrayContaining([
        { action: 'search-name-added', actor_id: desk.id },
        { action: 'search-name-removed', actor_id: desk.id },
      ]),
    );
  });

  test('add to what a word of the built-in dictionary stands for', async () => {
    const { db, asker, desk, index, found } = await openSearch();
    const health = await ask(db, asker, { title: '健診の会場', body: '生涯保健の健診です。' });
    const welfare = await ask(db, asker, { title: '生活保護の申請', body: '同行します。' });
    await index.rebuild(allDocuments(db));
    expect(await found('生保')).toEqual([`question:${welfare}`]);
    must(await addSearchName(db, desk.id, { word: '生保', meanings: '生涯保健' }, NOW));
    expect((await found('生保')).toSorted()).toEqual(
      [`question:${health}`, `question:${welfare}`].toSorted(),
    );
  });

  test.each([
    ['no word', { word: ' ', meanings: '福祉灯油' }, { word: 'missing' }],
    ['nothing that it stands for', { word: 'ふくとう', meanings: '、\n' }, { meanings: 'missing' }],
    ['itself', { word: 'フクトウ', meanings: 'ふくとう' }, { meanings: 'same' }],
    ['one kana', { word: 'ふ', meanings: '福祉灯油' }, { word: 'unknown' }],
    ['too long a word', { word: 'ふ'.repeat(41), meanings: '福祉灯油' }, { word: 'too-long' }],
  ])('are refused: %s', async (_, typed, fields) => {
    const { db, desk } = await openSearch();
    expect(await addSearchName(db, desk.id, typed, NOW)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields },
    });
  });

  test('may name nobody', async () => {
    const { db, desk } = await openSearch();
    const named = { word: 'ふくとう', meanings: '佐藤花子さんの灯油' };
    expect(await addSearchName(db, desk.id, named, NOW)).toMatchObject({
      refusal: { code: 'not-anonymous' },
    });
    expect(await listSearchNames(db)).toEqual([]);
  });
});
