import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import {
  addMember,
  anonymous,
  answer,
  ask,
  comment,
  DISPUTED,
  later,
  must,
  NOW,
  openNetwork,
  statusOf,
} from '#tests/support/builders.server.ts';
import { noteOf, openTestFiles, sent } from '#tests/support/files.server.ts';
import { addFiles } from '../files/add.server.ts';
import { filesOf, findFile, textOfFiles } from '../files/find.server.ts';
import { findOwner } from '../files/owner.server.ts';
import { addMeeting, type NewMeeting } from '../meetings/add-meeting.server.ts';
import { findMeeting } from '../meetings/meetings.server.ts';
import { changeProfile } from '../members/settings.server.ts';
import { releasePost } from '../moderation/desk.server.ts';
import { addNote } from '../notes/add-note.server.ts';
import { newestNotes } from '../notes/notes.server.ts';
import { readNote } from '../notes/read-note.server.ts';
import { listOrganizations } from '../organizations/list.server.ts';
import { editPost } from '../posts/edit.server.ts';
import { saveChange } from './change.server.ts';
import type { LintChange } from './changes.ts';
import { NO_DECISIONS } from './check.server.ts';
import { hiddenTexts, showAgain } from './hidden.server.ts';
import { countOpenHits, hideHit, keepHit, openHits } from './hits.server.ts';
import { currentRecheck, recheckEverything, stepRecheck } from './recheck.server.ts';

const WORD = '困難ケース';
const FORBID: LintChange = { what: 'forbid', word: WORD, reason: '会議で決めました' };

const MEETING: NewMeeting = {
  slug: 'dai-1-kai',
  series: '情報交換会',
  number: 1,
  title: '第1回',
  day: '2026-04-20',
  startsAt: null,
  endsAt: null,
  place: 'オンライン',
  themes: ['家計の相談'],
  groups: [{ no: 1, theme: `${WORD}と言わない支え方` }],
  participants: null,
  organizations: null,
  numbersLine: null,
};

async function finish(db: Db): Promise<number> {
  let steps = 0;
  while (await stepRecheck(db, later(60))) steps += 1;
  return steps;
}

const hitIds = async (db: Db) => (await openHits(db, 100)).map(({ id }) => id).toSorted();

