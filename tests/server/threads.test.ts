import { describe, expect, test } from 'vitest';
import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { answerQuestion } from '#app/domain/answers/answer.server.ts';
import { commentOnAnswer } from '#app/domain/comments/comment.server.ts';
import { rejectPost, releasePost } from '#app/domain/moderation/desk.server.ts';
import { reportPost } from '#app/domain/moderation/report.server.ts';
import {
  countUnread,
  markAllRead,
  markThreadRead,
  newestNotices,
  unreadAnswers,
} from '#app/domain/notices/notices.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { deleteOwnPost } from '#app/domain/posts/delete.server.ts';
import { editPost } from '#app/domain/posts/edit.server.ts';
import { findOwnPost } from '#app/domain/posts/own.server.ts';
import { react } from '#app/domain/posts/react.server.ts';
import {
  findOutcome,
  markHelpful,
  reopenQuestion,
  solveQuestion,
} from '#app/domain/questions/solve.server.ts';
import { findThread } from '#app/domain/questions/thread.server.ts';
import type { Db, PostKind } from '#db/schema.ts';
import {
  addMember,
  answer,
  ask,
  comment,
  DISPUTED,
  later,
  NOW,
  noticesOf,
  openNetwork,
  replyDraft,
  type TestMember,
  tallies,
  threadSeenBy,
} from '../support/builders.server.ts';

const said = (text: string) => ({ text, decisions: NO_DECISIONS });

const questionRow = (db: Db, id: string) =>
  db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('answering', () => {
  test('makes an open question an answered one, counts the answer and moves the thread up', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker, { tags: '録音' });
    await answer(db, peer, id, {}, later(10));
    expect(await questionRow(db, id)).toMatchObject({
      state: 'answered',
      answer_count: 1,
      version: 2,
      active_at: later(10).toISOString(),
      asked_at: NOW.toISOString(),
    });
    expect((await tallies(db)).stored).toEqual({
      'all answered': 1,
      'programme:soudan answered': 1,
      'tag:録音 answered': 1,
    });
  });

  test('is refused when it names somebody, and stores nothing', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    const refused = await answerQuestion(
      db,
      peer,
      id,
      replyDraft({ body: '鈴木さんにも同じことがありました。' }),
      NOW,
    );
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'not-anonymous', findings: [{ text: '鈴木' }] },
    });
    expect(await db.selectFrom('answer').selectAll().execute()).toEqual([]);
    expect(await questionRow(db, id)).toMatchObject({ state: 'open', version: 1 });
    expect(await noticesOf(db, asker)).toEqual([]);
  });

  test('proposes no letter that the thread uses already: it may be another person', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const named = { body: '佐藤さんにも同じことがありました。' };
    const proposed = (outcome: Outcome<unknown>) =>
      outcome.ok || outcome.refusal.code !== 'not-anonymous'
        ? undefined
        : outcome.refusal.findings[0]?.suggestions[0]?.label;

    const id = await ask(db, asker, { body: 'Ａさんの家賃のことです。' });
    expect(proposed(await answerQuestion(db, peer, id, replyDraft(named), NOW))).toBe('Ｂさん');
    const answered = await answer(db, peer, id, { body: 'うちのBさんは、窓口に行きました。' });
    expect(proposed(await commentOnAnswer(db, reader, answered, replyDraft(named), NOW))).toBe('Ｃさん');
    await comment(db, reader, answered, { body: 'Ｃ氏もそうでした。' });
    const edit = { ...named, title: '家賃のこと', programme: 'soudan', tags: '', editCount: 0 };
    const edited = await editPost(db, asker, 'question', id, { ...edit, decisions: NO_DECISIONS }, NOW);
    expect(proposed(edited)).toBe('Ｄさん');
    expect(proposed(await solveQuestion(db, asker, id, said(named.body), NOW))).toBe('Ｄさん');

    const another = await ask(db, asker, { body: '別の質問です。' });
    expect(proposed(await answerQuestion(db, peer, another, replyDraft(named), NOW))).toBe('Ａさん');
  });

  test.each([
    ['blank', ' \n', 'missing'],
    ['too long', 'あ'.repeat(8001), 'too-long'],
    ['unreadable', '\ud800', 'unreadable'],
  ])('is refused when it is %s', async (_, body, problem) => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    expect(await answerQuestion(db, peer, id, replyDraft({ body }), NOW)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { body: problem } },
    });
  });

  test('needs a question that everybody sees', async () => {
    const { db, asker, peer } = await openNetwork();
    const waiting = await ask(db, asker, DISPUTED);
    const hidden = await ask(db, asker);
    await reportPost(db, peer.id, 'question', hidden, 'named', NOW);
    for (const id of [waiting, hidden, 'nosuchthread']) {
      expect(await answerQuestion(db, peer, id, replyDraft(), NOW)).toEqual({
        ok: false,
        refusal: { code: 'not-found' },
      });
    }
  });

  test('twice by a double click is one answer and one notice', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    const draft = replyDraft();
    const [first, second] = await Promise.all([
      answerQuestion(db, peer, id, draft, NOW),
      answerQuestion(db, peer, id, draft, NOW),
    ]);
    expect(first).toEqual(second);
    expect(await questionRow(db, id)).toMatchObject({ answer_count: 1 });
    expect(await noticesOf(db, asker)).toEqual(['answer']);
  });

  test('from a form that was asked for anew is one answer, or one comment', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    const { body } = replyDraft();
    const answered = await answer(db, peer, id, { body });
    expect(await answer(db, peer, id, { body }, later(11))).toBe(answered);
    expect(await answer(db, asker, id, { body }, later(11))).not.toBe(answered);
    const commented = await comment(db, asker, answered, { body });
    expect(await comment(db, asker, answered, { body }, later(21))).toBe(commented);
    expect(await noticesOf(db, peer)).toEqual(['comment']);
  });

  test('with an objection waits: only its author and the desk see it', async () => {
    const { db, asker, peer, reader, desk } = await openNetwork();
    const id = await ask(db, asker);
    await answer(db, peer, id, DISPUTED);
    expect(await questionRow(db, id)).toMatchObject({ state: 'open', answer_count: 0 });
    expect(await noticesOf(db, asker)).toEqual([]);
    const seenBy = async (viewer: TestMember) => (await threadSeenBy(db, viewer, id)).answers.length;
    expect([await seenBy(peer), await seenBy(desk)]).toEqual([1, 1]);
    expect([await seenBy(asker), await seenBy(reader)]).toEqual([0, 0]);
  });
});

