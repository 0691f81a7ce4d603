import { prepared } from '#db/prepared.server.ts';
import type { Audience, Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { Remembered } from '../remembered.server.ts';

export interface NoteCard {
  slug: string;
  title: string;
  lead: string;
  programme: { slug: string; name: string };
  updatedAt: string;
  edition: number;
  organizations: number;
  useful: number;
}

export const NOTE_ORDERS = ['new', 'useful'] as const;
export type NoteOrder = (typeof NOTE_ORDERS)[number];

export interface NoteFilter {
  /** Slugs; none means all. */
  programmes: readonly string[];
  tag: string | null;
  /** 振興局 of an organization that gave to it. */
  area: string | null;
  order: NoteOrder;
}

export function noteCards(db: Db) {
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
      'note.useful',
      selectFrom('note_contributor')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('note_contributor.note_id', '=', 'note.id')
        .as('organizations'),
    ])
    .where('note.id', 'not in', hiddenOf(db, 'note'));
}

export function toCard(row: Awaited<ReturnType<ReturnType<typeof noteCards>['execute']>>[number]): NoteCard {
  const { programmeSlug, programmeName, organizations, ...card } = row;
  return {
    ...card,
    programme: { slug: programmeSlug, name: programmeName },
    organizations: Number(organizations),
  };
}

/** Notes, last changed first. */
export async function newestNotes(db: Db, limit: number): Promise<NoteCard[]> {
  const rows = await noteCards(db)
    .orderBy('note.updated_at', 'desc')
    .orderBy('note.id')
    .limit(limit)
    .execute();
  return rows.map(toCard);
}

/**
 * One page of notes, from 1, and whether there is another.
 *
 * @param audience `everyone` leaves those that visitors may read
 */
export async function listNotes(
  db: Db,
  filter: NoteFilter,
  page: number,
  perPage: number,
  audience?: Audience,
): Promise<{ notes: NoteCard[]; more: boolean }> {
  let query = noteCards(db);
  const { programmes, tag, area } = filter;
  if (audience) query = query.where('note.audience', '=', audience);
  if (programmes.length > 0)
    query = query.where('note.id', 'in', (eb) =>
      eb
        .selectFrom('note_programme')
        .select('note_programme.note_id')
        .where('note_programme.programme', 'in', programmes),
    );
  if (tag !== null)
    query = query.where('note.id', 'in', (eb) =>
      eb.selectFrom('note_tag').select('note_tag.note_id').where('note_tag.tag', '=', tag),
    );
  if (area !== null)
    query = query.where('note.id', 'in', (eb) =>
      eb
        .selectFrom('note_contributor')
        .innerJoin('organization', 'organization.id', 'note_contributor.organization_id')
        .select('note_contributor.note_id')
        .where('organization.area', '=', area),
    );
  if (filter.order === 'useful') query = query.orderBy('note.useful', 'desc');
  const rows = await query
    .orderBy('note.updated_at', 'desc')
    .orderBy('note.id')
    .offset((page - 1) * perPage)
    .limit(perPage + 1)
    .execute();
  return { notes: rows.slice(0, perPage).map(toCard), more: rows.length > perPage };
}

/** Whether there are notes for visitors to read; asked for every page that they see. */
export const hasPublicNotes = new Remembered(async (db: Db) => {
  const one = await db
    .selectFrom('note')
    .select('id')
    .where('audience', '=', 'everyone')
    .where('id', 'not in', hiddenOf(db, 'note'))
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}, 30_000);

/** How many notes there are by programme, tag and area; tags and areas that most notes have first. */
export async function noteTopics(db: Db, mostTags: number) {
  const programmes = await db
    .selectFrom('note_programme')
    .select(({ fn }) => ['programme as topic', fn.countAll<number>().as('notes')])
    .where('note_id', 'not in', hiddenOf(db, 'note'))
    .groupBy('programme')
    .execute();
  const tags = await db
    .selectFrom('note_tag')
    .select(({ fn }) => ['tag as topic', fn.countAll<number>().as('notes')])
    .where('note_id', 'not in', hiddenOf(db, 'note'))
    .groupBy('tag')
    .orderBy('notes', 'desc')
    .orderBy('tag')
    .limit(mostTags)
    .execute();
  const areas = await db
    .selectFrom('note_contributor')
    .innerJoin('organization', 'organization.id', 'note_contributor.organization_id')
    .select(({ fn }) => [
      'organization.area as topic',
      fn.count<number>('note_contributor.note_id').distinct().as('notes'),
    ])
    .where('organization.area', 'is not', null)
    .where('note_contributor.note_id', 'not in', hiddenOf(db, 'note'))
    .groupBy('organization.area')
    .orderBy('notes', 'desc')
    .orderBy('organization.area')
    .execute();
  const counted = (rows: Array<{ topic: string | null; notes: number }>) =>
    rows.map(({ topic, notes }) => ({ topic: topic ?? '', notes: Number(notes) }));
  return { programmes: counted(programmes), tags: counted(tags), areas: counted(areas) };
}

const fromThread = prepared((db, { questionId }: { questionId: string }) =>
  noteCards(db)
    .where('note.id', 'in', (eb) =>
      eb
        .selectFrom('note_source')
        .select('note_source.note_id')
        .where('note_source.kind', '=', 'question')
        .where('note_source.subject', '=', questionId),
    )
    .orderBy('note.updated_at', 'desc'),
);

/** The notes that grew from a thread. */
export async function notesOfThread(db: Db, questionId: string): Promise<NoteCard[]> {
  return (await fromThread(db, { questionId })).map(toCard);
}

/** Titles of all notes, for a list to choose from, last changed first. */
export async function noteTitles(db: Db) {
  return db
    .selectFrom('note')
    .select(['slug', 'title'])
    .where('id', 'not in', hiddenOf(db, 'note'))
    .orderBy('updated_at', 'desc')
    .limit(500)
    .execute();
}

/** The notes nearest to one: those that share most tags, then those of its programme that helped most. */
export async function relatedNotes(
  db: Db,
  note: { id: string; programme: { slug: string } },
  limit: number,
  audience?: Audience,
): Promise<NoteCard[]> {
  let query = noteCards(db)
    .select(({ selectFrom }) =>
      selectFrom('note_tag')
        .innerJoin('note_tag as own', 'own.tag', 'note_tag.tag')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('note_tag.note_id', '=', 'note.id')
        .where('own.note_id', '=', note.id)
        .as('shared'),
    )
    .where('note.id', '!=', note.id)
    .where((eb) =>
      eb.or([
        eb('note.programme', '=', note.programme.slug),
        eb(
          'note.id',
          'in',
          eb
            .selectFrom('note_tag')
            .innerJoin('note_tag as own', 'own.tag', 'note_tag.tag')
            .select('note_tag.note_id')
            .where('own.note_id', '=', note.id),
        ),
      ]),
    );
  if (audience) query = query.where('note.audience', '=', audience);
  const rows = await query
    .orderBy('shared', 'desc')
    .orderBy('note.useful', 'desc')
    .orderBy('note.updated_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ shared: _, ...row }) => toCard(row));
}

export async function notesByIds(db: Db, ids: readonly string[]): Promise<Map<string, NoteCard>> {
  if (ids.length === 0) return new Map();
  const rows = await noteCards(db).select('note.id').where('note.id', 'in', ids).execute();
  return new Map(rows.map(({ id, ...row }) => [id, toCard(row)]));
}

/** What the notes say, in Markdown, by id. */
export async function noteTexts(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('note').select(['id', 'body']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, body }) => [id, body]));
}
