import { describe, expect, test, vi } from 'vitest';
import type { Db } from '#db/schema.ts';
import {
  addMember,
  answer,
  ask,
  must,
  NOW,
  noteDraft,
  noteToAdd,
  openNetwork,
  type TestMember,
} from '#tests/support/builders.server.ts';
import { hideIn } from '../anonymization/hidden.server.ts';
import { newId } from '../ids.server.ts';
import { countUnread } from '../notices/notices.server.ts';
import { addNote, writeNote } from './add-note.server.ts';
import type { NoteDraft } from './draft.ts';
import { editNote, type NoteEdit, readConflict } from './edit-note.server.ts';
import { readEditions } from './editions.server.ts';
import { exportNotes, importNote } from './exchange.server.ts';
import { gatherText, readGatherable } from './gather.server.ts';
import { readNoteFile, writeNoteFile } from './note-file.ts';
import { notesAsHtml } from './note-html.server.ts';
import { newestNoteNotices } from './note-notices.server.ts';
import { listNotes, type NoteFilter, notesOfThread, noteTopics, relatedNotes } from './notes.server.ts';
import { readForEdit, readNote, readPublicNote } from './read-note.server.ts';
import { currentSlug, setNote } from './settings.server.ts';
import { acceptSuggestion, declineSuggestion, openSuggestions } from './suggestions.server.ts';
import { markUseful } from './useful.server.ts';
import { askKeepers, notesToVerify, verifyNote } from './verify.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

const DAY = 24 * 60 * 60 * 1000;
const days = (count: number) => new Date(NOW.getTime() + count * DAY);
/** When nobody of the network is new any more. */
const LATER = days(60);

const write = async (db: Db, by: TestMember, draft: Partial<NoteDraft> = {}) =>
  must(await writeNote(db, by, { ...noteDraft(draft), submissionKey: newId(), gathered: null }, NOW)).slug;

async function editOf(db: Db, slug: string, change: Partial<NoteEdit>): Promise<NoteEdit & { id: string }> {
  const note = await readForEdit(db, slug);
  if (!note) throw new Error('There is no such note');
  const { id, title, body, tags, programmes, edition } = note;
  return {
    ...noteDraft({ title, body, tags, programmes }),
    id,
    edition,
    gathered: null,
    suggestionId: null,
    ...change,
  };
}

/** Edits as the form does that was opened just before. */
async function edit(db: Db, by: TestMember, slug: string, change: Partial<NoteEdit>, now = LATER) {
  const { id, ...form } = await editOf(db, slug, change);
  return editNote(db, by, id, form, now);
}

/** Three posts make a member one who has been around. */
async function settle(db: Db, member: TestMember) {
  for (let post = 0; post < 3; post += 1) await ask(db, member, { title: `題その${post}` });
}

describe('writing a note', () => {
  test('publishes it with its programmes and tags, kept by its author', async () => {
    const { db, asker } = await openNetwork();
    const slug = await write(db, asker, { programmes: ['juukyo', 'kakei'], tags: '家賃、滞納' });
    expect(await readNote(db, slug)).toMatchObject({
      programme: { slug: 'juukyo' },
      tags: ['家賃', '滞納'],
      edition: 1,
      audience: 'members',
      keeper: { id: asker.id },
      contributors: ['みなみ市 社会福祉課'],
      headings: [{ title: '分けかた' }],
    });
    expect((await readNote(db, slug))?.programmes.map(({ slug: one }) => one).toSorted()).toEqual([
      'juukyo',
      'kakei',
    ]);
  });

  test('is refused when it names somebody, in its text or in what an edit was for, and stores nothing', async () => {
    const { db, asker } = await openNetwork();
    const named = {
      ...noteDraft({ body: '佐藤さんから相談がありました。' }),
      submissionKey: newId(),
      gathered: null,
    };
    expect(await writeNote(db, asker, named, NOW)).toMatchObject({ refusal: { code: 'not-anonymous' } });
    expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
    const slug = await write(db, asker);
    const edited = await edit(db, asker, slug, {
      body: '短くしました。',
      purpose: '佐藤さんの話を消しました',
    });
    expect(edited).toMatchObject({ refusal: { code: 'invalid', fields: { purpose: 'names-somebody' } } });
    expect(await db.selectFrom('note_edition').select('number').execute()).toEqual([{ number: 1 }]);
  });

  test('sent twice is one note', async () => {
    const { db, asker } = await openNetwork();
    const form = { ...noteDraft(), submissionKey: newId(), gathered: null };
    const first = must(await writeNote(db, asker, form, NOW));
    expect(must(await writeNote(db, asker, form, NOW))).toEqual(first);
  });

  test('needs a programme that there is', async () => {
    const { db, asker } = await openNetwork();
    for (const [programmes, problem] of [
      [[], 'missing'],
      [['none'], 'unknown'],
    ] as const) {
      const form = { ...noteDraft({ programmes }), submissionKey: newId(), gathered: null };
      expect(await writeNote(db, asker, form, NOW)).toMatchObject({
        refusal: { fields: { programmes: problem } },
      });
    }
  });
});