describe('a recheck', () => {
  test('finds what a change forbids wherever it was written, and shows it in its place', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    const question = await ask(db, asker, { title: `${WORD}への声かけ` });
    const plain = await ask(db, asker, { title: '別の題' });
    const answered = await answer(db, peer, question, { body: `うちでは${WORD}と呼びません。` });
    const commented = await comment(db, asker, answered, { body: `${WORD}という言い方ですね。` });
    const note = must(
      await addNote(
        db,
        peer,
        {
          slug: 'kotoba',
          title: 'ことばの手引き',
          programmes: ['soudan'],
          tags: [],
          body: `${WORD}と言わない。`,
          organizationIds: [],
          sources: [],
          edition: 1,
          verifiedAt: NOW,
        },
        NOW,
      ),
    );
    must(await changeProfile(db, peer, { introduction: `${WORD}を学んでいます。`, programmes: [] }));
    const tagged = await ask(db, peer, { title: 'タグの題', tags: WORD });
    must(await addMeeting(db, MEETING, NOW));
    must(await saveChange(db, desk.id, FORBID, NOW));
    await finish(db);
    expect(await hitIds(db)).toEqual(
      [question, answered, commented, note, peer.id, tagged, MEETING.slug].toSorted(),
    );
    expect(await hitIds(db)).not.toContain(plain);
    expect((await openHits(db, 100)).find(({ id }) => id === answered)).toMatchObject({
      kind: 'answer',
      ruleId: 'forbidden-word',
      before: 'うちでは',
      passage: WORD,
      after: 'と呼びません。',
      title: `${WORD}への声かけ`,
      href: `/questions/${question}#answer-${answered}`,
    });
  });

  test('reads all that a meeting says: its programme, its groups and what they said', async () => {
    const { db, desk } = await openNetwork();
    const plain = { ...MEETING, groups: [{ no: 1, theme: '家計' }] };
    must(await addMeeting(db, { ...plain, slug: 'lead', lead: `${WORD}を考える` }, NOW));
    const step = { at: '13:30', what: `${WORD}とは`, speaker: '' };
    must(await addMeeting(db, { ...plain, slug: 'timetable', timetable: [step] }, NOW));
    must(
      await addMeeting(db, { ...plain, slug: 'group', groups: [{ no: 1, theme: '家計', lead: WORD }] }, NOW),
    );
    must(await addMeeting(db, { ...plain, slug: 'text' }, NOW));
    must(await addMeeting(db, { ...plain, slug: 'plain' }, NOW));
    await db
      .updateTable('meeting_group')
      .set({ text: anonymous(`${WORD}が話題になりました`) })
      .where('meeting_slug', '=', 'text')
      .execute();
    must(await saveChange(db, desk.id, FORBID, NOW));
    await finish(db);
    expect(await hitIds(db)).toEqual(['group', 'lead', 'text', 'timetable']);
  });

  test('looks at what posts said before they were edited, since the history shows it', async () => {
    const { db, asker, desk } = await openNetwork();
    const id = await ask(db, asker, { body: `${WORD}の件です。` });
    const edit = { title: '題', body: '書き直した本文です。', programme: 'soudan', tags: '', editCount: 0 };
    must(await editPost(db, asker, 'question', id, { ...edit, decisions: NO_DECISIONS }, later(1)));
    must(await saveChange(db, desk.id, FORBID, later(2)));
    await finish(db);
    expect(await hitIds(db)).toEqual([id]);
  });

  test('goes in small steps, tells how far it is, and goes on where it stopped', async () => {
    const { db, asker, desk } = await openNetwork();
    for (let i = 0; i < 25; i++) await ask(db, asker, { title: `${WORD}の${i}つめ` }, later(i));
    must(await saveChange(db, desk.id, FORBID, later(30)));
    expect(await currentRecheck(db)).toMatchObject({ total: 25, checked: 0, finishedAt: null });
    expect(await stepRecheck(db, later(31))).toBe(true);
    expect(await currentRecheck(db)).toMatchObject({ checked: 20, finishedAt: null });
    expect(await countOpenHits(db)).toBe(20);
    await finish(db);
    expect(await currentRecheck(db)).toMatchObject({
      checked: 25,
      failed: 0,
      finishedAt: later(60).toISOString(),
    });
    expect(await countOpenHits(db)).toBe(25);
    expect(await db.selectFrom('recheck').select(['old_settings', 'new_settings']).execute()).toEqual([
      { old_settings: null, new_settings: null },
    ]);
  });

  test('that two processes walk at once is counted once', async () => {
    const { db, asker, desk } = await openNetwork();
    await ask(db, asker, { title: `${WORD}の件` });
    must(await saveChange(db, desk.id, FORBID, NOW));
    await Promise.all([stepRecheck(db, NOW), stepRecheck(db, NOW)]);
    await finish(db);
    expect(await currentRecheck(db)).toMatchObject({ checked: 1 });
    expect(await countOpenHits(db)).toBe(1);
  });

  test('brings up nothing that was found before the change', async () => {
    const { db, asker, desk } = await openNetwork();
    const waiting = await ask(db, asker, DISPUTED);
    must(await releasePost(db, desk.id, 'question', waiting, false, later(1)));
    await ask(db, asker, { title: `${WORD}の件` });
    must(await saveChange(db, desk.id, FORBID, later(2)));
    await finish(db);
    expect(await openHits(db, 100)).toMatchObject([{ ruleId: 'forbidden-word' }]);
  });

  test('takes back what is found no more, when the change is undone', async () => {
    const { db, asker, desk } = await openNetwork();
    await ask(db, asker, { title: `${WORD}の件` });
    must(await saveChange(db, desk.id, FORBID, NOW));
    await finish(db);
    expect(await countOpenHits(db)).toBe(1);
    must(await saveChange(db, desk.id, { what: 'unforbid', word: WORD }, later(1)));
    await finish(db);
    expect(await countOpenHits(db)).toBe(0);
  });

  test('of everything finds what older rules let through, but nothing that was decided', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    const waiting = await ask(db, asker, DISPUTED);
    must(await releasePost(db, desk.id, 'question', waiting, false, later(1)));
    const acknowledgements = [{ ruleId: 'exact-age', text: '43歳', reason: 'unlinked', note: '' } as const];
    await ask(db, asker, { body: '43歳の方の件です。', decisions: { acknowledgements, objections: [] } });
    const old = await ask(db, peer);
    // As if it had been written before there was a rule for phone numbers.
    const body = `折り返しは090-1234-5678です。` as ReturnType<typeof anonymous>;
    await db.updateTable('question').set({ body }).where('id', '=', old).execute();
    await recheckEverything(db, desk.id, later(2));
    await finish(db);
    expect(await openHits(db, 100)).toMatchObject([
      { id: old, ruleId: 'phone-number', passage: '090-1234-5678' },
    ]);
  });

  test('leaves nothing to do when it is over', async () => {
    const { db } = await openNetwork();
    expect(await stepRecheck(db, NOW)).toBe(false);
    expect(await currentRecheck(db)).toBeUndefined();
  });
});

