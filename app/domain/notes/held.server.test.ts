import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import {
  ask,
  DISPUTED,
  later,
  must,
  NOW,
  noteDraft,
  openNetwork,
  type TestMember,
} from '#tests/support/builders.server.ts';
import { newId } from '../ids.server.ts';
import { countPending } from '../moderation/desk.server.ts';
import { writeNote } from './add-note.server.ts';
import { editNote, type NoteEdit } from './edit-note.server.ts';
import { exportNotes, importNote } from './exchange.server.ts';
import { heldNotes, readHeldNote, releaseHeldNote, returnHeldNote, withdrawHeldNote } from './held.server.ts';
import { newestNoteNotices } from './note-notices.server.ts';
import { listNotes } from './notes.server.ts';
import { readForEdit, readNote } from './read-note.server.ts';
import { acceptSuggestion, openSuggestions, readSuggestion } from './suggestions.server.ts';

const YEAR = later(200 * 24 * 60);
const OPEN = { programmes: [], tag: null, area: null, order: 'new' } as const;

const write = async (db: Db, by: TestMember, draft = {}) =>
  must(await writeNote(db, by, { ...noteDraft(draft), submissionKey: newId(), gathered: null }, NOW));

async function edit(db: Db, by: TestMember, slug: string, change: Partial<NoteEdit>, now = YEAR) {
  const note = await readForEdit(db, slug);
  if (!note) throw new Error('There is no such note');
  const form = { ...noteDraft(note), ...note, gathered: null, suggestionId: null, ...change };
  return must(
    await editNote(db, by, note.id, { ...form, decisions: change.decisions ?? form.decisions }, now),
  );
}

/** Three posts make a member one who has been around. */
async function openSettled() {
  const network = await openNetwork();
  for (const member of [network.asker, network.peer])
    for (let post = 0; post < 3; post += 1) await ask(network.db, member, { title: `題その${post}` });
  return network;
}

describe('a new note whose author disputes a finding', () => {
  test('waits, and only its author and the desk read it', async () => {
    const { db, asker, reader, desk } = await openSettled();
    const { slug, held } = await write(db, asker, DISPUTED);
    expect(held).toBe(true);
    expect(await readNote(db, slug)).toBeUndefined();
    expect((await listNotes(db, OPEN, 1, 10)).notes).toEqual([]);
    expect(await exportNotes(db)).toEqual([]);
    expect(await readHeldNote(db, reader, slug)).toBeUndefined();
    expect(await readHeldNote(db, asker, slug)).toMatchObject({ mine: true, isEdit: false });
    expect(await readHeldNote(db, desk, slug)).toMatchObject({
      mine: false,
      disputed: [{ ruleId: 'person-name', passage: '佐藤' }],
    });
    expect(await countPending(db)).toBe(1);
  });

  test('is a note like others once the desk lets it through', async () => {
    const { db, asker, desk } = await openSettled();
    const { slug } = await write(db, asker, DISPUTED);
    must(await releaseHeldNote(db, desk.id, slug, false, YEAR));
    expect(await readNote(db, slug)).toMatchObject({ edition: 1 });
    expect(await heldNotes(db)).toEqual([]);
    // Its file says what stands, which is not disputed again.
    const [file] = await exportNotes(db);
    expect(must(await importNote(db, file!, asker, YEAR))).toBe('same');
    expect(await newestNoteNotices(db, asker.id, 5)).toMatchObject([{ kind: 'released', slug }]);
    expect(await releaseHeldNote(db, desk.id, slug, false, YEAR)).toMatchObject({ ok: false });
  });

  test('leaves no word behind where the desk does not, and its author is told', async () => {
    const { db, asker, desk } = await openSettled();
    const { slug } = await write(db, asker, { ...DISPUTED, title: 'クロユリ', tags: 'クロユリ' });
    must(await returnHeldNote(db, desk.id, slug, YEAR));
    const tables = ['note', 'note_edition', 'note_tag', 'objection', 'hidden_text'] as const;
    const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(rows)).not.toMatch(/クロユリ|佐藤/);
    expect(await newestNoteNotices(db, asker.id, 5)).toMatchObject([{ kind: 'returned', title: '' }]);
    expect(await countPending(db)).toBe(0);
  });

  test('can be taken back by its author alone', async () => {
    const { db, asker, peer } = await openSettled();
    const { slug } = await write(db, asker, DISPUTED);
    expect(await withdrawHeldNote(db, peer.id, slug, YEAR)).toMatchObject({ ok: false });
    must(await withdrawHeldNote(db, asker.id, slug, YEAR));
    expect(await heldNotes(db)).toEqual([]);
  });

  test('cannot dispute what is certain', async () => {
    const { db, asker } = await openSettled();
    const certain = {
      ...noteDraft({ body: '090-1234-5678 に電話します。' }),
      submissionKey: newId(),
      gathered: null,
    };
    const decisions = {
      acknowledgements: [],
      objections: [{ ruleId: 'phone-number', text: '090-1234-5678' }],
    };
    expect(await writeNote(db, asker, { ...certain, decisions }, NOW)).toMatchObject({
      refusal: { code: 'not-anonymous' },
    });
  });
});