describe('gathering a thread', () => {
  test('credits the organizations whose answers were chosen, and leads there and back', async () => {
    const { db, asker, peer, reader } = await openNetwork();
    const place = (member: TestMember, label: string) =>
      db.updateTable('organization').set({ label }).where('id', '=', member.organizationId).execute();
    await place(asker, '空知の相談室');
    await place(peer, '釧路の相談室');
    await place(reader, '旭川の窓口');
    const question = await ask(db, asker, { title: '家賃の滞納' });
    const first = await answer(db, peer, question, { body: '# 分ける\n三つに分けます。' });
    await answer(db, reader, question, { body: '電話をかけます。' });
    const thread = await readGatherable(db, question);
    const text = gatherText(thread!, [first]);
    expect(text).toContain('### 釧路の相談室から\n\n#### 分ける\n三つに分けます。');
    expect(text).not.toContain('電話をかけます');
    expect(text).not.toContain('渡辺');
    const gathered = { questionId: question, answerIds: [first, 'nosuchanswer'] };
    const slug = must(
      await writeNote(db, asker, { ...noteDraft({ body: text }), submissionKey: newId(), gathered }, NOW),
    ).slug;
    const note = await readNote(db, slug);
    expect(note?.contributors.toSorted()).toEqual(['空知の相談室', '釧路の相談室'].toSorted());
    expect(note?.sources).toMatchObject([{ href: `/questions/${question}` }]);
    expect(await notesOfThread(db, question)).toMatchObject([{ slug }]);
    // A second thread grows into the same note.
    const second = await ask(db, reader, { title: '灯油の助成' });
    must(
      await edit(db, asker, slug, {
        body: `${text}\n\n灯油の話。`,
        gathered: { questionId: second, answerIds: [] },
      }),
    );
    expect((await readNote(db, slug))?.sources).toHaveLength(2);
    // A thread that goes out of sight takes its title along.
    await db.updateTable('question').set({ status: 'hidden' }).where('id', '=', question).execute();
    expect((await readNote(db, slug))?.sources).toMatchObject([{ title: '灯油の助成' }]);
    expect(await readGatherable(db, question)).toBeUndefined();
  });
});