describe('commenting', () => {
  test('stands under its answer and moves the thread up', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    const answered = await answer(db, peer, id);
    const written = await comment(db, asker, answered, { body: 'ありがとうございます。' }, later(20));
    const [view] = (await threadSeenBy(db, asker, id)).answers;
    expect(view?.comments).toMatchObject([{ id: written, html: '<p>ありがとうございます。</p>\n' }]);
    expect(await questionRow(db, id)).toMatchObject({
      active_at: later(20).toISOString(),
      state: 'answered',
    });
  });

  test('is refused when it names somebody or says nothing, and needs an answer that everybody sees', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    const waiting = await answer(db, peer, id, DISPUTED);
    const open = await answer(db, peer, id);
    const write = (answerId: string, body: string) =>
      commentOnAnswer(db, asker, answerId, replyDraft({ body }), NOW);
    expect(await write(open, '鈴木さんもでした。')).toMatchObject({ refusal: { code: 'not-anonymous' } });
    expect(await write(open, '')).toMatchObject({ refusal: { fields: { body: 'missing' } } });
    expect(await write(open, 'あ'.repeat(1001))).toMatchObject({ refusal: { fields: { body: 'too-long' } } });
    expect(await write(waiting, 'わかりました。')).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await db.selectFrom('comment').selectAll().execute()).toEqual([]);
  });
});

