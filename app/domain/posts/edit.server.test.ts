import { describe, expect, test } from 'vitest';
import type { Db, PostKind, SafeHtml } from '#db/schema.ts';
import {
  anonymous,
  answer,
  ask,
  comment,
  DISPUTED,
  later,
  must,
  NOW,
  noticesOf,
  openNetwork,
  statusOf,
  type TestMember,
  tallies,
  threadSeenBy,
} from '#tests/support/builders.server.ts';
import { NO_DECISIONS } from '../anonymization/check.server.ts';
import { releasePost } from '../moderation/desk.server.ts';
import { reportPost } from '../moderation/report.server.ts';
import { deleteOwnPost, withdrawPost } from './delete.server.ts';
import { editPost, type PostEdit } from './edit.server.ts';
import { readHistory } from './history.server.ts';
import { EDITS_PER_HOUR } from './limits.ts';

const edited = (edit: Partial<PostEdit> = {}): PostEdit => ({
  title: '直した題',
  body: '直した本文です。',
  programme: 'soudan',
  tags: '',
  decisions: NO_DECISIONS,
  editCount: 0,
  ...edit,
});

/** A thread with one post of each kind, each by its own author. */
async function openThread() {
  const network = await openNetwork();
  const { db, asker, peer, reader } = network;
  const question = await ask(db, asker, { body: '前の本文です。', tags: '録音' });
  const answered = await answer(db, peer, question, { body: '前の回答です。' });
  const commented = await comment(db, reader, answered, { body: '前の返信です。' });
  const posts: Array<{ kind: PostKind; id: string; by: TestMember }> = [
    { kind: 'question', id: question, by: asker },
    { kind: 'answer', id: answered, by: peer },
    { kind: 'comment', id: commented, by: reader },
  ];
  return { ...network, question, answered, commented, posts };
}

