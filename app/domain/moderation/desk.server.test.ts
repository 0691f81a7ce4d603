import { describe, expect, test } from 'vitest';
import {
  addMember,
  answer,
  ask,
  comment,
  DISPUTED,
  later,
  must,
  NOW,
  noticesOf,
  openNetwork,
  questionDraft,
  statusOf,
  type TestMember,
  tallies,
  threadSeenBy,
} from '#tests/support/builders.server.ts';
import { NO_DECISIONS } from '../anonymization/check.server.ts';
import { newestNotices } from '../notices/notices.server.ts';
import { editPost } from '../posts/edit.server.ts';
import { askQuestion } from '../questions/ask.server.ts';
import { listQuestions, type QuestionFilter } from '../questions/list.server.ts';
import { findThread } from '../questions/thread.server.ts';
import { countPending, pendingPosts, rejectPost, releasePost } from './desk.server.ts';
import { reportPost } from './report.server.ts';

const ALL: QuestionFilter = { programmes: [], tag: null, state: null, authorId: null, order: 'new' };

describe('the desk’s list', () => {
  test('shows what waits, oldest first, with the disputed words and who wrote it', async () => {
    const { db, asker, peer } = await openNetwork();
    const question = await ask(db, asker, { title: '一つめ' }, NOW);
    const answered = await answer(db, peer, question, {}, later(5));
    const disputed = await answer(db, peer, question, DISPUTED, later(10));
    const reported = await comment(db, asker, answered, {}, later(7));
    await reportPost(db, peer.id, 'comment', reported, 'named', later(20));
    const waiting = await ask(db, peer, { ...DISPUTED, title: '二つめ' }, later(15));
    expect(await countPending(db)).toBe(3);
    expect(await pendingPosts(db)).toMatchObject([
      {
        kind: 'comment',
        id: reported,
        status: 'hidden',
        questionId: question,
        title: '一つめ',
        disputed: [],
        reports: [{ reason: 'named', familyName: '渡辺', organization: 'みなみ市 社会福祉課' }],
      },
      {
        kind: 'answer',
        id: disputed,
        status: 'waiting',
        body: DISPUTED.body,
        author: { familyName: '渡辺', organization: 'みなみ市 社会福祉課' },
        disputed: [{ ruleId: 'person-name', passage: '佐藤' }],
      },
      { kind: 'question', id: waiting, status: 'waiting', title: '二つめ', at: later(15).toISOString() },
    ]);
  });
});

describe('a waiting question', () => {
  test('is in no list, and opens for its author and the desk only', async () => {
    const { db, asker, reader, desk } = await openNetwork();
    const id = await ask(db, asker, DISPUTED);
    expect((await listQuestions(db, ALL, null, 10)).rows).toEqual([]);
    expect(await findThread(db, asker, id, NOW)).toMatchObject({ head: { status: 'waiting' } });
    expect(await findThread(db, desk, id, NOW)).toMatchObject({ head: { status: 'waiting' } });
    expect(await findThread(db, reader, id, NOW)).toBeUndefined();
  });

  test('is released by the desk: seen, counted, indexed, and its author is told', async () => {
    const { db, asker, reader, desk } = await openNetwork();
    const id = await ask(db, asker, { ...DISPUTED, tags: '録音' });
    expect(await releasePost(db, desk.id, 'question', id, false, later(5))).toEqual({
      ok: true,
      value: null,
    });
    expect(await findThread(db, reader, id, NOW)).toBeDefined();
    expect((await tallies(db)).stored).toEqual({
      'all open': 1,
      'programme:soudan open': 1,
      'tag:録音 open': 1,
    });
    expect(await db.selectFrom('outbox').select(['job', 'subject']).execute()).toEqual([
      { job: 'index', subject: `question:${id}` },
    ]);
    expect(await noticesOf(db, asker)).toEqual(['released']);
    const { version } = await db.selectFrom('question').select('version').executeTakeFirstOrThrow();
    expect(version).toBeGreaterThan(1);
    expect(await db.selectFrom('audit').select(['action', 'subject', 'actor_id']).execute()).toEqual([
      { action: 'released', subject: `question:${id}`, actor_id: desk.id },
    ]);
    expect(await db.selectFrom('objection').selectAll().execute()).toEqual([]);
    expect(await pendingPosts(db)).toEqual([]);
  });

  test('is released once, however often the desk presses', async () => {
    const { db, asker, desk } = await openNetwork();
    const id = await ask(db, asker, DISPUTED);
    const release = () => releasePost(db, desk.id, 'question', id, true, NOW);
    const outcomes = await Promise.all([release(), release()]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await tallies(db)).stored).toMatchObject({ 'all open': 1 });
  });

  test('released with its words makes them no names for the whole network', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    const again = questionDraft({ body: DISPUTED.body });
    const id = await ask(db, asker, DISPUTED);
    must(await releasePost(db, desk.id, 'question', id, true, NOW));
    expect(await askQuestion(db, peer, again, later(1))).toMatchObject({
      ok: true,
      value: { waiting: false },
    });
  });

  test('with a full name is released, and the name stays one for the network', async () => {
    const { db, asker, desk } = await openNetwork();
    const objections = [{ ruleId: 'person-name', text: '佐藤花子' }];
    const decisions = { acknowledgements: [], objections };
    const named = await ask(db, asker, { body: '佐藤花子さんから相談がありました。', decisions });
    const word = await ask(db, asker, DISPUTED);
    const allowable = (await pendingPosts(db)).map(({ id, allowable: may }) => [id, may]);
    expect(Object.fromEntries(allowable)).toEqual({ [named]: false, [word]: true });
    must(await releasePost(db, desk.id, 'question', named, true, NOW));
    expect(await db.selectFrom('allowed_word').selectAll().execute()).toEqual([]);
  });

  test('released without them leaves the word a finding', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    const id = await ask(db, asker, DISPUTED);
    must(await releasePost(db, desk.id, 'question', id, false, NOW));
    expect(await askQuestion(db, peer, questionDraft({ body: DISPUTED.body }), later(1))).toMatchObject({
      refusal: { code: 'not-anonymous' },
    });
    expect(await db.selectFrom('allowed_word').selectAll().execute()).toEqual([]);
  });

  test('rejected is gone for everybody, never counted, and its author is told', async () => {
    const { db, asker, desk } = await openNetwork();
    const id = await ask(db, asker, DISPUTED);
    expect(await rejectPost(db, desk.id, 'question', id, NOW)).toEqual({ ok: true, value: null });
    for (const viewer of [asker, desk]) expect(await findThread(db, viewer, id, NOW)).toBeUndefined();
    expect((await tallies(db)).stored).toEqual({});
    expect(await newestNotices(db, asker.id, 5)).toMatchObject([
      { kind: 'returned', actor: { familyName: '山本' }, gone: true },
    ]);
    expect(await rejectPost(db, desk.id, 'question', id, NOW)).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });
});

