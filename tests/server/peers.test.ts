import { describe, expect, test } from 'vitest';
import { addNote } from '#app/domain/notes/add-note.server.ts';
import { newestNotices } from '#app/domain/notices/notices.server.ts';
import { askedOrganizations, askToAnswer } from '#app/domain/organizations/ask-to-answer.server.ts';
import { performDue } from '#app/domain/outbox/outbox.server.ts';
import { markHelpful } from '#app/domain/questions/solve.server.ts';
import { searchJobs } from '#app/domain/search/indexing.server.ts';
import { relatedNotes, similarQuestions } from '#app/domain/search/similar.server.ts';
import { whoMayAnswer } from '#app/domain/search/who-may-answer.server.ts';
import { EngineAway } from '#search/engine-away.ts';
import { fts5Index } from '#search/fts5.server.ts';
import { postgresIndex } from '#search/postgres.server.ts';
import { addMember, answer, ask, later, must, NOW, openNetwork } from '../support/builders.server.ts';
import { DIALECT } from '../support/database.server.ts';

/** Of other matters: a word that every post holds says nothing about any of them. */
const OTHERS = [
  '面談の録音',
  '会計の様式',
  '研修の日程',
  '車の相乗り',
  '名札の色',
  '電話の転送',
  '鍵の管理',
  '掲示板の場所',
];

async function openPeers() {
  const network = await openNetwork();
  const { db, desk } = network;
  for (const title of OTHERS) await ask(db, desk, { title, body: 'どうしていますか。', programme: 'sonota' });
  const index = DIALECT === 'sqlite' ? fts5Index(db) : postgresIndex(db);
  await index.prepare();
  const settle = async () => {
    while ((await searchJobs(db, index, later(1000))) > 0);
  };
  return { ...network, index, settle };
}

describe('who may answer', () => {
  test('is who answered questions of the programme or near ones, with the reason; never the asker’s own', async () => {
    const { db, asker, peer, reader, index, settle } = await openPeers();
    const past = await ask(db, reader, { title: '灯油の支払い', programme: 'kakei' });
    const helpful = await answer(db, peer, past, { body: '町の灯油の助成を案内しています。' });
    must(await markHelpful(db, reader.id, helpful, true, later(1)));
    await answer(db, asker, past, { body: '灯油は社協に相談しています。' });
    const near = await ask(db, peer, { title: '灯油の配達', programme: 'soudan' });
    await answer(db, reader, near, { body: '灯油の助成は町の窓口で受け付けています。' });
    const open = await ask(db, asker, { title: '灯油の助成の窓口', programme: 'kakei' }, later(5));
    await settle();
    expect(await whoMayAnswer(db, index, open, 3)).toMatchObject([
      { id: peer.organizationId, why: { kind: 'answered', programme: '家計改善支援', times: 1 } },
      { id: reader.organizationId, why: { kind: 'near' } },
    ]);
  });

  test('is also who says in the profile to do the programme, when there is somebody to ask', async () => {
    const { db, asker, desk, index } = await openPeers();
    const set = (id: string) =>
      db.updateTable('organization').set({ programmes: '["kakei"]' }).where('id', '=', id).execute();
    await set(asker.organizationId);
    const open = await ask(db, asker, { title: '灯油の助成の窓口', programme: 'kakei' });
    expect(await whoMayAnswer(db, index, open, 3)).toEqual([]);
    await set(desk.organizationId);
    expect(await whoMayAnswer(db, index, open, 3)).toMatchObject([
      { id: desk.organizationId, why: { kind: 'profile', programme: '家計改善支援' } },
    ]);
  });
});

