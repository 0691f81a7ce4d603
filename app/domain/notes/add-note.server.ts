import { isUniqueViolation } from '#db/errors.server.ts';
import type { Audience, Db } from '#db/schema.ts';
import { type Decisions, NO_DECISIONS, notAnonymous } from '../anonymization/check.server.ts';
import { newId } from '../ids.server.ts';
import { accepted, type Outcome } from '../outcome.ts';
import { checkNote } from './check-note.server.ts';
import type { Gathered, NoteAuthor, NoteDraft } from './draft.ts';
import { recordGathered } from './gather.server.ts';
import { holdNote } from './held.server.ts';
import { chooseMeetings } from './meeting-sources.server.ts';
import { columnsOf, credit, writeEdition } from './write-edition.server.ts';

export interface NewNote {
  slug: string;
  title: string;
  /** Slugs, the one under which lists show it first. */
  programmes: readonly string[];
  tags: readonly string[];
  body: string;
  /** Organizations whose answers went into it. */
  organizationIds: readonly string[];
  /** The threads and meetings that it grew from. */
  sources: ReadonlyArray<{ kind: 'question' | 'meeting'; subject: string }>;
  edition: number;
  /** When somebody last made sure that it still holds. */
  verifiedAt: Date;
  audience?: Audience;
  decisions?: Decisions;
}

/** Adds a note that was written elsewhere to the archive, if it names nobody. @returns its id */
export async function addNote(
  db: Db,
  keeper: { id: string; familyName: string },
  note: NewNote,
  now: Date,
): Promise<Outcome<string>> {
  const draft: NoteDraft = {
    ...note,
    tags: note.tags.join(' '),
    purpose: '',
    decisions: note.decisions ?? NO_DECISIONS,
  };
  const outcome = await checkNote(db, keeper, draft);
  if (!outcome.ok) return outcome;
  const checked = outcome.value;
  if (checked.checked.verdict === 'wait')
    return notAnonymous({ findings: checked.checked.disputed, unfit: [] });
  const id = newId();
  const at = now.toISOString();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('note')
      .values({
        ...columnsOf(checked),
        id,
        slug: note.slug,
        keeper_id: keeper.id,
        edition: note.edition,
        updated_at: at,
        verified_at: note.verifiedAt.toISOString(),
        asked_at: null,
        submission_key: null,
        audience: note.audience ?? 'members',
      })
      .execute();
    if (note.sources.length > 0)
      await tx
        .insertInto('note_source')
        .values(note.sources.map(({ kind, subject }) => ({ note_id: id, kind, subject, added_at: at })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await credit(tx, id, note.organizationIds);
    await writeEdition(tx, id, note.edition, checked, keeper.id, now);
  });
  return accepted(id);
}

/**
 * Publishes a note that a member has written; it is theirs to keep from then on. The same form sent twice is one note.
 * Where its author disputes a finding, it waits for the desk.
 *
 * @returns its slug, and whether it waits
 */
export async function writeNote(
  db: Db,
  author: NoteAuthor,
  draft: NoteDraft & { submissionKey: string; gathered: Gathered | null; meetings: readonly string[] },
  now: Date,
): Promise<Outcome<{ slug: string; held: boolean }>> {
  const outcome = await checkNote(db, author, draft);
  if (!outcome.ok) return outcome;
  const checked = outcome.value;
  const held = checked.checked.verdict === 'wait';
  const id = newId();
  const at = now.toISOString();
  try {
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('note')
        .values({
          ...columnsOf(checked),
          id,
          // Made of the title, it would put what a member typed into the log of paths.
          slug: id,
          keeper_id: author.id,
          edition: 1,
          updated_at: at,
          verified_at: at,
          asked_at: null,
          submission_key: draft.submissionKey,
        })
        .execute();
      await credit(tx, id, [author.organizationId]);
      if (draft.gathered) await recordGathered(tx, id, draft.gathered, now);
      await chooseMeetings(tx, id, draft.meetings, now);
      await writeEdition(tx, id, 1, checked, author.id, now);
      if (held) await holdNote(tx, id, author.id, checked, now);
    });
    return accepted({ slug: id, held });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await db
      .selectFrom('note')
      .select('slug')
      .where('keeper_id', '=', author.id)
      .where('submission_key', '=', draft.submissionKey)
      .executeTakeFirst();
    if (!first) throw error;
    return accepted({ slug: first.slug, held });
  }
}