describe('the state of a question', () => {
  test('goes from open over answered to solved, and back to answered when it is opened again', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    const state = async () => (await questionRow(db, id)).state;
    expect(await state()).toBe('open');
    await answer(db, peer, id);
    expect(await state()).toBe('answered');
    await solveQuestion(db, asker, id, said('家賃の分納が決まりました。'), later(60));
    expect(await questionRow(db, id)).toMatchObject({
      state: 'solved',
      solved_at: later(60).toISOString(),
      outcome: '家賃の分納が決まりました。',
    });
    await reopenQuestion(db, asker.id, id, NOW);
    expect(await questionRow(db, id)).toMatchObject({
      state: 'answered',
      solved_at: null,
      outcome: '家賃の分納が決まりました。',
    });
    expect((await tallies(db)).stored).toEqual({ 'all answered': 1, 'programme:soudan answered': 1 });
  });

  test('is open again when it had no answer, or when its only answer is gone', async () => {
    const { db, asker, peer } = await openNetwork();
    const alone = await ask(db, asker);
    await solveQuestion(db, asker, alone, said(''), NOW);
    await reopenQuestion(db, asker.id, alone, NOW);
    expect(await questionRow(db, alone)).toMatchObject({ state: 'open' });
    const answered = await ask(db, asker);
    const only = await answer(db, peer, answered, {}, NOW);
    await deleteOwnPost(db, peer.id, 'answer', only, later(1));
    expect(await questionRow(db, answered)).toMatchObject({ state: 'open', answer_count: 0 });
    expect((await tallies(db)).stored).toEqual({ 'all open': 2, 'programme:soudan open': 2 });
  });

  test('stays solved when a late answer comes or its only answer goes', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    await solveQuestion(db, asker, id, said(''), NOW);
    const late = await answer(db, peer, id, {}, NOW);
    expect(await questionRow(db, id)).toMatchObject({ state: 'solved', answer_count: 1 });
    await deleteOwnPost(db, peer.id, 'answer', late, NOW);
    expect(await questionRow(db, id)).toMatchObject({ state: 'solved', answer_count: 0 });
  });

  test('is for the asker to change, and for nobody else', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    const id = await ask(db, asker);
    for (const other of [peer, desk]) {
      expect(await solveQuestion(db, other, id, said(''), NOW)).toEqual({
        ok: false,
        refusal: { code: 'not-found' },
      });
      expect(await reopenQuestion(db, other.id, id, NOW)).toEqual({
        ok: false,
        refusal: { code: 'not-found' },
      });
    }
    expect(await solveQuestion(db, asker, id, said(''), NOW)).toMatchObject({ ok: true });
  });

  test('is told the outcome of later, and again, without telling those who answered twice', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    await answer(db, peer, id);
    await solveQuestion(db, asker, id, said(''), later(10));
    await solveQuestion(db, asker, id, said('分納が決まりました。'), later(20));
    expect(await findOutcome(db, asker.id, id)).toMatchObject({ outcome: '分納が決まりました。' });
    await solveQuestion(db, asker, id, said('分納が終わりました。'), later(30));
    const named = await solveQuestion(db, asker, id, said('鈴木さんは落ち着きました。'), later(40));
    expect(named).toMatchObject({ ok: false, refusal: { code: 'not-anonymous' } });
    const solved = { outcome: '分納が終わりました。', state: 'solved', solved_at: later(10).toISOString() };
    expect(await questionRow(db, id)).toMatchObject(solved);
    expect(await noticesOf(db, peer)).toEqual(['solved']);
    await reopenQuestion(db, asker.id, id, NOW);
    await solveQuestion(db, asker, id, null, later(50));
    expect(await questionRow(db, id)).toMatchObject({ outcome: '分納が終わりました。' });
    expect(await findOutcome(db, peer.id, id)).toBeUndefined();
    expect(await solveQuestion(db, peer, id, said(''), later(60))).toMatchObject({ ok: false });
    await solveQuestion(db, asker, id, said(' \n'), later(60));
    expect(await questionRow(db, id)).toMatchObject({ outcome: '', state: 'solved' });
  });

  test('does not become solved with a word about what became of it that names somebody', async () => {
    const { db, asker } = await openNetwork();
    const id = await ask(db, asker);
    const disputed = { text: DISPUTED.body, decisions: DISPUTED.decisions };
    for (const outcome of [said('佐藤さんの就職が決まりました。'), disputed]) {
      expect(await solveQuestion(db, asker, id, outcome, NOW)).toMatchObject({
        refusal: { code: 'not-anonymous', findings: [{ text: '佐藤' }] },
      });
    }
    expect(await solveQuestion(db, asker, id, said('あ'.repeat(1001)), NOW)).toMatchObject({
      refusal: { fields: { body: 'too-long' } },
    });
    expect(await questionRow(db, id)).toMatchObject({ state: 'open', outcome: '', solved_at: null });
  });
});