describe('asking an organization to answer', () => {
  test('tells its members once, and leaves a trace', async () => {
    const { db, asker, peer } = await openPeers();
    const colleague = await addMember(db, { familyName: '中村', organizationId: peer.organizationId });
    const id = await ask(db, asker, { title: '灯油の助成の窓口' });
    const { organizationId } = peer;
    must(await askToAnswer(db, asker.id, id, [organizationId], later(1)));
    must(await askToAnswer(db, asker.id, id, [organizationId, organizationId], later(2)));
    for (const member of [peer, colleague]) {
      expect(await newestNotices(db, member.id, 10)).toMatchObject([{ kind: 'asked', questionId: id }]);
    }
    expect(await askedOrganizations(db, id)).toMatchObject([{ id: organizationId }]);
    const traces = db.selectFrom('audit').select('subject').where('action', '=', 'asked-to-answer');
    expect(await traces.execute()).toEqual([{ subject: `question:${id}` }]);
  });

  test('is for the asker of a question without an answer', async () => {
    const { db, asker, peer, reader } = await openPeers();
    const id = await ask(db, asker, { title: '灯油の助成の窓口' });
    const refusal = { ok: false, refusal: { code: 'not-found' } };
    expect(await askToAnswer(db, reader.id, id, [peer.organizationId], NOW)).toEqual(refusal);
    await answer(db, peer, id, { body: '町の窓口です。' });
    expect(await askToAnswer(db, asker.id, id, [reader.organizationId], NOW)).toEqual(refusal);
    expect(await newestNotices(db, reader.id, 10)).toEqual([]);
  });

  test('stops at three organizations for a question, and nine a day', async () => {
    const { db, asker } = await openPeers();
    const organizations: string[] = [];
    for (let n = 0; n < 4; n += 1) organizations.push((await addMember(db)).organizationId);
    const [first = '', ...others] = organizations;
    const tooOften = { ok: false, refusal: { code: 'too-often' } };
    const titles = ['灯油の窓口', '毛布の窓口', '布団の窓口', '冷蔵庫の窓口'];
    const [one = '', two = '', three = '', four = ''] = await Promise.all(
      titles.map((title) => ask(db, asker, { title })),
    );
    expect(await askToAnswer(db, asker.id, one, organizations, NOW)).toEqual(tooOften);
    expect(await askedOrganizations(db, one)).toEqual([]);
    must(await askToAnswer(db, asker.id, one, others, NOW));
    expect(await askToAnswer(db, asker.id, one, [first], NOW)).toEqual(tooOften);
    for (const id of [two, three]) must(await askToAnswer(db, asker.id, id, others, NOW));
    expect(await askToAnswer(db, asker.id, four, [first], later(60))).toEqual(tooOften);
    must(await askToAnswer(db, asker.id, four, [first], later(25 * 60)));
  });

  test('does not mind organizations that are not there', async () => {
    const { db, asker } = await openPeers();
    const id = await ask(db, asker, { title: '灯油の助成の窓口' });
    must(await askToAnswer(db, asker.id, id, ['no-such-organization'], NOW));
    expect(await askedOrganizations(db, id)).toEqual([]);
  });
});

describe('beside a question', () => {
  test('stand the questions and notes near it, whichever came first', async () => {
    const { db, asker, desk, settle } = await openPeers();
    const note = {
      slug: 'touyu',
      title: '灯油の助成の手引き',
      programmes: ['kakei'],
      tags: [],
      body: '申請の流れ。',
      organizationIds: [desk.organizationId],
      sources: [],
      edition: 1,
      verifiedAt: NOW,
    };
    const id = await ask(db, asker, { title: '灯油の助成の窓口' });
    await settle();
    expect(await relatedNotes(db, id)).toEqual([]);
    must(await addNote(db, desk, note, NOW));
    await settle();
    expect((await relatedNotes(db, id)).map(({ slug }) => slug)).toEqual(['touyu']);
    const newer = await ask(db, asker, { title: '灯油の助成の期限' }, later(5));
    await settle();
    expect((await relatedNotes(db, newer)).map(({ slug }) => slug)).toEqual(['touyu']);
    expect((await similarQuestions(db, id, 3)).map((question) => question.id)).toEqual([newer]);
  });
});

test('what is to be written to an engine that is away is never given up', async () => {
  const { db, asker } = await openNetwork();
  await ask(db, asker, { title: '灯油の助成の窓口' });
  let now = NOW;
  for (let n = 0; n < 20; n += 1) {
    now = later(1, now);
    expect(await performDue(db, ['index'], () => Promise.reject(new EngineAway()), now)).toBe(0);
  }
  const jobs = db.selectFrom('outbox').select(['attempts', 'dead_at']);
  expect(await jobs.execute()).toEqual([{ attempts: 0, dead_at: null }]);
  expect(await performDue(db, ['index'], async () => {}, later(1, now))).toBe(1);
});
