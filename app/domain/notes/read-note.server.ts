import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { programmesOf } from './edit-note.server.ts';
import { withAnchors } from './headings.ts';
import { meetingsOf } from './meeting-sources.server.ts';

/** A note as its page shows it to members. */
export async function readNote(db: Db, slug: string) {
  const row = await noteNamed(db, slug).executeTakeFirst();
  return row && withRest(db, row);
}

/**
 * The same for visitors: a note that the secretariat has made public, with the organizations that wrote it, but
 * nothing of members and of threads.
 */
export async function readPublicNote(db: Db, slug: string) {
  const row = await noteNamed(db, slug).where('note.audience', '=', 'everyone').executeTakeFirst();
  if (!row) return undefined;
  const { keeper: _, sources: __, ...note } = await withRest(db, row);
  return { ...note, keeper: null, sources: [] };
}

function noteNamed(db: Db, slug: string) {
  return db
    .selectFrom('note')
    .innerJoin('programme', 'programme.slug', 'note.programme')
    .innerJoin('member', 'member.id', 'note.keeper_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'note.id',
      'note.slug',
      'note.title',
      'note.tags',
      'note.body_html as html',
      'note.edition',
      'note.audience',
      'note.useful',
      'note.updated_at as updatedAt',
      'note.verified_at as verifiedAt',
      'note.programme as programmeSlug',
      'programme.name as programmeName',
      'member.id as keeperId',
      'member.family_name as keeperName',
      'organization.label as keeperOrganization',
    ])
    .where('note.slug', '=', slug)
    .where('note.id', 'not in', hiddenOf(db, 'note'));
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof noteNamed>['executeTakeFirst']>>>;

async function withRest(db: Db, row: Row) {
  const { tags, html, programmeSlug, programmeName, keeperId, keeperName, keeperOrganization, ...rest } = row;
  const programme = { slug: programmeSlug, name: programmeName };
  const others = await db
    .selectFrom('note_programme')
    .innerJoin('programme', 'programme.slug', 'note_programme.programme')
    .select(['programme.slug', 'programme.name'])
    .where('note_programme.note_id', '=', row.id)
    .where('programme.slug', '!=', programmeSlug)
    .orderBy('programme.position')
    .execute();
  const contributors = await db
    .selectFrom('note_contributor')
    .innerJoin('organization', 'organization.id', 'note_contributor.organization_id')
    .select('organization.label')
    .where('note_contributor.note_id', '=', row.id)
    .orderBy('organization.id')
    .execute();
  return {
    ...rest,
    ...withAnchors(html),
    tags: JSON.parse(tags) as string[],
    programme,
    programmes: [programme, ...others],
    keeper: { id: keeperId, organization: keeperOrganization, familyName: keeperName },
    contributors: contributors.map(({ label }) => label),
    sources: await sourcesOf(db, row.id),
  };
}

/** The threads and meetings that a note grew from and that members can still open, oldest first. */
async function sourcesOf(db: Db, noteId: string) {
  const questions = await db
    .selectFrom('note_source')
    .innerJoin('question', 'question.id', 'note_source.subject')
    .select(['question.id', 'question.title', 'question.answer_count as answers', 'question.asked_at as at'])
    .where('note_source.note_id', '=', noteId)
    .where('note_source.kind', '=', 'question')
    .where('question.status', '=', 'visible')
    .orderBy('question.asked_at')
    .execute();
  const meetings = await db
    .selectFrom('note_source')
    .innerJoin('meeting', 'meeting.slug', 'note_source.subject')
    .select(['meeting.slug', 'meeting.title', 'meeting.day'])
    .where('meeting.day', 'is not', null)
    .where('meeting.status', '!=', 'planning')
    .where('note_source.note_id', '=', noteId)
    .where('note_source.kind', '=', 'meeting')
    .where('meeting.slug', 'not in', hiddenOf(db, 'meeting'))
    .orderBy('meeting.day')
    .execute();
  return [
    ...questions.map(({ id, title, answers, at }) => ({
      kind: 'question' as const,
      href: `/questions/${id}`,
      title,
      at,
      answers,
    })),
    ...meetings.map(({ slug, title, day }) => ({
      kind: 'meeting' as const,
      href: `/meetings/${slug}`,
      title,
      at: day as string,
      answers: 0,
    })),
  ];
}

/** How a reader stands to a note: whether they found it useful. */
export async function foundUseful(db: Db, noteId: string, memberId: string): Promise<boolean> {
  const row = await db
    .selectFrom('note_useful')
    .select('note_id')
    .where('note_id', '=', noteId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row !== undefined;
}

/** A note as the box of its editor holds it. */
export async function readForEdit(db: Db, slug: string) {
  const row = await db
    .selectFrom('note')
    .select(['id', 'slug', 'title', 'body', 'tags', 'edition', 'keeper_id as keeperId'])
    .where('slug', '=', slug)
    .where('id', 'not in', hiddenOf(db, 'note'))
    .executeTakeFirst();
  if (!row) return undefined;
  const tags = (JSON.parse(row.tags) as string[]).join(' ');
  return { ...row, tags, programmes: await programmesOf(db, row.id), meetings: await meetingsOf(db, row.id) };
}
