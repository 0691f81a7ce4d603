import type { Db, Role, Tx } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { recordAudit } from '../audit.server.ts';
import { newId } from '../ids.server.ts';
import { allowWordsOf, isNameOf, keepAgreed } from '../moderation/agree.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { NO_HTML, NO_TEXT } from '../posts/nothing.ts';
import { renderBody } from '../posts/render.server.ts';
import type { CheckedNote } from './check-note.server.ts';
import type { Gathered } from './draft.ts';
import { tellOfNote } from './note-notices.server.ts';
import { publishHeldEdit } from './publish-held.server.ts';

/** A new note whose author disputes findings is there, but out of sight until the desk has decided. */
export async function holdNote(
  tx: Tx,
  noteId: string,
  authorId: string,
  checked: CheckedNote,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('hidden_text')
    .values({
      kind: 'note',
      text_id: noteId,
      hidden_by: authorId,
      hidden_at: now.toISOString(),
      why: 'waiting',
    })
    .execute();
  await recordObjections(tx, noteId, checked, now);
}

/** An edit or a suggestion of that kind waits beside the note, which stays as it is; one of each member for a note. */
export async function holdEdit(
  tx: Tx,
  note: { id: string; edition: number },
  authorId: string,
  checked: CheckedNote,
  gathered: Gathered | null,
  now: Date,
): Promise<string> {
  const former = await tx
    .selectFrom('note_suggestion')
    .select('id')
    .where('note_id', '=', note.id)
    .where('author_id', '=', authorId)
    .where('status', '=', 'waiting')
    .execute();
  for (const { id } of former) await forgetHeldEdit(tx, id);
  const { title, body, tagsJson, purpose, programmes } = checked;
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
      status: 'waiting',
      gathered: gathered && JSON.stringify(gathered),
      decided_by: null,
      decided_at: null,
    })
    .execute();
  await recordObjections(tx, id, checked, now);
  return id;
}