describe('editing a note', () => {
  test('keeps every edition with who wrote it and what for, and what it changed', async () => {
    const { db, asker, peer } = await openNetwork();
    await settle(db, peer);
    const slug = await write(db, asker, { body: '三つの山を作ります。' });
    must(await edit(db, peer, slug, { body: '四つの山を作ります。', purpose: '数を直しました' }));
    const note = await readForEdit(db, slug);
    expect(note).toMatchObject({ edition: 2, body: '四つの山を作ります。', keeperId: asker.id });
    const history = await readEditions(db, note!.id);
    expect(history?.editions).toMatchObject([
      { number: 2, purpose: '数を直しました', author: { familyName: '渡辺' } },
      { number: 1, changes: null, author: { familyName: '高橋' } },
    ]);
    expect(history?.editions[0]?.changes?.body).toEqual([
      { kind: 'removed', text: '三つ' },
      { kind: 'added', text: '四つ' },
      { kind: 'same', text: 'の山を作ります。' },
    ]);
  });

  test('never overwrites an edition that came meanwhile: the second editor sees both', async () => {
    const { db, asker, peer } = await openNetwork();
    await settle(db, peer);
    const slug = await write(db, asker, { body: 'はじめに\n\n分けます。\n\nおわり' });
    const { id, ...form } = await editOf(db, slug, {});
    const theirs = { ...form, body: 'はじめに\n\n三つに分けます。\n\nおわり' };
    const mine = { ...form, body: 'はじめに\n\n一緒に分けます。\n\nおわりに' };
    must(await editNote(db, asker, id, theirs, LATER));
    expect(await editNote(db, peer, id, mine, LATER)).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    });
    expect(await readForEdit(db, slug)).toMatchObject({ body: theirs.body, edition: 2 });
    const conflict = await readConflict(db, id, form.edition, mine);
    expect(conflict).toMatchObject({ edition: 2, merged: { conflicts: 1 }, base: { body: form.body } });
    expect(conflict?.merged.body).toContain('三つに分けます。');
    expect(conflict?.merged.body).toContain('一緒に分けます。');
    // Sent as it is, with its marks, it would be half a text.
    const merged = { ...form, body: conflict!.merged.body, edition: 2 };
    expect(await editNote(db, peer, id, merged, LATER)).toMatchObject({
      refusal: { code: 'invalid', fields: { body: 'unmerged' } },
    });
    must(await editNote(db, peer, id, { ...merged, body: 'はじめに\n\n一緒に、三つに分けます。' }, LATER));
    expect(await readForEdit(db, slug)).toMatchObject({ edition: 3 });
  });

  test('of two at the same moment one is refused', async () => {
    const { db, asker, peer } = await openNetwork();
    await settle(db, peer);
    const slug = await write(db, asker);
    const { id, ...form } = await editOf(db, slug, {});
    const outcomes = await Promise.all([
      editNote(db, asker, id, { ...form, body: '一つめの文章です。' }, LATER),
      editNote(db, peer, id, { ...form, body: '二つめの文章です。' }, LATER),
    ]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test('that changes nothing makes no edition, and the same form twice makes one', async () => {
    const { db, asker } = await openNetwork();
    const slug = await write(db, asker);
    expect(await edit(db, asker, slug, {})).toMatchObject({ refusal: { fields: { body: 'same' } } });
    const { id, ...form } = await editOf(db, slug, { body: '短くしました。' });
    must(await editNote(db, asker, id, form, LATER));
    must(await editNote(db, asker, id, form, LATER));
    expect(await readForEdit(db, slug)).toMatchObject({ edition: 2 });
    must(await edit(db, asker, slug, { programmes: ['kakei'] }));
    expect(await readForEdit(db, slug)).toMatchObject({ edition: 3, programmes: ['kakei'] });
  });
});

describe('a suggestion', () => {
  async function suggested() {
    const network = await openNetwork();
    const { db, asker, peer } = network;
    await settle(db, peer);
    const newcomer = await addMember(db, { familyName: '中村' });
    const slug = await write(db, asker, { body: '三つの山を作ります。' });
    expect(must(await edit(db, newcomer, slug, { body: '四つの山を作ります。' }))).toEqual({
      suggested: true,
      heldId: null,
    });
    const note = await readNote(db, slug);
    const [first] = await openSuggestions(db, note!.id);
    return { ...network, newcomer, slug, noteId: note!.id, id: first!.id };
  }

  test('is what a newcomer’s edit becomes; the note stays as it is and its keeper hears of it', async () => {
    const { db, asker, slug, newcomer } = await suggested();
    expect(await readForEdit(db, slug)).toMatchObject({ body: '三つの山を作ります。', edition: 1 });
    expect(await newestNoteNotices(db, asker.id, 5)).toMatchObject([{ kind: 'suggested', slug }]);
    expect(await countUnread(db, asker.id)).toBe(1);
    // Another one takes the place of the first.
    must(await edit(db, newcomer, slug, { body: '五つの山を作ります。' }));
    expect(await db.selectFrom('note_suggestion').select('body').execute()).toEqual([
      { body: '五つの山を作ります。' },
    ]);
  });

  test('that an established member takes becomes an edition of its author', async () => {
    const { db, peer, newcomer, slug, noteId, id } = await suggested();
    expect(await acceptSuggestion(db, newcomer, slug, id, LATER)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
    must(await acceptSuggestion(db, peer, slug, id, LATER));
    expect(await readForEdit(db, slug)).toMatchObject({ body: '四つの山を作ります。', edition: 2 });
    expect((await readEditions(db, noteId))?.editions[0]?.author.familyName).toBe('中村');
    expect(await newestNoteNotices(db, newcomer.id, 5)).toMatchObject([{ kind: 'accepted' }]);
    expect(await acceptSuggestion(db, peer, slug, id, LATER)).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('can be declined by the keeper, who may be new too', async () => {
    const { db, asker, newcomer, slug, noteId, id } = await suggested();
    must(await declineSuggestion(db, asker, slug, id, NOW));
    expect(await openSuggestions(db, noteId)).toEqual([]);
    expect(await newestNoteNotices(db, newcomer.id, 5)).toMatchObject([{ kind: 'declined' }]);
    expect(await readForEdit(db, slug)).toMatchObject({ edition: 1 });
  });

  test('that an edition has overtaken is taken in by hand', async () => {
    const { db, asker, peer, slug, noteId, id } = await suggested();
    must(await edit(db, asker, slug, { body: '三つの山を、ゆっくり作ります。' }));
    expect(await acceptSuggestion(db, peer, slug, id, LATER)).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    });
    must(await edit(db, peer, slug, { body: '四つの山を、ゆっくり作ります。', suggestionId: id }));
    expect(await openSuggestions(db, noteId)).toEqual([]);
    const { status } = await db.selectFrom('note_suggestion').select('status').executeTakeFirstOrThrow();
    expect(status).toBe('accepted');
  });

  test('is needed of nobody after a month and three posts, nor of the desk', async () => {
    const { db, desk, newcomer, slug } = await suggested();
    expect(must(await edit(db, desk, slug, { body: '事務局が直しました。' }, NOW))).toEqual({
      suggested: false,
      heldId: null,
    });
    await settle(db, newcomer);
    expect(must(await edit(db, newcomer, slug, { body: 'まだ一か月です。' }, days(29)))).toEqual({
      suggested: true,
      heldId: null,
    });
    expect(must(await edit(db, newcomer, slug, { body: 'もう一か月です。' }, days(31)))).toEqual({
      suggested: false,
      heldId: null,
    });
  });
});

describe('verifying', () => {
  test('after a year the keeper is asked, once, until somebody says that the note still holds', async () => {
    const { db, asker, peer } = await openNetwork();
    const slug = await write(db, asker);
    expect(await askKeepers(db, days(364))).toBe(0);
    expect(await notesToVerify(db, asker.id, days(364))).toEqual([]);
    expect(await askKeepers(db, days(366))).toBe(1);
    expect(await askKeepers(db, days(367))).toBe(0);
    expect(await notesToVerify(db, asker.id, days(366))).toMatchObject([{ slug }]);
    expect(await notesToVerify(db, peer.id, days(366))).toEqual([]);
    expect(await newestNoteNotices(db, asker.id, 5)).toMatchObject([{ kind: 'verify', slug }]);
    must(await verifyNote(db, peer.id, slug, days(368)));
    expect(await notesToVerify(db, asker.id, days(368))).toEqual([]);
    expect(await countUnread(db, asker.id)).toBe(0);
    expect(await readNote(db, slug)).toMatchObject({ verifiedAt: days(368).toISOString(), edition: 1 });
    expect(await askKeepers(db, days(368 + 366))).toBe(1);
  });

  test('of notes that are hidden nobody is asked', async () => {
    const { db, asker, desk } = await openNetwork();
    const { id } = (await readNote(db, await write(db, asker)))!;
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'note', id, NOW));
    expect(await askKeepers(db, days(366))).toBe(0);
  });
});