describe('a deleted answer', () => {
  test('keeps its place for the replies of others, and says nothing itself', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const id = await ask(db, asker);
    const answered = await answer(db, peer, id, { body: '消される回答です。' });
    const reply = await comment(db, reader, answered, { body: 'ためになりました。' });
    await deleteOwnPost(db, peer.id, 'answer', answered, later(30));
    const thread = await threadSeenBy(db, asker, id);
    expect(thread).toMatchObject({
      state: 'open',
      answers: [{ deleted: true, html: '', comments: [{ id: reply, html: '<p>ためになりました。</p>\n' }] }],
    });
    expect(await findOwnPost(db, reader.id, 'comment', reply)).toMatchObject({ body: 'ためになりました。' });
    expect(await commentOnAnswer(db, asker, answered, replyDraft(), later(31))).toMatchObject({ ok: false });
    await deleteOwnPost(db, reader.id, 'comment', reply, later(32));
    expect((await threadSeenBy(db, asker, id)).answers).toEqual([]);
  });
});

describe('the helpful mark', () => {
  test('is given by the asker, to as many answers as helped, and taken back', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const id = await ask(db, asker);
    const [first, second] = [await answer(db, peer, id), await answer(db, reader, id, {}, later(11))];
    const marks = async () => (await threadSeenBy(db, asker, id)).answers.map(({ helpful }) => helpful);
    await markHelpful(db, asker.id, first, true, NOW);
    await markHelpful(db, asker.id, second, true, NOW);
    expect(await marks()).toEqual([true, true]);
    await markHelpful(db, asker.id, first, false, NOW);
    expect(await marks()).toEqual([false, true]);
    for (const other of [peer, reader]) {
      expect(await markHelpful(db, other.id, first, true, NOW)).toMatchObject({ ok: false });
    }
    expect(await marks()).toEqual([false, true]);
  });
});

describe('reactions', () => {
  test('count once for each member, however often they press, and can be taken back', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const id = await ask(db, asker);
    const answered = await answer(db, peer, id);
    for (const member of [reader, reader, asker]) await react(db, member.id, 'thanks', answered, true, NOW);
    for (const member of [reader, peer, peer]) await react(db, member.id, 'same', id, true, NOW);
    await react(db, reader.id, 'try', answered, true, NOW);
    expect(await threadSeenBy(db, asker, id)).toMatchObject({ same: 2, answers: [{ thanks: 2, tries: 1 }] });
    await react(db, reader.id, 'thanks', answered, false, NOW);
    await react(db, reader.id, 'thanks', answered, false, NOW);
    expect(await threadSeenBy(db, asker, id)).toMatchObject({ same: 2, answers: [{ thanks: 1, tries: 1 }] });
  });

  test('are for the posts of others', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    const answered = await answer(db, peer, id);
    const forbidden = { ok: false, refusal: { code: 'forbidden' } };
    expect(await react(db, asker.id, 'same', id, true, NOW)).toEqual(forbidden);
    for (const kind of ['thanks', 'try'] as const)
      expect(await react(db, peer.id, kind, answered, true, NOW)).toEqual(forbidden);
    expect(await threadSeenBy(db, asker, id)).toMatchObject({ same: 0, answers: [{ thanks: 0, tries: 0 }] });
  });

  test('need a post that everybody sees', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker, DISPUTED);
    for (const post of [id, 'nosuchthread']) {
      expect(await react(db, peer.id, 'same', post, true, NOW)).toMatchObject({
        refusal: { code: 'not-found' },
      });
      expect(await react(db, peer.id, 'thanks', post, true, NOW)).toMatchObject({
        refusal: { code: 'not-found' },
      });
    }
    expect(await db.selectFrom('reaction').selectAll().execute()).toEqual([]);
  });
});

