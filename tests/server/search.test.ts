import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#app/config.server.ts';
import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { releasePost } from '#app/domain/moderation/desk.server.ts';
import { reportPost } from '#app/domain/moderation/report.server.ts';
import { addNote } from '#app/domain/notes/add-note.server.ts';
import { type DueJob, deadJobs, enqueue, performDue } from '#app/domain/outbox/outbox.server.ts';
import { deleteOwnPost } from '#app/domain/posts/delete.server.ts';
import { editPost } from '#app/domain/posts/edit.server.ts';
import { performIndexing, searchJobs } from '#app/domain/search/indexing.server.ts';
import { reindexIfNeeded } from '#app/server/reindex.server.ts';
import type { Db } from '#db/schema.ts';
import { fts5Index } from '#search/fts5.server.ts';
import { DOCUMENT_KINDS, type SearchIndex } from '#search/port.ts';
import { postgresIndex } from '#search/postgres.server.ts';
import {
  answer,
  ask,
  DISPUTED,
  later,
  must,
  NOW,
  openEmptyNetwork,
  openNetwork,
} from '../support/builders.server.ts';
import { DIALECT } from '../support/database.server.ts';
import { nameOf, searchFor } from '../support/searching.server.ts';

async function openSearch() {
  const network = await openNetwork();
  const { db } = network;
  const index = DIALECT === 'sqlite' ? fts5Index(db) : postgresIndex(db);
  await index.prepare();
  const settle = async () => {
    while ((await searchJobs(db, index, later(1000))) > 0);
  };
  const found = async (words: string) => {
    await settle();
    const { results } = await searchFor(db, index, words);
    return results.map(nameOf);
  };
  /** What the index itself still knows, whatever the tables say. */
  const indexed = async (words: string) => {
    await settle();
    const hits = [];
    // Each kind by itself, because a thread comes once.
    for (const kind of DOCUMENT_KINDS)
      hits.push(...(await index.query({ words, kinds: [kind], limit: 20 })).hits);
    return hits.map(({ id }) => id).toSorted();
  };
  return { ...network, index, settle, found, indexed };
}

const edit = { title: '直した題', programme: 'soudan', tags: '', decisions: NO_DECISIONS, editCount: 0 };

