import type { Db, Role, Tx } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { newId } from '../ids.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { EDITS_PER_HOUR } from '../posts/limits.ts';
import { mergeTexts } from '../text/merge.ts';
import { type CheckedNote, checkNote } from './check-note.server.ts';
import type { Gathered, NoteAuthor, NoteDraft } from './draft.ts';
import { recordGathered } from './gather.server.ts';
import { holdEdit } from './held.server.ts';
import { chooseMeetings, meetingsOf } from './meeting-sources.server.ts';
import { isNewcomer } from './newcomer.server.ts';
import { tellOfNote } from './note-notices.server.ts';
import { columnsOf, credit, writeEdition } from './write-edition.server.ts';

const HOUR = 60 * 60 * 1000;

export interface NoteEdit extends NoteDraft {
  /** Number of the edition that the author read; another one now means that somebody was faster. */
  edition: number;
  gathered: Gathered | null;
  /** The suggestion that it takes in, perhaps changed; null for an edit of one's own. */
  suggestionId: string | null;
  /** Slugs of the meetings that the note grew from. */
  meetings: readonly string[];
}

/**
 * Writes the next edition of a note, by any member. Newcomers' edits of notes that others keep are kept as
 * suggestions. An edition that came meanwhile is never overwritten: the edit comes back as `changed-meanwhile`. Where its
 * author disputes a finding it waits for the desk, and the note stays as it is.
 *
 * @returns whether it is a suggestion, and the id under which it waits
 */
export async function editNote(
  db: Db,
  author: NoteAuthor & { role: Role },
  noteId: string,
  edit: NoteEdit,
  now: Date,
): Promise<Outcome<{ suggested: boolean; heldId: string | null }>> {
  const note = await findEditable(db, noteId);
  if (!note) return refused({ code: 'not-found' });
  if (await isTooBusy(db, author.id, now))
    return refused({ code: 'invalid', fields: { body: 'too-many-edits' } });
  const outcome = await checkNote(db, author, edit);
  if (!outcome.ok) return outcome;
  const checked = outcome.value;
  const suggested = note.keeper_id !== author.id && (await isNewcomer(db, author, now));
  return db.transaction().execute(async (tx) => {
    // Takes the row, so that of two edits of the same edition the second sees the first.
    await tx
      .updateTable('note')
      .set((eb) => ({ edition: eb.ref('edition') }))
      .where('id', '=', noteId)
      .execute();
    const current = await findEditable(tx, noteId);
    if (!current) return refused({ code: 'not-found' });
    const wished = suggested ? null : edit.meetings.toSorted().join(' ');
    const otherSources = wished !== null && wished !== (await meetingsOf(tx, noteId)).toSorted().join(' ');
    const unchanged = saysTheSame(current, await programmesOf(tx, noteId), checked);
    if (current.edition !== edit.edition) {
      // The form was sent twice; or both have written the same.
      if (unchanged) return accepted({ suggested: false, heldId: null });
      return refused({ code: 'changed-meanwhile' });
    }
    if (unchanged && otherSources) {
      await chooseMeetings(tx, noteId, edit.meetings, now);
      return accepted({ suggested: false, heldId: null });
    }
    if (unchanged) return refused({ code: 'invalid', fields: { body: 'same' } });
    if (checked.checked.verdict === 'wait') {
      const heldId = await holdEdit(tx, current, author.id, checked, edit.gathered, now);
      return accepted({ suggested, heldId });
    }
    if (suggested) {
      await suggest(tx, current, author.id, checked, now);
      return accepted({ suggested: true, heldId: null });
    }
    await chooseMeetings(tx, noteId, edit.meetings, now);
    await replaceNote(tx, current, checked, author.id, now);
    await credit(tx, noteId, [author.organizationId]);
    if (edit.gathered) await recordGathered(tx, noteId, edit.gathered, now);
    if (edit.suggestionId !== null) await acceptIn(tx, noteId, edit.suggestionId, author.id, now);
    return accepted({ suggested: false, heldId: null });
  });
}

export function findEditable(db: Db, noteId: string) {
  return db
    .selectFrom('note')
    .select(['id', 'slug', 'title', 'body', 'tags', 'edition', 'keeper_id'])
    .where('id', '=', noteId)
    .where('id', 'not in', hiddenOf(db, 'note'))
    .executeTakeFirst();
}

type Editable = NonNullable<Awaited<ReturnType<typeof findEditable>>>;

async function isTooBusy(db: Db, authorId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - HOUR).toISOString();
  const edits = await db
    .selectFrom('note_edition')
    .select('note_id')
    .where('author_id', '=', authorId)
    .where('written_at', '>', since)
    .unionAll(
      db
        .selectFrom('note_suggestion')
        .select('note_id')
        .where('author_id', '=', authorId)
        .where('suggested_at', '>', since),
    )
    .execute();
  return edits.length >= EDITS_PER_HOUR;
}