describe('notices', () => {
  test('go to whom it concerns and never to who did it', async () => {
    const { db, asker, peer, reader, desk } = await openNetwork();
    const id = await ask(db, asker);
    const answered = await answer(db, peer, id);
    await answer(db, asker, id, {}, later(11));
    await comment(db, reader, answered, {}, later(20));
    await comment(db, peer, answered, {}, later(21));
    await comment(db, asker, answered, {}, later(22));
    await solveQuestion(db, asker, id, said(''), later(30));
    expect(await noticesOf(db, asker)).toEqual(['answer', 'comment', 'comment']);
    expect(await noticesOf(db, peer)).toEqual(['comment', 'comment', 'solved']);
    expect(await noticesOf(db, reader)).toEqual([]);
    expect(await noticesOf(db, desk)).toEqual([]);
  });

  test('say who did what where, newest first, and count until they are read', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const [one, two] = [await ask(db, asker, { title: '一つめ' }), await ask(db, asker, { title: '二つめ' })];
    const first = await answer(db, peer, one, { body: '一つめの答え' }, later(10));
    await answer(db, reader, two, { body: '二つめの答え' }, later(11));
    expect(await newestNotices(db, asker.id, 10)).toMatchObject([
      { kind: 'answer', title: '二つめ', actor: { familyName: '小林' }, readAt: null },
      { kind: 'answer', title: '一つめ', actor: { familyName: '渡辺' }, anchor: first, readAt: null },
    ]);
    expect(await unreadAnswers(db, asker.id, 1)).toMatchObject([{ body: '二つめの答え', title: '二つめ' }]);
    expect(await countUnread(db, asker.id)).toBe(2);
    await markThreadRead(db, asker.id, one, later(20));
    expect(await countUnread(db, asker.id)).toBe(1);
    expect(await unreadAnswers(db, asker.id, 5)).toMatchObject([{ questionId: two }]);
    await markAllRead(db, asker.id, later(21));
    expect(await countUnread(db, asker.id)).toBe(0);
    expect(await newestNotices(db, asker.id, 10)).toHaveLength(2);
  });

  test('of one member are not read by another', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    await answer(db, peer, id);
    await markThreadRead(db, peer.id, id, NOW);
    await markAllRead(db, peer.id, NOW);
    expect(await countUnread(db, asker.id)).toBe(1);
  });

  test('of a thread that is out of sight are neither shown nor counted', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const id = await ask(db, asker);
    await comment(db, reader, await answer(db, peer, id));
    expect(await countUnread(db, peer.id)).toBe(1);
    await reportPost(db, reader.id, 'question', id, 'named', later(30));
    expect(await newestNotices(db, peer.id, 10)).toEqual([]);
    expect(await countUnread(db, peer.id)).toBe(0);
    // To its author it is in sight.
    expect((await newestNotices(db, asker.id, 10)).map(({ kind }) => kind)).toEqual([
      'hidden',
      'comment',
      'answer',
    ]);
    expect(await countUnread(db, asker.id)).toBe(3);
  });
});

describe('who may open a thread', () => {
  test.each([
    ['visible', { asker: true, reader: true, desk: true }],
    ['waiting', { asker: true, reader: false, desk: true }],
    ['hidden', { asker: true, reader: false, desk: true }],
    ['deleted', { asker: false, reader: false, desk: false }],
  ] as const)('%s', async (status, expected) => {
    const { db, asker, reader, desk } = await openNetwork();
    const id = await ask(db, asker, status === 'waiting' ? DISPUTED : {});
    if (status === 'hidden') await reportPost(db, reader.id, 'question', id, 'named', NOW);
    if (status === 'deleted') await deleteOwnPost(db, asker.id, 'question', id, NOW);
    const opens = async (viewer: TestMember) => (await findThread(db, viewer, id, NOW)) !== undefined;
    expect({ asker: await opens(asker), reader: await opens(reader), desk: await opens(desk) }).toEqual(
      expected,
    );
  });

  test('and what they may do there: own posts, taking back within the hour, own reactions', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    const id = await ask(db, asker);
    const answered = await answer(db, peer, id, {}, later(30));
    const written = await comment(db, peer, answered, {}, later(50));
    await react(db, peer.id, 'same', id, true, NOW);
    const standpoint = async (viewer: TestMember, minutes: number) =>
      (await findThread(db, viewer, id, later(minutes)))?.standpoint;
    const nobody = { isAsker: false, isDesk: false, own: [], deletable: [], reactions: [] };
    expect(await standpoint(asker, 59)).toEqual({ ...nobody, isAsker: true, own: [id], deletable: [id] });
    expect(await standpoint(asker, 60)).toEqual({ ...nobody, isAsker: true, own: [id] });
    expect(await standpoint(desk, 60)).toEqual({ ...nobody, isDesk: true });
    const later95 = await standpoint(peer, 95);
    expect(later95?.own.toSorted()).toEqual([answered, written].toSorted());
    expect(later95).toMatchObject({ deletable: [written], reactions: [`same:${id}`] });
  });
});

