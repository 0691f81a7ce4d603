import { describe, expect, test } from 'vitest';
import { hideIn, showAgain } from '#app/domain/anonymization/hidden.server.ts';
import { addMeeting } from '#app/domain/meetings/add-meeting.server.ts';
import { reportPost } from '#app/domain/moderation/report.server.ts';
import { addNote } from '#app/domain/notes/add-note.server.ts';
import { enqueue } from '#app/domain/outbox/outbox.server.ts';
import { solveQuestion } from '#app/domain/questions/solve.server.ts';
import { askedBefore } from '#app/domain/search/asked-before.server.ts';
import { searchJobs } from '#app/domain/search/indexing.server.ts';
import { readSearch, writeSearch } from '#app/http/search-filter.server.ts';
import { fts5Index } from '#search/fts5.server.ts';
import { postgresIndex } from '#search/postgres.server.ts';
import { answer, ask, later, must, NOW, openNetwork } from '../support/builders.server.ts';
import { DIALECT } from '../support/database.server.ts';
import { nameOf, searchFor } from '../support/searching.server.ts';

const NOTE = {
  slug: 'touyu',
  title: '灯油の手引き',
  programmes: ['kakei'],
  tags: ['福祉灯油'],
  body: '灯油の助成を受けるまでの流れをまとめました。',
  sources: [],
  edition: 1,
  verifiedAt: NOW,
};
const MEETING = {
  slug: 'kai-4',
  series: '情報交換会',
  number: 4,
  title: '冬を越す',
  day: '2026-02-10',
  startsAt: null,
  endsAt: null,
  place: '札幌',
  themes: ['灯油とフードバンク'],
  groups: [],
  participants: null,
  organizations: null,
  numbersLine: null,
};

/** One question with an answer, one note, one report and the organizations, all of which speak of 灯油. */
async function openArchive() {
  const network = await openNetwork();
  const { db, asker, peer, desk } = network;
  const index = DIALECT === 'sqlite' ? fts5Index(db) : postgresIndex(db);
  await index.prepare();
  const question = await ask(db, asker, { title: '灯油の支払い', body: '灯油が高くて困る方がいます。' });
  await answer(db, peer, question, { body: '町の灯油の助成を案内しています。' });
  must(await addNote(db, desk, { ...NOTE, organizationIds: [desk.organizationId] }, NOW));
  must(await addMeeting(db, MEETING, NOW));
  await db
    .updateTable('organization')
    .set({ name: '灯油助成センター', label: '灯油助成センター', area: '空知' })
    .where('id', '=', peer.organizationId)
    .execute();
  await db.transaction().execute((tx) => enqueue(tx, 'index', `organization:${peer.organizationId}`, NOW));
  const settle = async () => {
    while ((await searchJobs(db, index, later(1000))) > 0);
  };
  await settle();
  const names = async (words: string, more: Parameters<typeof searchFor>[3] = {}) =>
    (await searchFor(db, index, words, more)).results.map(nameOf);
  const counts = async (words: string, more: Parameters<typeof searchFor>[3] = {}) =>
    Object.fromEntries(
      (await searchFor(db, index, words, more)).counts.map(({ kind, count }) => [kind, count]),
    );
  return { ...network, index, question, settle, names, counts };
}

describe('what is found', () => {
  test('is told apart by kind, and counted whatever kind is open', async () => {
    const { names, counts, question, peer } = await openArchive();
    expect((await names('灯油')).toSorted()).toEqual(
      [question, 'touyu', 'kai-4', peer.organizationId].toSorted(),
    );
    const all = { question: 1, note: 1, report: 1, organization: 1 };
    expect(await counts('灯油')).toEqual(all);
    expect(await names('灯油', { kind: 'note' })).toEqual(['touyu']);
    expect(await counts('灯油', { kind: 'note' })).toEqual(all);
    expect(await names('灯油', { kind: 'report' })).toEqual(['kai-4']);
  });

  test('is marked in title and passage', async () => {
    const { db, index } = await openArchive();
    const { results } = await searchFor(db, index, 'トウユ 灯油', { kind: 'note' });
    expect(results[0]?.title).toEqual([
      { text: '灯油', hit: true },
      { text: 'の手引き', hit: false },
    ]);
    expect(results[0]?.passage.find(({ hit }) => hit)).toEqual({ text: '灯油', hit: true });
  });

  test('is marked by its reading too', async () => {
    const { db, index } = await openArchive();
    const { results } = await searchFor(db, index, 'とうゆ', { kind: 'note' });
    expect(results[0]?.title[0]).toEqual({ text: '灯油', hit: true });
  });

  test('is narrowed by programme, area, period and whether it is solved', async () => {
    const { db, asker, names, question, settle, peer } = await openArchive();
    expect(await names('灯油', { programmes: ['kakei'] })).toEqual(['touyu']);
    expect(await names('灯油', { area: '空知' })).toContain(peer.organizationId);
    expect(await names('灯油', { area: '空知' })).not.toContain('touyu');
    expect(await names('灯油', { period: 'month' })).not.toContain('kai-4');
    expect(await names('灯油', { period: 'year' })).toContain('kai-4');
    expect(await names('灯油', { solved: true })).toEqual([]);
    must(await solveQuestion(db, asker, question, null, later(5)));
    await settle();
    expect(await names('灯油', { solved: true })).toEqual([question]);
  });

  test('is put in order by time when asked for', async () => {
    const { db, asker, names, settle } = await openArchive();
    const newer = await ask(db, asker, { title: '灯油の保管', body: '置き場所の相談です。' }, later(60));
    await settle();
    expect((await names('灯油', { order: 'newest' }))[0]).toBe(newer);
  });

  test('comes in pages', async () => {
    const { db, asker, index, names, settle } = await openArchive();
    const asked: string[] = [];
    for (let n = 0; n < 23; n += 1) {
      asked.push(await ask(db, asker, { title: `毛布の相談その${n}`, body: '毛布を配る方法。' }, later(n)));
    }
    await settle();
    const first = await names('毛布');
    const second = await names('毛布', { page: 2 });
    expect([first.length, second.length]).toEqual([20, 3]);
    expect([...first, ...second].toSorted()).toEqual(asked.toSorted());
    expect(await searchFor(db, index, '毛布', { page: 2 })).toMatchObject({ total: 23 });
    expect(await names('毛布', { page: 3 })).toEqual([]);
  });
});