describe('a hit', () => {
  async function openHit() {
    const network = await openNetwork();
    const { db, asker, desk } = network;
    const question = await ask(db, asker, { title: `${WORD}の件` });
    must(await saveChange(db, desk.id, FORBID, NOW));
    await finish(db);
    const hit = { id: question, ruleId: 'forbidden-word', passage: WORD };
    return { ...network, question, hit };
  }

  test('may stay for a reason, and is not brought up again', async () => {
    const { db, desk, hit } = await openHit();
    must(await keepHit(db, desk.id, hit, `制度の用語としての${WORD}です`, later(70)));
    expect(await countOpenHits(db)).toBe(0);
    await recheckEverything(db, desk.id, later(80));
    await finish(db);
    expect(await countOpenHits(db)).toBe(0);
    expect(await db.selectFrom('recheck_hit').selectAll().execute()).toMatchObject([
      { decided_by: desk.id, decided_at: later(70).toISOString(), reason: `制度の用語としての${WORD}です` },
    ]);
  });

  test('needs a reason that names nobody', async () => {
    const { db, desk, hit } = await openHit();
    const keep = (reason: string) => keepHit(db, desk.id, hit, reason, NOW);
    expect(await keep('')).toMatchObject({ refusal: { fields: { reason: 'missing' } } });
    expect(await keep('佐藤さんの件です')).toMatchObject({
      refusal: { fields: { reason: 'names-somebody' } },
    });
    expect(await countOpenHits(db)).toBe(1);
  });

  test('is decided once', async () => {
    const { db, desk, hit } = await openHit();
    must(await keepHit(db, desk.id, hit, '用語です', NOW));
    expect(await keepHit(db, desk.id, hit, '用語です', NOW)).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await hideHit(db, desk.id, hit.id, NOW)).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('in a post hides it among those that wait for the desk', async () => {
    const { db, desk, question } = await openHit();
    must(await hideHit(db, desk.id, question, NOW));
    expect(await statusOf(db, 'question', question)).toBe('hidden');
    expect(await countOpenHits(db)).toBe(0);
    must(await releasePost(db, desk.id, 'question', question, false, NOW));
    await recheckEverything(db, desk.id, later(80));
    await finish(db);
    expect(await countOpenHits(db)).toBe(0);
  });

  test('is over when the post is written anew', async () => {
    const { db, asker, question } = await openHit();
    const edit = { title: '題', body: '本文', programme: 'soudan', tags: '', editCount: 0 };
    must(await editPost(db, asker, 'question', question, { ...edit, decisions: NO_DECISIONS }, later(70)));
    expect(await db.selectFrom('recheck_hit').selectAll().execute()).toEqual([]);
  });

  test('in a note, a meeting or an introduction takes it out of sight, until the desk shows it again', async () => {
    const { db, desk } = await openNetwork();
    const member = await addMember(db, { familyName: '中村' });
    must(await changeProfile(db, member, { introduction: `${WORD}を学んでいます。`, programmes: [] }));
    const note = {
      slug: 'kotoba',
      title: 'ことばの手引き',
      programmes: ['soudan'],
      tags: [],
      body: `${WORD}と言わない。`,
      organizationIds: [],
      sources: [],
      edition: 1,
      verifiedAt: NOW,
    };
    const id = must(await addNote(db, member, note, NOW));
    must(await addMeeting(db, MEETING, NOW));
    const introductions = async () =>
      (await listOrganizations(db)).flatMap(({ members }) => members.map((one) => one.introduction)).join('');
    must(await saveChange(db, desk.id, FORBID, NOW));
    await finish(db);
    expect(await introductions()).toContain(WORD);
    expect(await newestNotes(db, 5)).toHaveLength(1);
    must(await hideHit(db, desk.id, id, NOW));
    must(await hideHit(db, desk.id, member.id, later(1)));
    expect(await introductions()).toBe('');
    expect(await newestNotes(db, 5)).toEqual([]);
    expect(await readNote(db, 'kotoba')).toBeUndefined();
    must(await hideHit(db, desk.id, MEETING.slug, NOW));
    expect(await findMeeting(db, 'members', MEETING.slug)).toBeUndefined();
    must(await showAgain(db, desk.id, 'meeting', MEETING.slug, NOW));
    expect(await findMeeting(db, 'members', MEETING.slug)).toBeDefined();
    expect(await hiddenTexts(db)).toMatchObject([
      { kind: 'member', id: member.id, title: '中村' },
      { kind: 'note', id, title: 'ことばの手引き' },
    ]);
    must(await showAgain(db, desk.id, 'note', id, NOW));
    expect(await readNote(db, 'kotoba')).toBeDefined();
    must(await changeProfile(db, member, { introduction: 'よろしくお願いします。', programmes: [] }));
    expect(await introductions()).toBe('よろしくお願いします。');
    expect(await hiddenTexts(db)).toEqual([]);
  });
});

describe('a file that is attached', () => {
  async function openWithFile() {
    const network = await openNetwork();
    const { db, asker, peer } = network;
    const owner = await noteOf(db, asker);
    const files = openTestFiles();
    const text = `${'家計の表の使い方。\n'.repeat(3000)}困難ケースという言い方をやめます。`;
    const place = await findOwner(db, owner);
    if (!place) throw new Error('There is no such owner');
    const sending = [await sent(files, '手引き.txt', text)];
    expect(await addFiles(db, files, place, peer, sending, false, NOW)).toMatchObject([{ ok: true }]);
    must(await saveChange(db, network.desk.id, FORBID, NOW));
    await finish(db);
    const { id } = await db.selectFrom('attachment').select('id').executeTakeFirstOrThrow();
    return { ...network, owner, id };
  }

  test('is looked at too, to its end, and named in the list', async () => {
    const { db, id } = await openWithFile();
    const hits = await openHits(db, 100);
    expect(hits).toMatchObject([
      { kind: 'file', id, passage: WORD, title: '手引き.txt', href: `/files/${id}` },
    ]);
  });

  test('goes out of sight alone, from page and search, until the desk shows it again', async () => {
    const { db, desk, peer, owner, id } = await openWithFile();
    expect(await filesOf(db, owner, peer)).toHaveLength(1);
    must(await hideHit(db, desk.id, id, later(90)));
    expect(await filesOf(db, owner, peer)).toEqual([]);
    expect(await findFile(db, id, desk)).toBeUndefined();
    expect(await textOfFiles(db, owner)).toBe('');
    expect(await hiddenTexts(db)).toMatchObject([{ kind: 'file', id, title: '手引き.txt' }]);
    must(await showAgain(db, desk.id, 'file', id, later(100)));
    expect(await filesOf(db, owner, peer)).toHaveLength(1);
  });
});