describe('search', () => {
  test('finds a thread by its title, body, tags and answers, once', async () => {
    const { db, asker, peer, found } = await openSearch();
    const id = await ask(db, asker, {
      title: '灯油の支払い',
      body: '灯油が高くて困る方がいます。',
      tags: '福祉灯油',
    });
    await answer(db, peer, id, { body: 'フードバンクと一緒に、灯油の助成を案内しています。' });
    await ask(db, peer, { title: '面談記録の書き方', body: '録音してよいでしょうか。' });
    for (const words of ['灯油', '福祉灯油', 'フードバンク', '助成'])
      expect(await found(words)).toEqual([id]);
    expect(await found('冷蔵庫')).toEqual([]);
    expect(await found('  ')).toEqual([]);
  });

  test('shows the answer that speaks of the words, with the passage', async () => {
    const { db, asker, peer, index, settle } = await openSearch();
    const id = await ask(db, asker, { title: '灯油の支払い', body: '困る方がいます。' });
    const answered = await answer(db, peer, id, { body: '生活福祉資金の緊急小口を案内しています。' });
    await settle();
    const [result] = (await searchFor(db, index, '緊急小口')).results;
    expect(result).toMatchObject({ kind: 'question', answerId: answered });
    expect(JSON.stringify(result?.passage)).toContain('緊急小口');
  });

  test('puts first what has the words in its title or as a tag, however they are written', async () => {
    const { db, asker, found } = await openSearch();
    const often = 'ひきこもりの方の家へ。ひきこもりの方と、ひきこもりの家族と、ひきこもりの会。';
    const spoken = await ask(db, asker, { title: '訪問の間隔', body: often });
    const tagged = await ask(db, asker, {
      title: '会えない方への手紙',
      body: '長い文章の中の一つのことばは、点が低くなります。'.repeat(30),
      tags: 'ヒキコモリ',
    });
    expect(await found('ひきこもり')).toEqual([tagged, spoken]);
    expect((await found('手紙 ひきこもり'))[0]).toBe(tagged);
  });

  test('finds notes', async () => {
    const { db, desk, found } = await openSearch();
    const note = {
      slug: 'kinkyuu',
      title: '緊急小口の手引き',
      programmes: ['kakei'],
      tags: ['資金'],
      body: '申請の流れをまとめました。',
      organizationIds: [desk.organizationId],
      sources: [],
      edition: 1,
      verifiedAt: NOW,
    };
    must(await addNote(db, desk, note, NOW));
    expect(await found('緊急小口')).toEqual(['kinkyuu']);
    const named = { ...note, slug: 'namae', body: '佐藤さんの申請の流れ' };
    expect(await addNote(db, desk, named, NOW)).toMatchObject({
      refusal: { code: 'not-anonymous' },
    });
    expect(await found('申請')).toEqual(['kinkyuu']);
  });

  test('forgets a reported question with its answers, at once and in the index, until it is released', async () => {
    const { db, asker, peer, desk, index, found, indexed } = await openSearch();
    const id = await ask(db, asker, { title: '灯油の支払い', body: '困る方がいます。' });
    const answered = await answer(db, peer, id, { body: '灯油の助成を案内しています。' });
    expect(await indexed('灯油')).toEqual([`answer:${answered}`, `question:${id}`]);
    await reportPost(db, peer.id, 'question', id, 'named', later(30));
    // The worker has not run yet: what may be seen is read from the tables.
    expect((await searchFor(db, index, '灯油')).results).toEqual([]);
    expect(await indexed('灯油')).toEqual([]);
    must(await releasePost(db, desk.id, 'question', id, false, later(40)));
    expect(await indexed('灯油')).toEqual([`answer:${answered}`, `question:${id}`]);
    expect(await found('灯油')).toEqual([id]);
  });

  test('forgets deleted and reported answers, and what an edit took out', async () => {
    const { db, asker, peer, reader, found, indexed } = await openSearch();
    const id = await ask(db, asker, { title: '暖房の相談', body: '灯油が高いです。' }, NOW);
    const gone = await answer(db, peer, id, { body: '毛布を貸し出しています。' }, NOW);
    const hidden = await answer(db, reader, id, { body: '湯たんぽを配りました。' }, NOW);
    expect(await found('毛布')).toEqual([id]);
    expect(await found('湯たんぽ')).toEqual([id]);
    must(await deleteOwnPost(db, peer.id, 'answer', gone, later(1)));
    must(await reportPost(db, asker.id, 'answer', hidden, 'named', later(1)));
    must(await editPost(db, asker, 'question', id, { ...edit, body: '電気代が高いです。' }, later(2)));
    for (const words of ['毛布', '湯たんぽ', '灯油']) {
      expect(await indexed(words)).toEqual([]);
      expect(await found(words)).toEqual([]);
    }
    expect(await found('電気代')).toEqual([id]);
  });

  test('never finds what waits for the desk, nor the answers of a question that waits', async () => {
    const { db, asker, peer, found, indexed } = await openSearch();
    await ask(db, peer, { ...DISPUTED, title: '湯たんぽの相談' });
    expect(await indexed('湯たんぽ')).toEqual([]);
    const id = await ask(db, asker, { title: '灯油の支払い' });
    const answered = await answer(db, peer, id, { body: '毛布を貸し出しています。' });
    expect(await indexed('毛布')).toEqual([`answer:${answered}`]);
    must(await editPost(db, asker, 'question', id, { ...edit, ...DISPUTED }, later(2)));
    expect(await indexed('毛布')).toEqual([]);
    must(await editPost(db, asker, 'question', id, { ...edit, body: '灯油の相談', editCount: 1 }, later(3)));
    expect(await indexed('毛布')).toEqual([`answer:${answered}`]);
    expect(await found('灯油')).toEqual([id]);
  });

  test.each([
    '"',
    'a" OR "b',
    'NEAR(',
    "'; drop table question; --",
    '*',
    '灯油*',
    '-灯油',
    '\u0000',
    '%',
    ':*',
    '&|!',
    '🙂',
  ])('takes %j for words and nothing else', async (words) => {
    const { db, asker, found } = await openSearch();
    await ask(db, asker, { title: '暖房の相談' });
    expect(await found(words)).toEqual([]);
    expect(await found('暖房')).toHaveLength(1);
  });
});