async function recordObjections(tx: Tx, id: string, { checked }: CheckedNote, now: Date): Promise<void> {
  if (checked.verdict !== 'wait') return;
  await tx
    .insertInto('objection')
    .values(
      checked.disputed.map(({ ruleId, text }) => ({
        post_id: id,
        kind: 'note' as const,
        rule_id: ruleId,
        // A passage of a text that waits, which may be stored beside it.
        passage: text as AnonymizedText,
        raised_at: now.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function forgetHeldEdit(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('objection').where('post_id', '=', id).execute();
  await tx.deleteFrom('note_suggestion').where('id', '=', id).where('status', '=', 'waiting').execute();
}

/** Something about notes that waits for the desk. */
export interface HeldNote {
  /** Of the note where it is new, else of the edit. */
  id: string;
  isEdit: boolean;
  noteId: string;
  /** Of the note; the page of a new one opens once it is let through. */
  slug: string;
  authorId: string;
  author: { organization: string; familyName: string };
  title: string;
  body: string;
  at: string;
  disputed: Array<{ ruleId: string; passage: string }>;
  allowable: boolean;
}

/** What waits, oldest first; of one author, or for the desk all. */
export async function heldNotes(db: Db, authorId?: string): Promise<HeldNote[]> {
  let added = db
    .selectFrom('hidden_text')
    .innerJoin('note', 'note.id', 'hidden_text.text_id')
    .innerJoin('member', 'member.id', 'note.keeper_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['note.id', 'note.id as noteId', 'note.slug', 'note.title', 'note.body'])
    .select(['note.keeper_id as authorId', 'hidden_text.hidden_at as at'])
    .select(['member.family_name as familyName', 'organization.label as organization'])
    .where('hidden_text.kind', '=', 'note')
    .where('hidden_text.why', '=', 'waiting');
  let edits = db
    .selectFrom('note_suggestion')
    .innerJoin('note', 'note.id', 'note_suggestion.note_id')
    .innerJoin('member', 'member.id', 'note_suggestion.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['note_suggestion.id', 'note.id as noteId', 'note.slug'])
    .select(['note_suggestion.title', 'note_suggestion.body'])
    .select(['note_suggestion.author_id as authorId', 'note_suggestion.suggested_at as at'])
    .select(['member.family_name as familyName', 'organization.label as organization'])
    .where('note_suggestion.status', '=', 'waiting');
  if (authorId !== undefined) {
    added = added.where('note.keeper_id', '=', authorId);
    edits = edits.where('note_suggestion.author_id', '=', authorId);
  }
  const rows = [
    ...(await added.execute()).map((row) => ({ ...row, isEdit: false })),
    ...(await edits.execute()).map((row) => ({ ...row, isEdit: true })),
  ];
  if (rows.length === 0) return [];
  const objections = await db
    .selectFrom('objection')
    .select(['post_id', 'rule_id as ruleId', 'passage'])
    .where('kind', '=', 'note')
    .execute();
  const disputedIn = Map.groupBy(objections, ({ post_id }) => post_id);
  return rows
    .map(({ familyName, organization, ...row }) => {
      const disputed = (disputedIn.get(row.id) ?? []).map(({ ruleId, passage }) => ({ ruleId, passage }));
      const allowable = disputed.length > 0 && !disputed.some(({ passage }) => isNameOf(passage));
      return { ...row, author: { organization, familyName }, disputed, allowable };
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

export async function countHeldNotes(db: Db): Promise<number> {
  const { added, edits } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('hidden_text')
        .select(fn.countAll<number>().as('n'))
        .where('why', '=', 'waiting')
        .as('added'),
      selectFrom('note_suggestion')
        .select(fn.countAll<number>().as('n'))
        .where('status', '=', 'waiting')
        .as('edits'),
    ])
    .executeTakeFirstOrThrow();
  return Number(added) + Number(edits);
}

/** One that waits, as its author and the desk read it; undefined for everybody else. */
export async function readHeldNote(db: Db, viewer: { id: string; role: Role }, id: string) {
  const held = (await heldNotes(db, viewer.role === 'secretariat' ? undefined : viewer.id)).find(
    (one) => one.id === id,
  );
  // The text was checked before it was kept.
  return (
    held && { ...held, html: renderBody(held.body as AnonymizedText), mine: held.authorId === viewer.id }
  );
}

/** Its author takes it back. What was written is gone. */
export async function withdrawHeldNote(
  db: Db,
  authorId: string,
  id: string,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const held = await takeHeld(tx, id);
    if (held?.authorId !== authorId) return refused({ code: 'not-found' });
    await forget(tx, held, now);
    return accepted(null);
  });
}

/**
 * The desk lets it through. An edit that another edition has overtaken becomes a suggestion, and so does one of a
 * newcomer.
 *
 * @param allowWords whether its disputed words are no names for the whole network from now on
 */
export async function releaseHeldNote(
  db: Db,
  deskId: string,
  id: string,
  allowWords: boolean,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const held = await takeHeld(tx, id);
    if (!held) return refused({ code: 'not-found' });
    if (allowWords) await allowWordsOf(tx, deskId, id, now);
    if (held.isEdit) await publishHeldEdit(tx, deskId, id, now);
    else {
      await tx.deleteFrom('hidden_text').where('kind', '=', 'note').where('text_id', '=', id).execute();
      await enqueue(tx, 'index', `note:${id}`, now);
    }
    await keepAgreed(tx, deskId, 'note', id, held.noteId, now);
    await tx.deleteFrom('objection').where('post_id', '=', id).execute();
    await tellOfNote(tx, 'released', held.authorId, held.noteId, '', deskId, now);
    await recordAudit(tx, deskId, 'released', `note:${held.noteId}`, now);
    return accepted(null);
  });
}

/** The desk does not let it through; its text is gone, and its author is told. */
export async function returnHeldNote(db: Db, deskId: string, id: string, now: Date): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const held = await takeHeld(tx, id);
    if (!held) return refused({ code: 'not-found' });
    await forget(tx, held, now);
    await tellOfNote(tx, 'returned', held.authorId, held.noteId, '', deskId, now);
    await recordAudit(tx, deskId, 'returned', `note:${held.noteId}`, now);
    return accepted(null);
  });
}

/** Its note is this transaction's from then on, so that a second click finds that the first has decided. */
async function takeHeld(tx: Tx, id: string): Promise<HeldNote | undefined> {
  const held = (await heldNotes(tx)).find((one) => one.id === id);
  if (!held) return undefined;
  await tx
    .updateTable('note')
    .set(({ ref }) => ({ edition: ref('edition') }))
    .where('id', '=', held.noteId)
    .execute();
  return (await heldNotes(tx)).find((one) => one.id === id);
}

async function forget(tx: Tx, { id, isEdit }: HeldNote, now: Date): Promise<void> {
  if (isEdit) return forgetHeldEdit(tx, id);
  for (const table of [
    'note_edition',
    'note_programme',
    'note_tag',
    'note_source',
    'note_contributor',
  ] as const)
    await tx.deleteFrom(table).where('note_id', '=', id).execute();
  for (const table of ['objection', 'kept_warning'] as const)
    await tx.deleteFrom(table).where('post_id', '=', id).execute();
  // The row stays without a word of it, because what its author is told refers to it.
  await tx
    .updateTable('note')
    .set({ title: NO_TEXT, body: NO_TEXT, lead: NO_TEXT, body_html: NO_HTML, tags: NO_TEXT })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('hidden_text')
    .set({ why: 'returned', hidden_at: now.toISOString() })
    .where('kind', '=', 'note')
    .where('text_id', '=', id)
    .execute();
}