describe('the counts', () => {
  /** Numbers that look random and are the same in every run (mulberry32). */
  function numbers(seed: number) {
    let state = seed;
    return (below: number) => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) % below;
    };
  }

  test.each([1, 2, 3])('are exact after whatever members and desk do (%i)', async (seed) => {
    const { db, asker, peer, desk } = await openNetwork();
    const members = [asker, peer, await addMember(db, { familyName: '中村' })];
    const below = numbers(seed);
    const one = <T>(list: readonly T[]) => list[below(list.length)] as T;
    const posts: Record<PostKind, Array<{ id: string; by: TestMember }>> = {
      question: [],
      answer: [],
      comment: [],
    };
    const PROGRAMMES = ['soudan', 'kakei', 'juukyo'];
    const TAGS = ['', '録音', '録音 8050', '年末年始'];
    let minutes = 0;
    const text = () =>
      below(4) === 0 ? DISPUTED : { body: `進め方の相談 ${below(1000)}`, decisions: NO_DECISIONS };
    const draft = () => ({ ...text(), programme: one(PROGRAMMES), tags: one(TAGS) });

    const acts = [
      async () => {
        const by = one(members);
        posts.question.push({ id: await ask(db, by, draft(), later(minutes)), by });
      },
      async () => {
        const by = one(members);
        const made = await answerQuestion(db, by, one(posts.question).id, replyDraft(text()), later(minutes));
        if (made.ok) posts.answer.push({ id: made.value.id, by });
      },
      async () => {
        const by = one(members);
        const parent = one(posts.answer);
        if (!parent) return;
        const made = await commentOnAnswer(db, by, parent.id, replyDraft(text()), later(minutes));
        if (made.ok) posts.comment.push({ id: made.value.id, by });
      },
      async () => {
        const kind = one(['question', 'answer', 'comment'] as const);
        const post = one(posts[kind]);
        const own = post && (await findOwnPost(db, post.by.id, kind, post.id));
        if (!own) return;
        const edit = { title: '題', ...draft(), editCount: own.editCount };
        await editPost(db, post.by, kind, post.id, edit, later(minutes));
      },
      async () => {
        const { id, by } = one(posts.question);
        await solveQuestion(db, by, id, said(''), later(minutes));
      },
      async () => {
        const { id, by } = one(posts.question);
        await reopenQuestion(db, by.id, id, NOW);
      },
      async () => {
        const kind = one(['question', 'answer', 'answer', 'comment'] as const);
        const post = one(posts[kind]);
        if (post) await deleteOwnPost(db, post.by.id, kind, post.id, later(minutes));
      },
      async () => {
        const kind = one(['question', 'answer', 'answer', 'comment'] as const);
        const post = one(posts[kind]);
        if (post) await reportPost(db, one(members).id, kind, post.id, 'named', later(minutes));
      },
      async () => {
        const kind = one(['question', 'answer', 'comment'] as const);
        const post = one(posts[kind]);
        if (!post) return;
        if (below(5) === 0) await rejectPost(db, desk.id, kind, post.id, later(minutes));
        else await releasePost(db, desk.id, kind, post.id, false, later(minutes));
      },
    ];
    for (let n = 0; n < 4; n++) await acts[0]!();
    for (let n = 0; n < 150; n++) {
      minutes += below(3);
      const act = one([...acts, acts[1]!, acts[1]!, acts[3]!, acts[8]!]);
      await act();
    }
    const { stored, counted } = await tallies(db);
    expect(stored).toEqual(counted);
    const rows = await db
      .selectFrom('question')
      .select(({ selectFrom }) => [
        'question.state',
        'question.answer_count',
        selectFrom('answer')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .whereRef('answer.question_id', '=', 'question.id')
          .where('answer.status', '=', 'visible')
          .as('answers'),
      ])
      .execute();
    for (const row of rows) {
      expect(row.answer_count).toBe(Number(row.answers));
      expect(row.state === 'solved' || (row.state === 'open') === (row.answer_count === 0)).toBe(true);
    }
    expect(rows.length).toBeGreaterThan(10);
  });

  test('are exact when an answer and an edit of its question come at the same moment', async () => {
    const { db, asker, peer } = await openNetwork();
    const id = await ask(db, asker);
    const edit = {
      title: '新しい題',
      body: '新しい本文',
      programme: 'kakei',
      tags: '録音',
      decisions: NO_DECISIONS,
    };
    await Promise.all([
      editPost(db, asker, 'question', id, { ...edit, editCount: 0 }, later(1)),
      answerQuestion(db, peer, id, replyDraft(), later(1)),
    ]);
    const { stored, counted } = await tallies(db);
    expect(counted).toMatchObject({ 'programme:kakei answered': 1 });
    expect(stored).toEqual(counted);
  });
});