describe('the outbox', () => {
  const fail = () => Promise.reject(new Error('search is down'));
  const subjects = (jobs: readonly DueJob[]) => jobs.map(({ subject }) => subject);

  async function openOutbox(...queued: string[]) {
    const db = await openEmptyNetwork();
    for (const [n, subject] of queued.entries()) {
      await db.transaction().execute((tx) => enqueue(tx, 'index', subject, new Date(NOW.getTime() + n)));
    }
    return db;
  }
  const rows = (db: Db) => db.selectFrom('outbox').selectAll().orderBy('try_after').execute();

  test('carries out what is due, oldest first, and forgets it', async () => {
    const db = await openOutbox('question:a', 'answer:b');
    const seen: string[] = [];
    const note = async (jobs: DueJob[]) => void seen.push(...subjects(jobs));
    expect(await performDue(db, ['index'], note, new Date(NOW.getTime() - 1))).toBe(0);
    expect(await performDue(db, ['index'], note, later(1))).toBe(2);
    expect(seen).toEqual(['question:a', 'answer:b']);
    expect(await rows(db)).toEqual([]);
    expect(await performDue(db, ['index'], note, later(1))).toBe(0);
  });

  test('takes a hundred at a time', async () => {
    const db = await openOutbox(...Array.from({ length: 101 }, (_, n) => `question:${n}`));
    const ok = async () => {};
    expect([
      await performDue(db, ['index'], ok, later(1)),
      await performDue(db, ['index'], ok, later(1)),
    ]).toEqual([100, 1]);
  });

  test('tries again after two seconds, then twice as long each time, and gives up after eight attempts', async () => {
    const db = await openOutbox('question:a');
    let now = NOW;
    for (const seconds of [2, 4, 8, 16, 32, 64, 128]) {
      expect(await performDue(db, ['index'], fail, now)).toBe(0);
      const next = new Date(now.getTime() + seconds * 1000);
      expect(await rows(db)).toMatchObject([{ try_after: next.toISOString(), dead_at: null }]);
      expect(
        await performDue(
          db,
          ['index'],
          () => Promise.reject(new Error('too early')),
          new Date(next.getTime() - 1),
        ),
      ).toBe(0);
      now = next;
    }
    expect(await rows(db)).toMatchObject([{ attempts: 7 }]);
    expect(await deadJobs(db, ['index'])).toBe(0);
    await performDue(db, ['index'], fail, now);
    expect(await deadJobs(db, ['index'])).toBe(1);
    const later8 = new Date(now.getTime() + 1e9);
    expect(await performDue(db, ['index'], async () => {}, later8)).toBe(0);
    expect(await rows(db)).toMatchObject([{ attempts: 8, dead_at: now.toISOString() }]);
  });

  test('keeps of an error its kind and never its words', async () => {
    const db = await openOutbox('question:a');
    await performDue(db, ['index'], () => Promise.reject(new TypeError('佐藤さん')), NOW);
    expect(await rows(db)).toMatchObject([{ last_error: 'TypeError' }]);
    expect(JSON.stringify(await rows(db))).not.toContain('佐藤');
  });

  test('does not let one bad job hold up the others', async () => {
    const db = await openOutbox('question:a', 'question:bad', 'question:c');
    const seen: string[] = [];
    const perform = async (jobs: DueJob[]) => {
      if (subjects(jobs).includes('question:bad')) throw new Error('bad');
      seen.push(...subjects(jobs));
    };
    expect(await performDue(db, ['index'], perform, later(1))).toBe(2);
    expect(seen).toEqual(['question:a', 'question:c']);
    expect(await rows(db)).toMatchObject([{ subject: 'question:bad', attempts: 1 }]);
  });

  test('may do a job twice: indexing again changes nothing', async () => {
    const { db, asker, index, found, indexed } = await openSearch();
    const id = await ask(db, asker, { title: '灯油の支払い' });
    expect(await found('灯油')).toEqual([id]);
    const once = await indexed('灯油');
    for (let n = 0; n < 2; n++) await performIndexing(db, index, [{ subject: `question:${id}` }], NOW);
    expect(await indexed('灯油')).toEqual(once);
  });

  test('leaves the newest state of a post, even where a process that read an older one writes last', async () => {
    const { db, asker, index, indexed } = await openSearch();
    const id = await ask(db, asker, { title: '灯油の支払い', body: '灯油が高いです。' });
    const jobs = [{ subject: `question:${id}` }];
    await performIndexing(db, index, jobs, NOW);
    let overtaken = false;
    const slow: SearchIndex = {
      ...index,
      async put(documents) {
        if (!overtaken) {
          overtaken = true;
          must(await editPost(db, asker, 'question', id, { ...edit, body: '電気代が高いです。' }, later(2)));
          await performIndexing(db, index, jobs, NOW);
        }
        await index.put(documents);
      },
    };
    await performIndexing(db, slow, jobs, NOW);
    await db.deleteFrom('outbox').execute();
    expect(await indexed('灯油')).toEqual([]);
    expect(await indexed('電気代')).toEqual([`question:${id}`]);
  });

  test('looks at what a post is now, in whatever order the jobs come', async () => {
    const { db, asker, index, indexed } = await openSearch();
    const id = await ask(db, asker, { title: '灯油の支払い' });
    await reportPost(db, asker.id, 'question', id, 'named', later(1));
    const jobs = [{ subject: `question:${id}` }];
    await performIndexing(db, index, jobs, NOW);
    await performIndexing(db, index, [...jobs, ...jobs], NOW);
    expect(await indexed('灯油')).toEqual([]);
  });
});