const versionOf = async (db: Db, id: string) =>
  (await db.selectFrom('question').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

describe('editing', () => {
  test('replaces what a post says and keeps what it said before, for all to read', async () => {
    const { db, posts } = await openThread();
    for (const { kind, id, by } of posts) {
      expect(await editPost(db, by, kind, id, edited(), later(30))).toMatchObject({ ok: true });
      const history = await readHistory(db, kind, id);
      expect(history?.post.html).toContain('直した本文です。');
      expect(history?.edits).toMatchObject([
        {
          at: later(30).toISOString(),
          body: expect.arrayContaining([{ kind: 'removed', text: expect.stringContaining('前') }]),
        },
      ]);
    }
  });

  test('twice keeps both earlier texts, the newest first', async () => {
    const { db, asker, question } = await openThread();
    await editPost(db, asker, 'question', question, edited({ title: '二番め' }), later(30));
    await editPost(db, asker, 'question', question, edited({ title: '三番め', editCount: 1 }), later(40));
    const history = await readHistory(db, 'question', question);
    expect(history?.post.title).toBe('三番め');
    const texts = history?.edits.map(({ title }) => {
      const without = (kind: string) =>
        title.filter((change) => change.kind !== kind).map(({ text }) => text);
      return [without('added').join(''), without('removed').join('')];
    });
    expect(texts).toEqual([
      ['二番め', '三番め'],
      ['家賃の滞納が続く方への声かけ', '二番め'],
    ]);
    // The body was mended once, and stayed as it was the second time.
    expect(history?.edits[0]?.body).toEqual([{ kind: 'same', text: '直した本文です。' }]);
    expect(history?.edits[1]?.body).toContainEqual({ kind: 'same', text: '本文です。' });
  });

  test('makes the thread’s version grow, so that no reader keeps an old page', async () => {
    const { db, posts, question } = await openThread();
    for (const { kind, id, by } of posts) {
      const before = await versionOf(db, question);
      await editPost(db, by, kind, id, edited(), later(30));
      expect(await versionOf(db, question)).toBeGreaterThan(before);
    }
  });

  test('counts the question under its new programme and tags', async () => {
    const { db, asker, question } = await openThread();
    await editPost(
      db,
      asker,
      'question',
      question,
      edited({ programme: 'kakei', tags: '8050 年末年始' }),
      later(30),
    );
    const { stored, counted } = await tallies(db);
    expect(stored).toEqual({
      'all answered': 1,
      'programme:kakei answered': 1,
      'tag:8050 answered': 1,
      'tag:年末年始 answered': 1,
    });
    expect(counted).toEqual(stored);
  });

  test('is refused like a new post, and then nothing is changed or kept', async () => {
    const { db, posts, question } = await openThread();
    const before = await versionOf(db, question);
    for (const { kind, id, by } of posts) {
      const named = edited({ body: '佐藤さんのことです。' });
      expect(await editPost(db, by, kind, id, named, later(30))).toMatchObject({
        refusal: { code: 'not-anonymous', findings: [{ field: 'body', text: '佐藤' }] },
      });
      expect(await editPost(db, by, kind, id, edited({ body: '' }), later(30))).toMatchObject({
        refusal: { code: 'invalid', fields: { body: 'missing' } },
      });
    }
    expect(await db.selectFrom('revision').selectAll().execute()).toEqual([]);
    expect(await versionOf(db, question)).toBe(before);
    expect((await threadSeenBy(db, posts[0]!.by, question)).html).toContain('前の本文です。');
  });

  test('is told at once of passages that name somebody and of fields that are missing', async () => {
    const { db, asker, question } = await openThread();
    const edit = edited({ title: '', body: '佐藤さんのことです。' });
    expect(await editPost(db, asker, 'question', question, edit, later(30))).toMatchObject({
      refusal: { code: 'not-anonymous', findings: [{ text: '佐藤' }], fields: { title: 'missing' } },
    });
  });

  test('is for one’s own posts: those of others are not found, not even by the desk', async () => {
    const { db, posts, desk, peer } = await openThread();
    for (const { kind, id, by } of posts) {
      for (const other of [desk, by === peer ? posts[0]!.by : peer]) {
        expect(await editPost(db, other, kind, id, edited(), later(30))).toEqual({
          ok: false,
          refusal: { code: 'not-found' },
        });
      }
    }
  });

  test('does not overwrite an edit made on another screen meanwhile', async () => {
    const { db, asker, question } = await openThread();
    await editPost(db, asker, 'question', question, edited({ body: '先に直した本文' }), later(30));
    expect(await editPost(db, asker, 'question', question, edited(), later(31))).toEqual({
      ok: false,
      refusal: { code: 'changed-meanwhile' },
    });
    const [one, two] = await Promise.all([
      editPost(db, asker, 'question', question, edited({ editCount: 1, body: 'あ' }), later(32)),
      editPost(db, asker, 'question', question, edited({ editCount: 1, body: 'い' }), later(32)),
    ]);
    expect([one.ok, two.ok].toSorted()).toEqual([false, true]);
    expect(await db.selectFrom('revision').selectAll().execute()).toHaveLength(2);
  });

  test('cannot bring back a post that is reported at the same moment', async () => {
    const { db, asker, reader, question } = await openThread();
    await Promise.all([
      editPost(db, asker, 'question', question, edited(), later(30)),
      reportPost(db, reader.id, 'question', question, 'named', later(30)),
    ]);
    expect(await statusOf(db, 'question', question)).toBe('hidden');
    const { stored, counted } = await tallies(db);
    expect(stored).toEqual(counted);
  });
});

describe('many edits', () => {
  /** Many words, hardly one at its place: what takes longest to compare. */
  const wordy = (at: number) =>
    Array.from({ length: 650 }, (_, word) => '家賃灯油窓口電話相談'[(word * (at + 3)) % 10]).join('、');

  async function withEdits(count: number) {
    const thread = await openThread();
    const { db, question } = thread;
    const revisions = Array.from({ length: count }, (_, at) => ({
      id: `revision-${at}`,
      kind: 'question' as const,
      post_id: question,
      title: anonymous('題'),
      body: anonymous(wordy(at)),
      body_html: '' as SafeHtml,
      replaced_at: later(at).toISOString(),
    }));
    await db.insertInto('revision').values(revisions).execute();
    return thread;
  }

  test('are told of on pages of ten, each edit on one', async () => {
    const { db, question } = await withEdits(24);
    const pages = [undefined, 14, 4].map((upTo) => readHistory(db, 'question', question, upTo));
    const numbers = (await Promise.all(pages)).map((page) => page?.edits.map(({ number }) => number));
    expect(numbers).toEqual([
      [24, 23, 22, 21, 20, 19, 18, 17, 16, 15],
      [14, 13, 12, 11, 10, 9, 8, 7, 6, 5],
      [4, 3, 2, 1],
    ]);
    const second = await pages[1];
    const without = (kind: string) =>
      second?.edits[0]?.body.filter((change) => change.kind !== kind).map(({ text }) => text);
    expect([without('added')?.join(''), without('removed')?.join('')]).toEqual([wordy(13), wordy(14)]);
  });

  test('are compared in no time, and only once', async () => {
    const { db, question } = await withEdits(120);
    const began = performance.now();
    const first = await readHistory(db, 'question', question);
    expect(performance.now() - began).toBeLessThan(2000);
    expect((await readHistory(db, 'question', question))?.edits).toBe(first?.edits);
  });

  test('within an hour are refused, and nothing of theirs is lost', async () => {
    const { db, asker, peer, question, answered } = await openThread();
    const edit = (editCount: number, minutes: number) =>
      editPost(db, asker, 'question', question, edited({ editCount }), later(minutes));
    for (let made = 0; made < EDITS_PER_HOUR; made += 1) must(await edit(made, made));
    expect(await edit(EDITS_PER_HOUR, 30)).toEqual({
      ok: false,
      refusal: { code: 'invalid', fields: { body: 'too-many-edits' } },
    });
    expect(await editPost(db, peer, 'answer', answered, edited(), later(30))).toMatchObject({ ok: true });
    expect(await edit(EDITS_PER_HOUR, 61)).toMatchObject({ ok: true });
  });
});

describe('an objection in an edit', () => {
  test('takes the post out of sight until the desk decides', async () => {
    const { db, posts, desk, asker, question } = await openThread();
    for (const { kind, id, by } of posts.toReversed()) {
      expect(await editPost(db, by, kind, id, edited(DISPUTED), later(30))).toMatchObject({
        value: { status: 'waiting' },
      });
      expect(await statusOf(db, kind, id)).toBe('waiting');
      expect((await tallies(db)).stored).toEqual((await tallies(db)).counted);
    }
    expect((await tallies(db)).stored).toEqual({});
    for (const { kind, id } of posts) must(await releasePost(db, desk.id, kind, id, false, later(40)));
    const thread = await threadSeenBy(db, asker, question);
    expect(thread).toMatchObject({ state: 'answered', answers: [{ comments: [{}] }] });
    expect((await tallies(db)).stored).toEqual((await tallies(db)).counted);
  });

  test('taken back by a further edit leaves nothing of the disputed text in the history', async () => {
    const { db, asker, question } = await openThread();
    await editPost(db, asker, 'question', question, edited(DISPUTED), later(30));
    await editPost(db, asker, 'question', question, edited({ editCount: 1 }), later(40));
    expect(await statusOf(db, 'question', question)).toBe('visible');
    const history = await readHistory(db, 'question', question);
    expect(history?.edits).toMatchObject([
      { body: [{ kind: 'removed' }, { kind: 'added' }, { text: '本文です。' }] },
    ]);
    expect(JSON.stringify(await db.selectFrom('revision').selectAll().execute())).not.toContain('佐藤');
    expect(await db.selectFrom('objection').selectAll().execute()).toEqual([]);
  });

  test('taken back in a reply tells those whom it concerns', async () => {
    const { db, asker, peer } = await openNetwork();
    const question = await ask(db, asker);
    const answered = await answer(db, peer, question, DISPUTED);
    await editPost(db, peer, 'answer', answered, edited(), later(30));
    expect(await noticesOf(db, asker)).toEqual(['answer']);
    const commented = await comment(db, asker, answered, DISPUTED);
    expect(await noticesOf(db, peer)).toEqual([]);
    await editPost(db, asker, 'comment', commented, edited(), later(40));
    expect(await noticesOf(db, peer)).toEqual(['comment']);
  });

  test('at an answer counts nowhere while its question waits too', async () => {
    const { db, asker, peer, question, answered, desk } = await openThread();
    await editPost(db, peer, 'answer', answered, edited(DISPUTED), later(30));
    await reportPost(db, peer.id, 'question', question, 'named', later(31));
    must(await releasePost(db, desk.id, 'answer', answered, false, later(32)));
    expect((await tallies(db)).stored).toEqual({});
    must(await releasePost(db, desk.id, 'question', question, false, later(33)));
    expect((await tallies(db)).stored).toEqual({
      'all answered': 1,
      'programme:soudan answered': 1,
      'tag:録音 answered': 1,
    });
    expect(await threadSeenBy(db, asker, question)).toMatchObject({ state: 'answered' });
  });
});

describe('taking a post back', () => {
  test('works for an hour, and for one’s own', async () => {
    const { db, posts, asker, desk } = await openThread();
    for (const { kind, id, by } of posts.toReversed()) {
      const other = by === asker ? desk : asker;
      expect(await deleteOwnPost(db, other.id, kind, id, later(20))).toMatchObject({
        refusal: { code: 'not-found' },
      });
      expect(await deleteOwnPost(db, by.id, kind, id, later(60))).toMatchObject({ ok: true });
      expect(await statusOf(db, kind, id)).toBe('deleted');
      expect(await deleteOwnPost(db, by.id, kind, id, later(60))).toMatchObject({
        refusal: { code: 'not-found' },
      });
    }
    expect((await tallies(db)).stored).toEqual({});
  });

  test('is too late after that, for its author but not for the desk', async () => {
    const { db, asker, desk, question } = await openThread();
    const late = new Date(later(60).getTime() + 1);
    expect(await deleteOwnPost(db, asker.id, 'question', question, late)).toEqual({
      ok: false,
      refusal: { code: 'too-late' },
    });
    expect(await statusOf(db, 'question', question)).toBe('visible');
    expect(await withdrawPost(db, desk.id, 'question', question, 'deleted', late)).toMatchObject({
      ok: true,
    });
    expect(await statusOf(db, 'question', question)).toBe('deleted');
  });

  test('is not for a question that others have answered: with it their answers would go', async () => {
    const { db, asker, peer, question, answered } = await openThread();
    expect(await deleteOwnPost(db, asker.id, 'question', question, NOW)).toEqual({
      ok: false,
      refusal: { code: 'has-answers' },
    });
    must(await deleteOwnPost(db, peer.id, 'answer', answered, NOW));
    expect(await deleteOwnPost(db, asker.id, 'question', question, NOW)).toMatchObject({ ok: true });
  });

  test('leaves an entry that says who and what, and no text', async () => {
    const { db, asker } = await openNetwork();
    const question = await ask(db, asker);
    must(await deleteOwnPost(db, asker.id, 'question', question, NOW));
    expect(await db.selectFrom('audit').select(['at', 'actor_id', 'action', 'subject']).execute()).toEqual([
      { at: NOW.toISOString(), actor_id: asker.id, action: 'deleted', subject: `question:${question}` },
    ]);
  });

  test('leaves nothing of the text: not in the post, its tags, its history or what was disputed in it', async () => {
    const { db, asker, peer, question, answered } = await openThread();
    must(await editPost(db, asker, 'question', question, edited({ tags: '面談' }), NOW));
    must(await deleteOwnPost(db, peer.id, 'answer', answered, NOW));
    must(await deleteOwnPost(db, asker.id, 'question', question, NOW));
    const dump = JSON.stringify([
      await db.selectFrom('question').selectAll().execute(),
      await db.selectFrom('question_tag').selectAll().execute(),
      await db.selectFrom('answer').selectAll().execute(),
      await db.selectFrom('revision').selectAll().execute(),
      await db.selectFrom('kept_warning').selectAll().execute(),
      await db.selectFrom('objection').selectAll().execute(),
    ]);
    expect(dump).toContain(question);
    expect(dump).not.toMatch(/直した|前の本文|前の回答|面談|録音/);
  });

  test('and a report that the desk clears are no news to those who were told of the post', async () => {
    const { db, asker, reader, desk, answered } = await openThread();
    const before = await noticesOf(db, asker);
    must(await reportPost(db, reader.id, 'answer', answered, 'named', NOW));
    must(await releasePost(db, desk.id, 'answer', answered, false, NOW));
    expect(await noticesOf(db, asker)).toEqual(before);
  });
});
