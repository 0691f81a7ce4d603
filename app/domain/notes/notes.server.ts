import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';

export interface NoteCard {
  slug: string;
  title: string;
  lead: string;
  programme: { slug: string; name: string };
  updatedAt: string;
  edition: number;
  organizations: number;
}

function cards(db: Db) {
  return db
    .selectFrom('note')
    .innerJoin('programme', 'programme.slug', 'note.programme')
    .select(({ selectFrom }) => [
      'note.slug',
      'note.title',
      'note.lead',
      'note.programme as programmeSlug',
      'programme.name as programmeName',
      'note.updated_at as updatedAt',
      'note.edition',
      selectFrom('note_contributor')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('note_contributor.note_id', '=', 'note.id')
        .as('organizations'),
    ])
    .where('note.id', 'not in', hiddenOf(db, 'note'));
}

function toCard(row: Awaited<ReturnType<ReturnType<typeof cards>['execute']>>[number]): NoteCard {
  const { programmeSlug, programmeName, organizations, ...card } = row;
  return {
    ...card,
    programme: { slug: programmeSlug, name: programmeName },
    organizations: Number(organizations),
  };
}

/** Notes, last changed first. */
export async function newestNotes(db: Db, limit: number): Promise<NoteCard[]> {
  const rows = await cards(db).orderBy('note.updated_at', 'desc').orderBy('note.id').limit(limit).execute();
  return rows.map(toCard);
}

/** The notes that grew from a thread. */
export async function notesOfThread(db: Db, questionId: string): Promise<NoteCard[]> {
  return (await cards(db).where('note.question_id', '=', questionId).execute()).map(toCard);
}

export async function notesByIds(db: Db, ids: readonly string[]): Promise<Map<string, NoteCard>> {
  if (ids.length === 0) return new Map();
  const rows = await cards(db).select('note.id').where('note.id', 'in', ids).execute();
  return new Map(rows.map(({ id, ...row }) => [id, toCard(row)]));
}

/** What the notes say, in Markdown, by id. */
export async function noteTexts(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('note').select(['id', 'body']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** A note as its page shows it. */
export async function readNote(db: Db, slug: string) {
  const row = await db
    .selectFrom('note')
    .innerJoin('programme', 'programme.slug', 'note.programme')
    .innerJoin('member', 'member.id', 'note.keeper_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .leftJoin('question', (join) =>
      join.onRef('question.id', '=', 'note.question_id').on('question.status', '=', 'visible'),
    )
    .select([
      'note.id',
      'note.slug',
      'note.title',
      'note.tags',
      'note.body_html as html',
      'note.edition',
      'note.updated_at as updatedAt',
      'note.verified_at as verifiedAt',
      'note.programme as programmeSlug',
      'programme.name as programmeName',
      'member.family_name as keeperName',
      'organization.label as keeperOrganization',
      'question.id as questionId',
      'question.title as questionTitle',
      'question.answer_count as answerCount',
    ])
    .where('note.slug', '=', slug)
    .where('note.id', 'not in', hiddenOf(db, 'note'))
    .executeTakeFirst();
  if (!row) return undefined;
  const contributors = await db
    .selectFrom('note_contributor')
    .innerJoin('organization', 'organization.id', 'note_contributor.organization_id')
    .select('organization.label')
    .where('note_contributor.note_id', '=', row.id)
    .orderBy('organization.id')
    .execute();
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    html: row.html,
    edition: row.edition,
    updatedAt: row.updatedAt,
    verifiedAt: row.verifiedAt,
    tags: JSON.parse(row.tags) as string[],
    programme: { slug: row.programmeSlug, name: row.programmeName },
    keeper: { organization: row.keeperOrganization, familyName: row.keeperName },
    contributors: contributors.map(({ label }) => label),
    source: row.questionId
      ? { id: row.questionId, title: row.questionTitle as string, answers: row.answerCount as number }
      : null,
  };
}