describe('browsing', () => {
  const ALL: NoteFilter = { programmes: [], tag: null, area: null, order: 'new' };

  test('finds notes by programme, tag and area, newest or most useful first, page by page', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    await db
      .updateTable('organization')
      .set({ area: '釧路' })
      .where('id', '=', peer.organizationId)
      .execute();
    const add = async (by: TestMember, slug: string, programmes: string[], tags: string[], age: number) =>
      must(
        await addNote(
          db,
          by,
          noteToAdd({ slug, programmes, tags, organizationIds: [by.organizationId] }),
          days(-age),
        ),
      );
    await add(asker, 'yachin', ['juukyo', 'kakei'], ['家賃'], 1);
    await add(peer, 'touyu', ['kakei'], ['灯油', '冬'], 2);
    await add(desk, 'mensetsu', ['soudan'], ['面談', '冬'], 3);
    const slugs = async (filter: Partial<NoteFilter>, page = 1, per = 10) =>
      (await listNotes(db, { ...ALL, ...filter }, page, per)).notes.map(({ slug }) => slug);
    expect(await slugs({})).toEqual(['yachin', 'touyu', 'mensetsu']);
    expect(await slugs({ programmes: ['kakei'] })).toEqual(['yachin', 'touyu']);
    expect(await slugs({ tag: '冬' })).toEqual(['touyu', 'mensetsu']);
    expect(await slugs({ area: '釧路' })).toEqual(['touyu']);
    must(await markUseful(db, asker.id, 'mensetsu', true, NOW));
    must(await markUseful(db, asker.id, 'mensetsu', true, NOW));
    expect(await slugs({ order: 'useful' })).toEqual(['mensetsu', 'yachin', 'touyu']);
    expect(await readNote(db, 'mensetsu')).toMatchObject({ useful: 1 });
    expect(await markUseful(db, desk.id, 'mensetsu', true, NOW)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
    must(await markUseful(db, asker.id, 'mensetsu', false, NOW));
    expect(await readNote(db, 'mensetsu')).toMatchObject({ useful: 0 });
    expect(await slugs({}, 2, 2)).toEqual(['mensetsu']);
    expect((await listNotes(db, ALL, 1, 2)).more).toBe(true);
    const topics = await noteTopics(db, 10);
    expect(topics.tags[0]).toEqual({ topic: '冬', notes: 2 });
    expect(topics.programmes).toContainEqual({ topic: 'kakei', notes: 2 });
    const touyu = await readNote(db, 'touyu');
    expect((await relatedNotes(db, touyu!, 3)).map(({ slug }) => slug)).toEqual(['mensetsu']);
  });
});

