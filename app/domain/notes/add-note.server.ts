import type { Db } from '#db/schema.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { newId } from '../ids.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { renderMarkdown } from '../posts/markdown.server.ts';
import { leadOf } from '../posts/render.server.ts';

export interface NewNote {
  slug: string;
  title: string;
  programme: string;
  tags: string[];
  body: string;
  /** Organizations whose answers went into it. */
  organizationIds: string[];
  /** The thread it grew from. */
  questionId: string | null;
  edition: number;
  /** When somebody last made sure that it still holds. */
  verifiedAt: Date;
}

/** Adds a note to the archive, if it names nobody. */
export async function addNote(
  db: Db,
  keeper: { id: string; familyName: string },
  note: NewNote,
  now: Date,
): Promise<Outcome<string>> {
  const fields = { title: note.title, body: note.body, tags: note.tags.join(' ') };
  const checked = await checkAnonymization(db, fields, 'note', keeper, NO_DECISIONS);
  if (checked.verdict !== 'pass') {
    const findings = checked.verdict === 'refuse' ? checked.findings : checked.disputed;
    return refused({ code: 'not-anonymous', findings });
  }
  const { title, body, tags } = checked.texts;
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('note')
      .values({
        id,
        slug: note.slug,
        title,
        programme: note.programme,
        tags: JSON.stringify(tags === '' ? [] : tags.split(' ')) as typeof tags,
        body,
        body_html: renderMarkdown(body),
        lead: leadOf(body),
        keeper_id: keeper.id,
        question_id: note.questionId,
        edition: note.edition,
        updated_at: now.toISOString(),
        verified_at: note.verifiedAt.toISOString(),
      })
      .execute();
    if (note.organizationIds.length > 0) {
      await tx
        .insertInto('note_contributor')
        .values(note.organizationIds.map((organization_id) => ({ note_id: id, organization_id })))
        .execute();
    }
    await enqueue(tx, 'index', `note:${id}`, now);
  });
  return accepted(id);
}
