import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { answer, ask, DISPUTED, later, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { NO_DECISIONS } from '../anonymization/check.server.ts';
import { reportPost } from '../moderation/report.server.ts';
import {
  decodeCursor,
  encodeCursor,
  listQuestions,
  ORDERS,
  type QuestionFilter,
  type QuestionHead,
  questionsByIds,
} from './list.server.ts';
import { countOpenIn, openQuestionsFor } from './open.server.ts';
import { solveQuestion } from './solve.server.ts';

const filter = (change: Partial<QuestionFilter> = {}): QuestionFilter => ({
  programmes: [],
  tag: null,
  state: null,
  authorId: null,
  order: 'new',
  ...change,
});

const titlesOf = async (db: Db, heads: QuestionHead[]) =>
  (
    await questionsByIds(
      db,
      heads.map(({ id }) => id),
    )
  ).map(({ title }) => title);

const titles = async (db: Db, change: Partial<QuestionFilter> = {}) =>
  titlesOf(db, (await listQuestions(db, filter(change), null, 50)).rows);

/** All pages, one after another along their cursors. */
async function walk(db: Db, change: Partial<QuestionFilter>, limit: number) {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listQuestions>> = await listQuestions(
      db,
      filter(change),
      decodeCursor(cursor),
      limit,
    );
    pages.push(page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null && pages.length < 100);
  return pages;
}

/** Four questions: 一 is open, 二 and 四 answered (四 last), 三 solved. */
async function openArchive() {
  const network = await openNetwork();
  const { db, asker, peer } = network;
  const one = await ask(db, asker, { title: '一', programme: 'soudan', tags: '録音' }, later(1));
  const two = await ask(db, peer, { title: '二', programme: 'kakei', tags: '録音 8050' }, later(2));
  const three = await ask(db, asker, { title: '三', programme: 'kakei' }, later(3));
  const four = await ask(db, asker, { title: '四', programme: 'juukyo', tags: '8050' }, later(4));
  await answer(db, peer, four, {}, later(10));
  await answer(db, asker, two, {}, later(20));
  await solveQuestion(db, asker, three, { text: '', decisions: NO_DECISIONS }, later(30));
  return { ...network, one, two, three, four };
}

describe('the list of questions', () => {
  test('shows each with its programme, tags, author and number of answers', async () => {
    const { db, two } = await openArchive();
    const { rows } = await listQuestions(db, filter({ tag: '録音', state: 'answered' }), null, 5);
    expect(rows).toMatchObject([{ id: two, at: later(2).toISOString() }]);
    const [row] = await questionsByIds(db, [two]);
    expect(row && { ...row, tags: row.tags.toSorted() }).toMatchObject({
      id: two,
      title: '二',
      lead: expect.stringContaining('面談のたびに'),
      state: 'answered',
      answerCount: 1,
      programme: { slug: 'kakei', name: '家計改善支援' },
      tags: ['8050', '録音'],
      author: { familyName: '渡辺' },
      at: later(2).toISOString(),
    });
  });

  test('has three orders: newest, last active, unanswered first', async () => {
    const { db } = await openArchive();
    expect(await titles(db, { order: 'new' })).toEqual(['四', '三', '二', '一']);
    expect(await titles(db, { order: 'active' })).toEqual(['二', '四', '三', '一']);
    expect(await titles(db, { order: 'unanswered' })).toEqual(['一', '四', '三', '二']);
  });

  test('is narrowed by programmes, tag, state and author, alone and together', async () => {
    const { db, asker, peer } = await openArchive();
    expect(await titles(db, { programmes: ['kakei'] })).toEqual(['三', '二']);
    expect(await titles(db, { programmes: ['kakei', 'soudan'] })).toEqual(['三', '二', '一']);
    expect(await titles(db, { tag: '8050' })).toEqual(['四', '二']);
    expect(await titles(db, { state: 'open' })).toEqual(['一']);
    expect(await titles(db, { state: 'solved', order: 'unanswered' })).toEqual(['三']);
    expect(await titles(db, { authorId: peer.id })).toEqual(['二']);
    expect(await titles(db, { notAuthorId: peer.id })).toEqual(['四', '三', '一']);
    expect(await titles(db, { programmes: ['kakei'], tag: '録音', authorId: peer.id })).toEqual(['二']);
    expect(await titles(db, { programmes: ['kakei'], tag: '録音', authorId: asker.id })).toEqual([]);
    expect(await titles(db, { tag: "'; drop table question; --" })).toEqual([]);
    expect(await titles(db, { tag: '録音\u0000' })).toEqual([]);
  });

  test('leaves out what waits, is hidden or deleted', async () => {
    const { db, asker, peer, four } = await openArchive();
    await ask(db, asker, { ...DISPUTED, title: '五' }, later(40));
    await reportPost(db, peer.id, 'question', four, 'named', later(41));
    expect(await titles(db)).toEqual(['三', '二', '一']);
  });

  test('finds questions by id, in the order asked for, without those that nobody may see', async () => {
    const { db, asker, one, two } = await openArchive();
    const waiting = await ask(db, asker, DISPUTED);
    const rows = await questionsByIds(db, [two, 'nosuchthread', waiting, one]);
    expect(rows.map(({ title }) => title)).toEqual(['二', '一']);
    expect(await questionsByIds(db, [])).toEqual([]);
  });
});

describe('paging', () => {
  test.each(ORDERS)('in the order "%s" meets every question once', async (order) => {
    const { db, asker, peer } = await openNetwork();
    for (let n = 0; n < 14; n++) {
      // Four at the same moment, so that a page ends between questions that only their ids tell apart.
      const id = await ask(db, asker, { tags: n % 2 ? '録音' : '' }, later(Math.floor(n / 4)));
      if (n % 3 === 0) await answer(db, peer, id, {}, later(100));
    }
    const whole = (await walk(db, { order }, 50))[0]!;
    expect(new Set(whole).size).toBe(14);
    for (const limit of [1, 3, 4, 7, 13, 14]) {
      const pages = await walk(db, { order }, limit);
      expect(pages.flat()).toEqual(whole);
      expect(pages).toHaveLength(Math.ceil(14 / limit));
    }
    expect((await walk(db, { order, tag: '録音' }, 2)).flat()).toHaveLength(7);
  });

  test('goes on in its place when a question was asked or deleted meanwhile', async () => {
    const { db, asker, three, two, one } = await openArchive();
    const first = await listQuestions(db, filter(), null, 2);
    await ask(db, asker, { title: '五' }, later(50));
    await reportPost(db, asker.id, 'question', three, 'named', later(51));
    const second = await listQuestions(db, filter(), decodeCursor(first.next), 2);
    expect(second.rows.map(({ id }) => id)).toEqual([two, one]);
    expect(second.next).toBeNull();
  });

  test.each([
    ['no cursor', null],
    ['a blank one', ''],
    ['words', 'なんでもない'],
    ['null', Buffer.from('null').toString('base64url')],
    ['a number', Buffer.from('7').toString('base64url')],
    ['another phase', Buffer.from('{"phase":3,"at":"","id":""}').toString('base64url')],
    ['an object for a time', Buffer.from('{"phase":1,"at":{},"id":"a"}').toString('base64url')],
    ['half a cursor', Buffer.from('{"phase":1,"at":"2026').toString('base64url')],
  ])('takes %s for the first page', (_, text) => {
    expect(decodeCursor(text)).toBeNull();
  });

  test('reads its own cursors, and one that was made up shows at worst an odd page', async () => {
    const { db } = await openArchive();
    const cursor = { phase: 2 as const, at: NOW.toISOString(), id: 'abc' };
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
    const madeUp = decodeCursor(encodeCursor({ phase: 1, at: '2020\u0000', id: '\ud800' }));
    expect((await listQuestions(db, filter(), madeUp, 5)).rows).toEqual([]);
  });
});

describe('the home page’s open questions', () => {
  test('are those of the reader’s programmes, newest first, without their own', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    await ask(db, asker, { title: '一', programme: 'kakei' }, later(1));
    await ask(db, asker, { title: '二', programme: 'soudan' }, later(2));
    await ask(db, peer, { title: '三', programme: 'kakei' }, later(3));
    await ask(db, peer, { title: '四', programme: 'juukyo' }, later(4));
    const answered = await ask(db, peer, { title: '五', programme: 'kakei' }, later(5));
    await answer(db, asker, answered);
    const open = async (programmes: string[], readerId: string, limit = 9) =>
      titlesOf(db, await openQuestionsFor(db, programmes, readerId, limit));
    expect(await open(['kakei', 'soudan'], reader.id)).toEqual(['三', '二', '一']);
    expect(await open(['kakei', 'soudan'], reader.id, 2)).toEqual(['三', '二']);
    expect(await open(['kakei', 'soudan'], asker.id)).toEqual(['三']);
    expect(await open([], reader.id)).toEqual(['四', '三', '二', '一']);
    expect(await countOpenIn(db, ['kakei', 'soudan'])).toBe(3);
    expect(await countOpenIn(db, [])).toBe(4);
    expect(await countOpenIn(db, ['seido'])).toBe(0);
  });
});