describe('a public note', () => {
  test('is read by visitors without any member or thread; back among members they lose it at once', async () => {
    const { db, asker, peer, desk } = await openNetwork();
    const question = await ask(db, peer, { title: '会員だけの題' });
    const gathered = { questionId: question, answerIds: [] };
    const slug = must(
      await writeNote(db, asker, { ...noteDraft(), submissionKey: newId(), gathered }, NOW),
    ).slug;
    expect(await readPublicNote(db, slug)).toBeUndefined();
    const wished = { slug, keeperId: asker.id, audience: 'everyone' as const };
    // Its keeper cannot make it public.
    must(await setNote(db, asker, slug, wished, NOW));
    expect(await readPublicNote(db, slug)).toBeUndefined();
    must(await setNote(db, desk, slug, wished, NOW));
    const shown = JSON.stringify(await readPublicNote(db, slug));
    expect(shown).toContain('みなみ市 社会福祉課');
    expect(shown).not.toContain('高橋');
    expect(shown).not.toContain('会員だけの題');
    must(await setNote(db, desk, slug, { ...wished, audience: 'members' }, NOW));
    expect(await readPublicNote(db, slug)).toBeUndefined();
    must(await setNote(db, desk, slug, wished, NOW));
    const { id } = (await readNote(db, slug))!;
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'note', id, NOW));
    expect(await readPublicNote(db, slug)).toBeUndefined();
  });
});

