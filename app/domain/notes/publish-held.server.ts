import type { Tx } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import type { Gathered } from './draft.ts';
import { recordGathered } from './gather.server.ts';
import { isNewcomer } from './newcomer.server.ts';
import { tellOfNote } from './note-notices.server.ts';
import { columnsOf, credit, writeEdition } from './write-edition.server.ts';

/** Makes an edit that the desk lets through the next edition, or a suggestion where it can be no more. */
export async function publishHeldEdit(tx: Tx, deskId: string, id: string, now: Date): Promise<void> {
  const edit = await tx
    .selectFrom('note_suggestion')
    .innerJoin('note', 'note.id', 'note_suggestion.note_id')
    .innerJoin('member', 'member.id', 'note_suggestion.author_id')
    .selectAll('note_suggestion')
    .select(['note.edition as current', 'note.keeper_id as keeperId'])
    .select(['member.role', 'member.organization_id as organizationId'])
    .where('note_suggestion.id', '=', id)
    .executeTakeFirstOrThrow();
  const { note_id: noteId, author_id: authorId, current, keeperId, role, organizationId } = edit;
  const suggests =
    edit.edition !== current ||
    (keeperId !== authorId && (await isNewcomer(tx, { id: authorId, role }, now)));
  await tx
    .updateTable('note_suggestion')
    .set(
      suggests
        ? { status: 'open' }
        : { status: 'accepted', decided_by: deskId, decided_at: now.toISOString() },
    )
    .where('id', '=', id)
    .execute();
  if (suggests) {
    await tellOfNote(tx, 'suggested', keeperId, noteId, id, authorId, now);
    return;
  }
  const tags = JSON.parse(edit.tags) as AnonymizedText[];
  // Read back from where only checked texts are stored.
  const note = {
    title: edit.title as AnonymizedText,
    body: edit.body as AnonymizedText,
    tags,
    tagsJson: edit.tags as AnonymizedText,
    purpose: edit.purpose as AnonymizedText,
    programmes: JSON.parse(edit.programmes) as string[],
  };
  const number = current + 1;
  await tx
    .updateTable('note')
    .set({ ...columnsOf(note), edition: number, updated_at: now.toISOString() })
    .where('id', '=', noteId)
    .execute();
  await writeEdition(tx, noteId, number, { ...note, kept: await keptOf(tx, noteId) }, authorId, now);
  await credit(tx, noteId, [organizationId]);
  if (edit.gathered !== null) await recordGathered(tx, noteId, JSON.parse(edit.gathered) as Gathered, now);
}

/** Reasons for warnings that stand in the note stay with it. */
const keptOf = (tx: Tx, noteId: string) =>
  tx
    .selectFrom('kept_warning')
    .select(['rule_id as ruleId', 'passage as text', 'reason', 'note'])
    .where('post_id', '=', noteId)
    .execute();
