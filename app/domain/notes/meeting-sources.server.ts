import type { Audience, Db, Tx } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { type NoteCard, noteCards, toCard } from './notes.server.ts';

/** Most meetings that the form offers, the newest first. */
const MOST = 30;

/** The meetings that a note may have grown from: those that have been held, the newest first. */
export async function meetingsToChoose(db: Db, today: string) {
  return db
    .selectFrom('meeting')
    .select(['slug', 'title', 'day'])
    .where('day', '<=', today)
    .where('status', '=', 'announced')
    .where('slug', 'not in', hiddenOf(db, 'meeting'))
    .orderBy('day', 'desc')
    .limit(MOST)
    .execute();
}

/** Slugs of the meetings that a note grew from. */
export async function meetingsOf(db: Db, noteId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('note_source')
    .select('subject')
    .where('note_id', '=', noteId)
    .where('kind', '=', 'meeting')
    .orderBy('subject')
    .execute();
  return rows.map(({ subject }) => subject);
}

/** Notes that grew from a meeting, last changed first. */
export async function notesOfMeeting(
  db: Db,
  reader: Audience,
  slug: string,
  limit: number,
): Promise<NoteCard[]> {
  const rows = await noteCards(db)
    .$if(reader === 'everyone', (all) => all.where('note.audience', '=', 'everyone'))
    .where('note.id', 'in', (eb) =>
      eb
        .selectFrom('note_source')
        .select('note_source.note_id')
        .where('note_source.kind', '=', 'meeting')
        .where('note_source.subject', '=', slug),
    )
    .orderBy('note.updated_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toCard);
}

/** Sets the meetings that a note grew from; slugs of none are ignored. */
export async function chooseMeetings(
  tx: Tx,
  noteId: string,
  slugs: readonly string[],
  now: Date,
): Promise<void> {
  await tx.deleteFrom('note_source').where('note_id', '=', noteId).where('kind', '=', 'meeting').execute();
  if (slugs.length === 0) return;
  const known = await tx
    .selectFrom('meeting')
    .select('slug')
    .where('slug', 'in', slugs.slice(0, 100))
    .execute();
  if (known.length === 0) return;
  await tx
    .insertInto('note_source')
    .values(
      known.map(({ slug }) => ({
        note_id: noteId,
        kind: 'meeting' as const,
        subject: slug,
        added_at: now.toISOString(),
      })),
    )
    .execute();
}
