import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openNetwork } from '#tests/support/builders.server.ts';
import { listOrganizations } from '../organizations/list.server.ts';
import { listImports, listTalks, readTalk } from './bench.server.ts';
import { joinWithNext, saveTalk, setAside, splitTalk } from './change-talk.server.ts';
import { stepLineCheck } from './check.server.ts';
import { clearOldImports, DAYS_ON_THE_BENCH, throwAway } from './clear-bench.server.ts';
import { peopleOf, setPeople } from './people.server.ts';
import { publishTalk } from './publish-talk.server.ts';
import { takeExport } from './take.server.ts';

const NOW = new Date('2026-04-01T00:00:00.000Z');
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../tests/fixtures/line/${name}`, import.meta.url)));

async function taken(name = 'three-hundred-lines.txt') {
  const network = await openNetwork();
  const outcome = await takeExport(network.db, network.desk.id, fixture(name), NOW);
  if (!outcome.ok || outcome.value.importId === undefined) throw new Error('The fixture was not taken');
  while (await stepLineCheck(network.db));
  return { ...network, importId: outcome.value.importId };
}

describe('an export that is taken in', () => {
  test('lies on the bench as conversations, checked, and nothing of it is published', async () => {
    const { db, importId } = await taken();
    const talks = await listTalks(db, importId, 'open', 0, 100);
    expect(talks.map(({ kind, title, errors, warnings }) => [kind, title, errors + warnings])).toEqual([
      ['thread', '面談の録音について教えてください', 0],
      ['thread', 'レシートをなくしてしまう方に、どうやって家計表を続けてもらっていますか？', 0],
      ['note', '灯油の助成について、わかったことをまとめておきます', 0],
    ]);
    expect(await db.selectFrom('question').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
  });

  test('names the same person by the same letter in all of a conversation', async () => {
    const { db, importId } = await taken();
    const [first] = await listTalks(db, importId, 'open', 0, 1);
    const texts = (await readTalk(db, first?.id ?? ''))?.messages.map(({ text }) => text).join('\n') ?? '';
    expect(texts).not.toContain('佐藤');
    expect(texts.match(/Ａさん/g)).toHaveLength(2);
  });

  test('adds nothing the second time', async () => {
    const { db, desk } = await taken();
    const again = await takeExport(db, desk.id, fixture('three-hundred-lines.txt'), NOW);
    expect(again).toMatchObject({ ok: true, value: { importId: undefined, messages: 0 } });
    expect(await listImports(db)).toHaveLength(1);
  });

  test('can be thrown away whole, and taken in anew', async () => {
    const { db, desk, importId } = await taken();
    await throwAway(db, desk.id, importId, NOW);
    for (const table of ['line_import', 'line_talk', 'line_message', 'line_seen'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(await takeExport(db, desk.id, fixture('three-hundred-lines.txt'), NOW)).toMatchObject({
      ok: true,
    });
    expect(await listImports(db)).toHaveLength(1);
  });

  test('lies on the bench for half a year at most', async () => {
    const { db } = await taken();
    const daysLater = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60_000);
    await clearOldImports(db, daysLater(DAYS_ON_THE_BENCH - 1));
    expect(await listImports(db)).toHaveLength(1);
    await clearOldImports(db, daysLater(DAYS_ON_THE_BENCH + 1));
    expect(await db.selectFrom('line_message').selectAll().execute()).toEqual([]);
  });

  test('that is no chat is refused', async () => {
    const { db, desk } = await openNetwork();
    const letter = new TextEncoder().encode('拝啓 みなさまへ');
    expect(await takeExport(db, desk.id, letter, NOW)).toMatchObject({
      refusal: { code: 'invalid', fields: { file: 'unreadable' } },
    });
  });
});

describe('a conversation', () => {
  test('becomes a question with its answers, on the days when it was', async () => {
    const { db, desk, importId } = await taken();
    const [first] = await listTalks(db, importId, 'open', 0, 1);
    const published = await publishTalk(db, desk, first?.id ?? '', false, NOW);
    expect(published).toMatchObject({ ok: true });
    const question = await db.selectFrom('question').selectAll().executeTakeFirstOrThrow();
    expect(question).toMatchObject({
      asked_at: '2025-05-13T00:10:00.000Z',
      answer_count: 3,
      state: 'answered',
    });
    const answers = await db.selectFrom('answer').select('answered_at').orderBy('answered_at').execute();
    expect(answers).toEqual([
      { answered_at: '2025-05-13T00:42:00.000Z' },
      { answered_at: '2025-05-13T01:20:00.000Z' },
      { answered_at: '2025-05-13T01:31:00.000Z' },
    ]);
    // What happened long ago is no news, and the raw words are gone.
    expect(await db.selectFrom('notice').selectAll().execute()).toEqual([]);
    const raw = await db
      .selectFrom('line_message')
      .select('typed')
      .where('talk_id', '=', first?.id ?? '')
      .execute();
    expect(new Set(raw.map(({ typed }) => typed))).toEqual(new Set(['']));
  });

  test('is published once, however often the button is pressed', async () => {
    const { db, desk, importId } = await taken();
    const [first] = await listTalks(db, importId, 'open', 0, 1);
    const once = await publishTalk(db, desk, first?.id ?? '', false, NOW);
    expect(await publishTalk(db, desk, first?.id ?? '', false, NOW)).toEqual(once);
    expect(await db.selectFrom('question').selectAll().execute()).toHaveLength(1);
  });

  test('becomes a note', async () => {
    const { db, desk, importId } = await taken();
    const note = (await listTalks(db, importId, 'open', 0, 10)).find(({ kind }) => kind === 'note');
    expect(await publishTalk(db, desk, note?.id ?? '', false, NOW)).toMatchObject({ ok: true });
    expect(await db.selectFrom('note').select('verified_at').executeTakeFirst()).toEqual({
      verified_at: '2025-08-20T08:15:00.000Z',
    });
  });

  test('is not published while somebody is named in it', async () => {
    const { db, desk, importId } = await taken();
    const [first] = await listTalks(db, importId, 'open', 0, 1);
    const talk = await readTalk(db, first?.id ?? '');
    const [question] = talk?.messages ?? [];
    const saved = await saveTalk(
      db,
      first?.id ?? '',
      {
        kind: 'thread',
        title: talk?.title ?? '',
        programme: 'soudan',
        texts: { [question?.id ?? '']: '佐藤さんの録音を、どうしていますか' },
        leftOut: new Set(),
      },
      false,
    );
    expect(saved).toMatchObject({ ok: true });
    expect(await publishTalk(db, desk, first?.id ?? '', true, NOW)).toMatchObject({
      refusal: { code: 'not-anonymous' },
    });
    expect(await db.selectFrom('question').selectAll().execute()).toEqual([]);
  });

  test('is cut in two and joined again', async () => {
    const { db, importId } = await taken();
    const [first] = await listTalks(db, importId, 'open', 0, 1);
    const id = first?.id ?? '';
    const before = await readTalk(db, id);
    const split = await splitTalk(db, id, before?.messages[2]?.id ?? '');
    expect((await readTalk(db, id))?.messages).toHaveLength(2);
    expect(split.ok && (await readTalk(db, split.value))?.messages).toHaveLength(2);
    await joinWithNext(db, id);
    expect((await readTalk(db, id))?.messages.map((message) => message.id)).toEqual(
      before?.messages.map((message) => message.id),
    );
  });

  test('is put aside and taken back', async () => {
    const { db, importId } = await taken();
    const [first] = await listTalks(db, importId, 'open', 0, 1);
    await setAside(db, first?.id ?? '', true);
    expect((await listTalks(db, importId, 'left', 0, 500)).map(({ id }) => id)).toContain(first?.id);
    await setAside(db, first?.id ?? '', false);
    expect((await listTalks(db, importId, 'open', 0, 1))[0]?.id).toBe(first?.id);
  });
});

describe('who said it', () => {
  test('is a member where the desk says so, and else a 会員 whom no list shows', async () => {
    const { db, desk, peer, importId } = await taken();
    await setPeople(db, [{ name: '小樽 林', whose: { member: peer.id } }]);
    const [first] = await listTalks(db, importId, 'open', 0, 1);
    await publishTalk(db, desk, first?.id ?? '', false, NOW);
    const authors = await db
      .selectFrom('answer')
      .innerJoin('member', 'member.id', 'answer.author_id')
      .select(['member.id', 'member.family_name as name', 'member.from_chat as fromChat'])
      .orderBy('answer.answered_at')
      .execute();
    expect(authors).toMatchObject([
      { id: peer.id },
      { name: '会員', fromChat: 1 },
      { name: '会員', fromChat: 1 },
    ]);
    const listed = (await listOrganizations(db)).flatMap(({ members }) =>
      members.map((one) => one.familyName),
    );
    expect(listed).toContain('渡辺');
    expect(listed).not.toContain('会員');
  });

  test('is guessed where name and organization fit', async () => {
    const { db, importId } = await taken();
    expect((await peopleOf(db, importId)).map(({ name }) => name)).toContain('くしろ 石川');
  });
});
