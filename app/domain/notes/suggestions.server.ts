import type { Db, Role } from '#db/schema.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { type Change, changesBetween } from '../text/changes.ts';
import { checkNote } from './check-note.server.ts';
import type { NoteAuthor } from './draft.ts';
import { acceptIn, findEditable, replaceNote } from './edit-note.server.ts';
import { isNewcomer } from './newcomer.server.ts';
import { tellOfNote } from './note-notices.server.ts';

/** Suggestions that wait for a decision, oldest first. */
export async function openSuggestions(db: Db, noteId: string) {
  return db
    .selectFrom('note_suggestion')
    .innerJoin('member', 'member.id', 'note_suggestion.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'note_suggestion.id',
      'note_suggestion.purpose',
      'note_suggestion.suggested_at as at',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('note_suggestion.note_id', '=', noteId)
    .where('note_suggestion.status', '=', 'open')
    .orderBy('note_suggestion.suggested_at')
    .execute();
}

/** A suggestion and what it would change in the note as it stands now. */
export async function readSuggestion(db: Db, slug: string, id: string) {
  const row = await db
    .selectFrom('note_suggestion')
    .innerJoin('note', 'note.id', 'note_suggestion.note_id')
    .innerJoin('member', 'member.id', 'note_suggestion.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .selectAll('note_suggestion')
    .select(['member.family_name as familyName', 'organization.label as organization'])
    .where('note.slug', '=', slug)
    .where('note_suggestion.id', '=', id)
    // What waits for the desk is read elsewhere, by its author and the desk.
    .where('note_suggestion.status', '!=', 'waiting')
    .executeTakeFirst();
  const note = row && (await findEditable(db, row.note_id));
  if (!row || !note) return undefined;
  const tags = (json: string) => (JSON.parse(json) as string[]).join(' ');
  const changed = (before: string, after: string): Change[] =>
    before === after ? [] : changesBetween(before, after);
  return {
    id: row.id,
    noteId: note.id,
    noteTitle: note.title,
    title: row.title,
    body: row.body,
    tags: tags(row.tags),
    programmes: JSON.parse(row.programmes) as string[],
    purpose: row.purpose,
    at: row.suggested_at,
    status: row.status,
    authorId: row.author_id,
    author: { organization: row.organization, familyName: row.familyName },
    edition: row.edition,
    /** Somebody has written an edition since. */
    overtaken: note.edition !== row.edition,
    changes: {
      title: changed(note.title, row.title),
      body: changed(note.body, row.body),
      tags: changed(tags(note.tags), tags(row.tags)),
    },
  };
}

type Decider = NoteAuthor & { role: Role };

/** The keeper and every established member but its own author. */
export async function mayDecide(
  db: Db,
  member: { id: string; role: Role },
  { noteId, authorId }: { noteId: string; authorId: string },
  now: Date,
): Promise<boolean> {
  if (member.id === authorId) return false;
  const note = await findEditable(db, noteId);
  return note !== undefined && (note.keeper_id === member.id || !(await isNewcomer(db, member, now)));
}

/**
 * Publishes a suggestion as the next edition, under its author's name. The rules may have changed since it was
 * written, so it is checked again. One that an edition has overtaken is taken in by hand, on the page for edits.
 */
export async function acceptSuggestion(
  db: Db,
  decider: Decider,
  slug: string,
  id: string,
  now: Date,
): Promise<Outcome<null>> {
  const suggestion = await readSuggestion(db, slug, id);
  if (suggestion?.status !== 'open') return refused({ code: 'not-found' });
  if (!(await mayDecide(db, decider, suggestion, now))) return refused({ code: 'forbidden' });
  if (suggestion.overtaken) return refused({ code: 'changed-meanwhile' });
  const author = { id: suggestion.authorId, familyName: suggestion.author.familyName };
  const decisions = {
    acknowledgements: await keptOf(db, suggestion.noteId),
    objections: await agreedOf(db, suggestion.noteId),
  };
  const outcome = await checkNote(db, author, { ...suggestion, decisions });
  if (!outcome.ok) return outcome;
  const checked = outcome.value;
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('note')
      .set((eb) => ({ edition: eb.ref('edition') }))
      .where('id', '=', suggestion.noteId)
      .execute();
    const current = await findEditable(tx, suggestion.noteId);
    if (!current) return refused({ code: 'not-found' });
    if (current.edition !== suggestion.edition) return refused({ code: 'changed-meanwhile' });
    if (!(await acceptIn(tx, current.id, id, decider.id, now))) return refused({ code: 'not-found' });
    await replaceNote(tx, current, checked, suggestion.authorId, now);
    return accepted(null);
  });
}

/** Warnings that stand in the note with a reason stay with it. */
const keptOf = (db: Db, noteId: string) =>
  db
    .selectFrom('kept_warning')
    .select(['rule_id as ruleId', 'passage as text', 'reason', 'note'])
    .where('post_id', '=', noteId)
    .execute();

/** What the desk has agreed to, in the note or in a suggestion that waited for it. */
const agreedOf = (db: Db, noteId: string) =>
  db
    .selectFrom('recheck_hit')
    .select(['rule_id as ruleId', 'passage as text'])
    .where('text_id', '=', noteId)
    .where('decided_at', 'is not', null)
    .where('reason', '!=', '')
    .execute();

export async function declineSuggestion(
  db: Db,
  decider: { id: string; role: Role },
  slug: string,
  id: string,
  now: Date,
): Promise<Outcome<null>> {
  const suggestion = await readSuggestion(db, slug, id);
  if (suggestion?.status !== 'open') return refused({ code: 'not-found' });
  if (!(await mayDecide(db, decider, suggestion, now))) return refused({ code: 'forbidden' });
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('note_suggestion')
      .set({ status: 'declined', decided_by: decider.id, decided_at: now.toISOString() })
      .where('id', '=', id)
      .where('status', '=', 'open')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refused({ code: 'not-found' });
    await tellOfNote(tx, 'declined', suggestion.authorId, suggestion.noteId, id, decider.id, now);
    return accepted(null);
  });
}