describe('an edit whose author disputes a finding', () => {
  test('waits beside the note, which stays as it is, and is the next edition once let through', async () => {
    const { db, asker, peer, desk, reader } = await openSettled();
    const { slug } = await write(db, asker);
    const { heldId } = await edit(db, peer, slug, DISPUTED);
    const id = heldId as string;
    expect(await readNote(db, slug)).toMatchObject({ edition: 1 });
    expect(await readSuggestion(db, slug, id)).toBeUndefined();
    expect(await readHeldNote(db, reader, id)).toBeUndefined();
    expect(await readHeldNote(db, peer, id)).toMatchObject({ isEdit: true, slug });
    must(await releaseHeldNote(db, desk.id, id, false, YEAR));
    expect(await readNote(db, slug)).toMatchObject({ edition: 2, html: expect.stringContaining('佐藤') });
  });

  test('that another edition has overtaken becomes a suggestion, which can be taken in', async () => {
    const { db, asker, peer, desk } = await openSettled();
    const { slug } = await write(db, asker);
    const { heldId } = await edit(db, peer, slug, DISPUTED);
    await edit(db, asker, slug, { body: '前よりよい文章です。' });
    must(await releaseHeldNote(db, desk.id, heldId as string, false, YEAR));
    const note = await readNote(db, slug);
    expect(note).toMatchObject({ edition: 2, html: expect.stringContaining('前よりよい') });
    expect(await openSuggestions(db, note?.id ?? '')).toMatchObject([{ id: heldId }]);
  });

  test('by a newcomer becomes a suggestion, in which the keeper needs not dispute again', async () => {
    const { db, asker, reader, desk } = await openSettled();
    const { slug } = await write(db, asker);
    const { heldId, suggested } = await edit(db, reader, slug, DISPUTED, later(10));
    expect(suggested).toBe(true);
    must(await releaseHeldNote(db, desk.id, heldId as string, false, later(20)));
    must(await acceptSuggestion(db, asker, slug, heldId as string, later(30)));
    expect(await readNote(db, slug)).toMatchObject({ edition: 2 });
  });

  test('is gone when it is returned, and the note is not', async () => {
    const { db, asker, peer, desk } = await openSettled();
    const { slug } = await write(db, asker);
    const { heldId } = await edit(db, peer, slug, DISPUTED);
    must(await returnHeldNote(db, desk.id, heldId as string, YEAR));
    expect(await readNote(db, slug)).toMatchObject({ edition: 1 });
    expect(JSON.stringify(await db.selectFrom('note_suggestion').selectAll().execute())).toBe('[]');
  });
});

test('a note has the meetings that its writer chose as sources, and an edit may choose others', async () => {
  const { db, asker } = await openSettled();
  const row = { series: '情報交換会', title: '第1回', day: '2026-01-10', themes: '[]', place: '' };
  for (const slug of ['first', 'second'])
    await db
      .insertInto('meeting')
      .values({ ...row, slug, number: 1, starts_at: null, ends_at: null } as never)
      .execute();
  const { slug } = await write(db, asker, { meetings: ['first', 'unknown'] });
  expect((await readNote(db, slug))?.sources).toMatchObject([{ kind: 'meeting', href: '/meetings/first' }]);
  await edit(db, asker, slug, { meetings: ['second'] });
  expect((await readNote(db, slug))?.sources).toMatchObject([{ href: '/meetings/second' }]);
  expect(await readNote(db, slug)).toMatchObject({ edition: 1 });
});
