import type { Tx } from '#db/schema.ts';
import { recordKept } from '../anonymization/record.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { leadOf, renderBody } from '../posts/render.server.ts';
import type { CheckedNote } from './check-note.server.ts';

/** The columns of a note that an edition sets. */
export function columnsOf({
  title,
  body,
  tagsJson,
  programmes,
}: Pick<CheckedNote, 'title' | 'body' | 'tagsJson' | 'programmes'>) {
  return {
    title,
    body,
    tags: tagsJson,
    programme: programmes[0] as string,
    body_html: renderBody(body),
    lead: leadOf(body),
  };
}

/** Keeps what a note says from now on, beside what it said before. The row of the note has these columns already. */
export async function writeEdition(
  tx: Tx,
  noteId: string,
  number: number,
  note: Omit<CheckedNote, 'checked'>,
  authorId: string,
  now: Date,
): Promise<void> {
  const { title, body, tags, tagsJson, programmes, purpose, kept } = note;
  await tx
    .insertInto('note_edition')
    .values({
      note_id: noteId,
      number,
      title,
      body,
      tags: tagsJson,
      programmes: JSON.stringify(programmes),
      author_id: authorId,
      purpose,
      written_at: now.toISOString(),
    })
    .execute();
  await tx.deleteFrom('note_programme').where('note_id', '=', noteId).execute();
  await tx
    .insertInto('note_programme')
    .values(programmes.map((programme) => ({ note_id: noteId, programme })))
    .execute();
  await tx.deleteFrom('note_tag').where('note_id', '=', noteId).execute();
  if (tags.length > 0)
    await tx
      .insertInto('note_tag')
      .values(tags.map((tag) => ({ note_id: noteId, tag })))
      .execute();
  await recordKept(tx, noteId, kept);
  await enqueue(tx, 'index', `note:${noteId}`, now);
}

/** Credits organizations for what they gave to a note; each once. */
export async function credit(tx: Tx, noteId: string, organizationIds: readonly string[]): Promise<void> {
  if (organizationIds.length === 0) return;
  await tx
    .insertInto('note_contributor')
    .values([...new Set(organizationIds)].map((organization_id) => ({ note_id: noteId, organization_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