describe('what may not be seen', () => {
  test('is found by no visitor: they have the reports alone', async () => {
    const { names, counts } = await openArchive();
    expect(await names('灯油')).toHaveLength(4);
    expect(await names('灯油', { reader: 'visitor' })).toEqual(['kai-4']);
    expect(await counts('灯油', { reader: 'visitor' })).toEqual({ report: 1 });
    for (const kind of ['question', 'note', 'organization'] as const) {
      expect(await names('灯油', { reader: 'visitor', kind })).toEqual([]);
    }
  });

  test('vanishes at once, with its passages, before the index has learnt of it', async () => {
    const { db, index, peer, desk, question, names, settle } = await openArchive();
    expect(await names('灯油')).toContain(question);
    must(await reportPost(db, peer.id, 'question', question, 'named', later(1)));
    const note = await db.selectFrom('note').select('id').executeTakeFirstOrThrow();
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'note', note.id, later(1)));
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'meeting', 'kai-4', later(1)));
    const page = await searchFor(db, index, '灯油');
    expect(page.results.map(nameOf)).toEqual([peer.organizationId]);
    expect(page.total).toBe(1);
    expect(JSON.stringify(page.results)).not.toContain('手引き');
    await settle();
    expect(await names('灯油')).toEqual([peer.organizationId]);
    must(await showAgain(db, desk.id, 'note', note.id, later(2)));
    await settle();
    expect((await names('灯油')).toSorted()).toEqual([peer.organizationId, 'touyu'].toSorted());
  });

  test('is offered to nobody who asks', async () => {
    const { db, index, peer, question } = await openArchive();
    const offered = async () => (await askedBefore(db, index, '灯油の支払いの相談')).map(({ id }) => id);
    expect(await offered()).toEqual([question]);
    must(await reportPost(db, peer.id, 'question', question, 'named', later(1)));
    expect(await offered()).toEqual([]);
  });
});

describe('questions asked before', () => {
  test('are offered while a title is written, solved ones first', async () => {
    const { db, asker, index, question, settle } = await openArchive();
    const solved = await ask(db, asker, { title: '灯油の配達と支払い', body: '月末の支払いの相談です。' });
    must(await solveQuestion(db, asker, solved, null, later(5)));
    await ask(db, asker, { title: '面談の録音', body: '同意の取り方。' });
    await settle();
    expect((await askedBefore(db, index, '灯油の支払い')).map(({ id }) => id)).toEqual([solved, question]);
  });

  test('are none for a title of a letter or two', async () => {
    const { db, index } = await openArchive();
    expect(await askedBefore(db, index, ' 灯油 ')).toEqual([]);
  });
});

describe('the address of a search', () => {
  test('holds all of it, and can be read back', () => {
    const address =
      '/search?q=%E7%81%AF%E6%B2%B9&kind=note&programme=kakei&programme=soudan&area=%E7%A9%BA%E7%9F%A5&period=year' +
      '&solved=1&order=newest&page=3';
    const query = readSearch(new URL(address, 'http://site').searchParams);
    expect(query).toEqual({
      words: '灯油',
      kind: 'note',
      programmes: ['kakei', 'soudan'],
      area: '空知',
      period: 'year',
      solved: true,
      order: 'newest',
      page: 3,
    });
    expect(writeSearch(query, { page: 3 })).toBe(address);
    expect(writeSearch(query, { period: null })).not.toMatch(/period|page/);
  });

  test.each([
    '',
    '?',
    'page=0',
    'page=-1',
    'page=x',
    'kind=member',
    'period=%00',
    'order=best',
    'programme=A%20B',
  ])('leaves out what it does not know: %s', (text) => {
    expect(writeSearch(readSearch(new URLSearchParams(text)), {})).toBe('/search');
  });
});