/** Whether a note says already what it is to say. */
export function saysTheSame(
  current: Editable,
  programmes: readonly string[],
  {
    title,
    body,
    tagsJson,
    programmes: wished,
  }: { title: string; body: string; tagsJson: string; programmes: readonly string[] },
): boolean {
  const sorted = (slugs: readonly string[]) => slugs.toSorted().join(' ');
  return (
    current.title === title &&
    current.body === body &&
    current.tags === tagsJson &&
    sorted(programmes) === sorted(wished)
  );
}

/** Slugs. */
export async function programmesOf(db: Db, noteId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('note_programme')
    .select('programme')
    .where('note_id', '=', noteId)
    .execute();
  return rows.map(({ programme }) => programme);
}

/** Publishes the next edition. Whoever writes one has read the note, but has not said that all of it still holds. */
export async function replaceNote(
  tx: Tx,
  current: { id: string; edition: number },
  checked: CheckedNote,
  authorId: string,
  now: Date,
): Promise<void> {
  const number = current.edition + 1;
  await tx
    .updateTable('note')
    .set({ ...columnsOf(checked), edition: number, updated_at: now.toISOString() })
    .where('id', '=', current.id)
    .execute();
  await writeEdition(tx, current.id, number, checked, authorId, now);
}

async function suggest(
  tx: Tx,
  note: Editable,
  authorId: string,
  { title, body, tagsJson, purpose, programmes }: CheckedNote,
  now: Date,
): Promise<void> {
  // The same form sent twice, or a second thought: one member has one open suggestion for a note.
  await tx
    .deleteFrom('note_suggestion')
    .where('note_id', '=', note.id)
    .where('author_id', '=', authorId)
    .where('status', '=', 'open')
    .execute();
  const id = newId();
  await tx
    .insertInto('note_suggestion')
    .values({
      id,
      note_id: note.id,
      author_id: authorId,
      edition: note.edition,
      title,
      body,
      tags: tagsJson,
      programmes: JSON.stringify(programmes),
      purpose,
      suggested_at: now.toISOString(),
      status: 'open',
      gathered: null,
      decided_by: null,
      decided_at: null,
    })
    .execute();
  await tellOfNote(tx, 'suggested', note.keeper_id, note.id, id, authorId, now);
}

/** The suggestion's part in an edition that somebody else has published: its author's organization is credited. */
export async function acceptIn(
  tx: Tx,
  noteId: string,
  suggestionId: string,
  deciderId: string,
  now: Date,
): Promise<boolean> {
  const suggestion = await tx
    .selectFrom('note_suggestion')
    .innerJoin('member', 'member.id', 'note_suggestion.author_id')
    .select(['note_suggestion.author_id', 'member.organization_id'])
    .where('note_suggestion.id', '=', suggestionId)
    .where('note_suggestion.note_id', '=', noteId)
    .where('note_suggestion.status', '=', 'open')
    .executeTakeFirst();
  if (!suggestion) return false;
  await tx
    .updateTable('note_suggestion')
    .set({ status: 'accepted', decided_by: deciderId, decided_at: now.toISOString() })
    .where('id', '=', suggestionId)
    .execute();
  await credit(tx, noteId, [suggestion.organization_id]);
  await tellOfNote(tx, 'accepted', suggestion.author_id, noteId, suggestionId, deciderId, now);
  return true;
}

/** An edit that somebody was faster than, as the one who merges needs to see it. */
export interface Conflict {
  /** The edition that stands now. */
  edition: number;
  theirs: { title: string; body: string; tags: string; author: string; purpose: string };
  /** What both had begun with; null where that edition is not kept. */
  base: { title: string; body: string; tags: string } | null;
  /** Both edits in one, with marks where a person has to decide. */
  merged: { title: string; body: string; tags: string; conflicts: number };
}

export async function readConflict(
  db: Db,
  noteId: string,
  begun: number,
  mine: { title: string; body: string; tags: string },
): Promise<Conflict | undefined> {
  const current = await findEditable(db, noteId);
  if (!current) return undefined;
  const editions = await db
    .selectFrom('note_edition')
    .innerJoin('member', 'member.id', 'note_edition.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'note_edition.number',
      'note_edition.title',
      'note_edition.body',
      'note_edition.tags',
      'note_edition.purpose',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('note_edition.note_id', '=', noteId)
    .where('note_edition.number', 'in', [begun, current.edition])
    .execute();
  const of = (number: number) => editions.find((edition) => edition.number === number);
  const line = (tags: string) => (JSON.parse(tags) as string[]).join(' ');
  const last = of(current.edition);
  const before = of(begun);
  const base = before ? { title: before.title, body: before.body, tags: line(before.tags) } : null;
  const theirs = {
    title: current.title,
    body: current.body,
    tags: line(current.tags),
    author: last ? `${last.organization} ${last.familyName}` : '',
    purpose: last?.purpose ?? '',
  };
  const body = mergeTexts(base?.body ?? '', theirs.body, mine.body);
  const oneLine = (field: 'title' | 'tags') =>
    base && mine[field] === base[field] ? theirs[field] : mine[field];
  const merged = {
    title: oneLine('title'),
    body: body.text,
    tags: oneLine('tags'),
    conflicts: body.conflicts,
  };
  return { edition: current.edition, theirs, base, merged };
}