describe('the address of a note', () => {
  test('stays when its title changes, and former ones lead on', async () => {
    const { db, asker, peer } = await openNetwork();
    const slug = await write(db, asker);
    must(await edit(db, asker, slug, { title: '別の題' }));
    expect(await readNote(db, slug)).toMatchObject({ title: '別の題' });
    const wished = { slug: 'yachin', keeperId: peer.id, audience: 'members' as const };
    expect(await setNote(db, peer, slug, wished, NOW)).toMatchObject({ refusal: { code: 'forbidden' } });
    must(await setNote(db, asker, slug, wished, NOW));
    expect(await currentSlug(db, slug)).toBe('yachin');
    expect(await readNote(db, 'yachin')).toMatchObject({ keeper: { id: peer.id } });
    // Nobody else gets an address that leads here, and the note may have it back.
    const other = await write(db, asker);
    const taken = { slug, keeperId: asker.id, audience: 'members' as const };
    expect(await setNote(db, asker, other, taken, NOW)).toMatchObject({
      refusal: { fields: { slug: 'taken' } },
    });
    const used = { ...taken, slug: 'yachin' };
    expect(await setNote(db, asker, other, used, NOW)).toMatchObject({
      refusal: { fields: { slug: 'taken' } },
    });
    must(await setNote(db, peer, 'yachin', { ...taken, keeperId: peer.id }, NOW));
    expect(await currentSlug(db, 'yachin')).toBe(slug);
    for (const bad of ['new', 'export', '家賃', '-a', 'a b'])
      expect(await setNote(db, peer, slug, { ...wished, slug: bad }, NOW)).toMatchObject({
        refusal: { fields: { slug: 'unknown' } },
      });
  });
});

describe('notes as files', () => {
  test('come back from another network as they were', async () => {
    const { db, asker } = await openNetwork();
    const label = '空知の相談室';
    await db.updateTable('organization').set({ label }).where('id', '=', asker.organizationId).execute();
    const note = noteToAdd({
      slug: 'yachin',
      title: '家賃: 「滞納」が分かった日 --- # すること',
      tags: ['家賃', '債務'],
      programmes: ['juukyo', 'kakei'],
      body: '## はじめに\n\n---\n\n- 分ける\n- 開ける\n\n| 山 | 次 |\n|---|---|\n| 役所 | 同行 |',
      organizationIds: [asker.organizationId],
      edition: 4,
      audience: 'everyone',
      verifiedAt: days(-3),
    });
    must(await addNote(db, asker, note, days(-5)));
    const written = (await exportNotes(db)).map(writeNoteFile);
    expect(written).toHaveLength(1);

    await db.deleteFrom('outbox').execute();
    for (const table of ['note_edition', 'note_tag', 'note_programme', 'note_contributor'] as const)
      await db.deleteFrom(table).execute();
    await db.deleteFrom('note').execute();
    const keeper = await addMember(db, { familyName: '中村' });
    const take = async (text: string) => must(await importNote(db, readNoteFile(text, 'other'), keeper, NOW));
    expect(await take((written[0] as string).replaceAll('\n', '\r\n'))).toBe('added');
    expect((await exportNotes(db)).map(writeNoteFile)).toEqual(written);
    expect(await take(written[0] as string)).toBe('same');
    expect(await take((written[0] as string).replace('- 開ける', '- 一通だけ開ける'))).toBe('changed');
    expect(await readNote(db, 'yachin')).toMatchObject({ edition: 5, keeper: { id: asker.id } });
  });

  test('pass the gate, and keep the reasons why warnings stayed', async () => {
    const { db, asker } = await openNetwork();
    const file = readNoteFile('---\nprogrammes: [juukyo]\n---\n# 題名です\n\n佐藤さんの件です。', 'mei');
    expect(await importNote(db, file, asker, NOW)).toMatchObject({ refusal: { code: 'not-anonymous' } });
    expect(await exportNotes(db)).toEqual([]);
  });

  test('that the desk has hidden are neither written nor brought back', async () => {
    const { db, asker, desk } = await openNetwork();
    const slug = await write(db, asker);
    const [file] = await exportNotes(db);
    const { id } = (await readNote(db, slug))!;
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'note', id, NOW));
    expect(await exportNotes(db)).toEqual([]);
    expect(await notesAsHtml(db, 'つながり', slug)).toBeUndefined();
    expect(await importNote(db, { ...file!, body: '別の文章です。' }, asker, NOW)).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('are also one page of HTML in which no title is markup', async () => {
    const { db, asker } = await openNetwork();
    await write(db, asker, { title: '<b>題</b> & "引用"', body: '## はじめに\n\n<script>x</script>' });
    const html = await notesAsHtml(db, 'つながり');
    expect(html).toContain('<h1>&lt;b&gt;題&lt;/b&gt; &amp; &quot;引用&quot;</h1>');
    expect(html).toContain('<h2>はじめに</h2>');
    expect(html).not.toContain('<script>');
  });
});