describe('building the index anew', () => {
  const config = { ...readConfig({}, 'test') };

  test('finds everything that may be seen, and nothing else', async () => {
    const { db, asker, peer, desk, index, indexed } = await openSearch();
    const id = await ask(db, asker, { title: '灯油の支払い', body: '困る方がいます。' });
    const answered = await answer(db, peer, id, { body: '灯油の助成を案内しています。' });
    const hidden = await answer(db, peer, id, { body: '灯油を分けました。' });
    must(await reportPost(db, desk.id, 'answer', hidden, 'named', later(1)));
    await ask(db, asker, { ...DISPUTED, title: '灯油の相談' });
    await db.deleteFrom('outbox').execute();
    expect(await indexed('灯油')).toEqual([]);
    await reindexIfNeeded({ db, search: index, config }, new AbortController().signal);
    expect(await indexed('灯油')).toEqual([`answer:${answered}`, `question:${id}`].toSorted());
  });

  test('is done once, until the analysis is another one', async () => {
    const { db, asker, index, indexed } = await openSearch();
    const stopped = new AbortController().signal;
    await reindexIfNeeded({ db, search: index, config }, stopped);
    await ask(db, asker, { title: '灯油の支払い' });
    await db.deleteFrom('outbox').execute();
    await reindexIfNeeded({ db, search: index, config }, stopped);
    expect(await indexed('灯油')).toEqual([]);
    await sql`UPDATE search_state SET analysis = 0`.execute(db);
    await reindexIfNeeded({ db, search: index, config }, stopped);
    expect(await indexed('灯油')).toHaveLength(1);
  });
});