describe('a waiting reply', () => {
  test('is released like a new one: counted, and those whom it concerns are told', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    const question = await ask(db, asker);
    const answered = await answer(db, peer, question, DISPUTED);
    must(await releasePost(db, desk.id, 'answer', answered, false, later(30)));
    expect(await threadSeenBy(db, asker, question)).toMatchObject({
      state: 'answered',
      answers: [{ id: answered }],
    });
    const commented = await comment(db, asker, answered, DISPUTED, later(40));
    must(await releasePost(db, desk.id, 'comment', commented, false, later(50)));
    expect(await noticesOf(db, asker)).toEqual(['answer', 'released']);
    expect((await noticesOf(db, peer)).toSorted()).toEqual(['comment', 'released']);
  });

  test('cannot be released while it is visible, and a visible one cannot be rejected', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    const question = await ask(db, asker);
    const answered = await answer(db, peer, question);
    const none = { ok: false, refusal: { code: 'not-found' } };
    expect(await releasePost(db, desk.id, 'answer', answered, false, NOW)).toEqual(none);
    expect(await rejectPost(db, desk.id, 'answer', answered, NOW)).toEqual(none);
    expect(await statusOf(db, 'answer', answered)).toBe('visible');
  });
});

describe('a report', () => {
  test('hides the post at once from all but its author and the desk, until the desk lets it through', async () => {
    const { db, asker, peer, reader, desk } = await openNetwork();
    const question = await ask(db, asker, { tags: '録音' });
    await answer(db, peer, question);
    expect(await reportPost(db, reader.id, 'question', question, 'named', later(20))).toMatchObject({
      ok: true,
    });
    for (const viewer of [peer, reader]) expect(await findThread(db, viewer, question, NOW)).toBeUndefined();
    for (const viewer of [asker, desk])
      expect(await findThread(db, viewer, question, NOW)).toMatchObject({ head: { status: 'hidden' } });
    expect((await listQuestions(db, ALL, null, 10)).rows).toEqual([]);
    expect((await tallies(db)).stored).toEqual({});
    must(await releasePost(db, desk.id, 'question', question, false, later(30)));
    expect(await findThread(db, reader, question, NOW)).toBeDefined();
    expect((await tallies(db)).stored).toEqual({
      'all answered': 1,
      'programme:soudan answered': 1,
      'tag:録音 answered': 1,
    });
  });

  test('by two members at once takes the question out of the counts once', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const [reported, other] = [await ask(db, asker), await ask(db, asker)];
    await Promise.all([peer, reader].map(({ id }) => reportPost(db, id, 'question', reported, 'named', NOW)));
    expect(await statusOf(db, 'question', other)).toBe('visible');
    expect((await tallies(db)).stored).toEqual({ 'all open': 1, 'programme:soudan open': 1 });
  });

  test('of the only answer opens the question again, and of one of two does not', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const question = await ask(db, asker);
    const [first, second] = [await answer(db, peer, question), await answer(db, reader, question)];
    const state = async () => (await threadSeenBy(db, asker, question)).state;
    await reportPost(db, asker.id, 'answer', first, 'named', NOW);
    expect(await state()).toBe('answered');
    await reportPost(db, asker.id, 'answer', second, 'named', NOW);
    expect(await state()).toBe('open');
    expect((await tallies(db)).stored).toEqual((await tallies(db)).counted);
  });

  test('leaves the post to its author to mend, and hidden until the desk has read what it says now', async () => {
    const { db, asker, peer, reader, desk } = await openNetwork();
    const question = await ask(db, asker, { tags: '録音' });
    const answered = await answer(db, peer, question);
    await reportPost(db, peer.id, 'question', question, 'named', NOW);
    const body = '書き直した本文です。';
    const edit = {
      title: '題',
      body,
      programme: 'kakei',
      tags: '債務',
      decisions: NO_DECISIONS,
      editCount: 0,
    };
    expect(must(await editPost(db, asker, 'question', question, edit, NOW)).status).toBe('hidden');
    expect(await statusOf(db, 'question', question)).toBe('hidden');
    // What was reported is not kept for all to read.
    expect(await db.selectFrom('revision').selectAll().execute()).toEqual([]);
    expect((await tallies(db)).stored).toEqual({});
    expect(await pendingPosts(db)).toMatchObject([{ id: question, body }]);
    must(await releasePost(db, desk.id, 'question', question, false, later(5)));
    expect((await tallies(db)).stored).toEqual({
      'all answered': 1,
      'programme:kakei answered': 1,
      'tag:債務 answered': 1,
    });

    await reportPost(db, asker.id, 'answer', answered, 'named', later(20));
    const mended = { ...edit, body: 'ほかの言い方の回答です。' };
    expect(must(await editPost(db, peer, 'answer', answered, mended, later(21))).status).toBe('hidden');
    const seenBy = async (viewer: TestMember) =>
      (await threadSeenBy(db, viewer, question)).answers.map(({ held }) => held);
    expect([await seenBy(peer), await seenBy(desk)]).toEqual([['hidden'], ['hidden']]);
    expect([await seenBy(asker), await seenBy(reader)]).toEqual([[], []]);
    expect((await threadSeenBy(db, reader, question)).state).toBe('open');
  });

  test('tells the author once that the post is hidden, and nobody but the desk by whom', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const question = await ask(db, asker);
    await Promise.all([peer, reader].map(({ id }) => reportPost(db, id, 'question', question, 'named', NOW)));
    expect(await newestNotices(db, asker.id, 5)).toMatchObject([{ kind: 'hidden', actor: null }]);
    expect((await pendingPosts(db))[0]?.reports.length).toBeGreaterThan(0);
  });

  test('is answered: whoever reported hears whether the post came back or is gone', async () => {
    const { db, asker, peer, reader, desk } = await openNetwork();
    const [back, gone] = [await ask(db, asker), await ask(db, asker)];
    for (const id of [back, gone]) await reportPost(db, reader.id, 'question', id, 'named', NOW);
    must(await releasePost(db, desk.id, 'question', back, false, later(1)));
    must(await rejectPost(db, desk.id, 'question', gone, later(2)));
    expect(await newestNotices(db, reader.id, 5)).toMatchObject([
      { kind: 'report-deleted', questionId: gone, gone: true },
      { kind: 'report-released', questionId: back, gone: false },
    ]);
    expect(await noticesOf(db, peer)).toEqual([]);
  });

  test('by the same member does not hide again what the desk let through, unless it was edited since', async () => {
    const { db, asker, peer, reader, desk } = await openNetwork();
    const question = await ask(db, asker);
    const report = (by: TestMember, minutes: number) =>
      reportPost(db, by.id, 'question', question, 'named', later(minutes));
    must(await report(reader, 1));
    must(await releasePost(db, desk.id, 'question', question, false, later(2)));
    expect(await report(reader, 3)).toEqual({ ok: false, refusal: { code: 'decided' } });
    expect(await statusOf(db, 'question', question)).toBe('visible');
    must(await report(peer, 4));
    // The desk reads who reports now.
    expect((await pendingPosts(db))[0]?.reports).toMatchObject([
      { familyName: '渡辺', at: later(4).toISOString() },
    ]);
    must(await releasePost(db, desk.id, 'question', question, false, later(5)));
    const edit = {
      title: '題',
      body: '本文',
      programme: 'soudan',
      tags: '',
      decisions: NO_DECISIONS,
      editCount: 0,
    };
    must(await editPost(db, asker, 'question', question, edit, later(6)));
    must(await report(reader, 7));
    expect(await statusOf(db, 'question', question)).toBe('hidden');
    expect(await noticesOf(db, reader)).toEqual(['report-released']);
  });

  test('of nothing, or of what is gone, finds nothing', async () => {
    const { db, asker, desk } = await openNetwork();
    const id = await ask(db, asker, DISPUTED);
    must(await rejectPost(db, desk.id, 'question', id, NOW));
    const stranger = await addMember(db, { familyName: '中村' });
    for (const post of [id, 'nosuchthread', 'nul\u0000']) {
      for (const kind of ['question', 'answer', 'comment'] as const) {
        expect(await reportPost(db, stranger.id, kind, post, 'named', NOW)).toMatchObject({
          refusal: { code: 'not-found' },
        });
      }
    }
  });
});
