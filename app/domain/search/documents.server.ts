import type { Db, PostStatus } from '#db/schema.ts';
import type { SearchDocument } from '#search/port.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { textOfFiles } from '../files/find.server.ts';
import { CHAT_ORGANIZATION } from '../organizations/chat.ts';
import { readSaid } from '../reports/said.server.ts';

/** What a subject of the outbox may be, as in `question:abc`. */
const READERS = {
  question: questions,
  answer: answers,
  note: notes,
  report: reports,
  'meeting-report': meetingReports,
  organization: organizations,
};

type Kind = keyof typeof READERS;

/**
 * The documents that the subjects are now, for search. What nobody may see has none.
 *
 * @throws when a subject is of no known kind
 */
export async function documentsOf(db: Db, subjects: readonly string[]): Promise<SearchDocument[]> {
  const byKind = Map.groupBy(new Set(subjects), (subject) => subject.slice(0, subject.indexOf(':')));
  const documents: SearchDocument[] = [];
  for (const [kind, ofKind] of byKind) {
    if (!(kind in READERS)) throw new Error(`The outbox names a subject of unknown kind: ${kind}`);
    const ids = ofKind.map((subject) => subject.slice(kind.length + 1));
    documents.push(...(await READERS[kind as Kind](db, ids)));
  }
  return documents;
}

// Not asked of the database: for many ids SQLite would rather look through all that is visible.
const isVisible = ({ status }: { status: PostStatus }) => status === 'visible';

async function questions(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db
    .selectFrom('question')
    .innerJoin('member', 'member.id', 'question.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .innerJoin('programme', 'programme.slug', 'question.programme')
    .select(['question.id', 'question.title', 'question.body', 'question.programme', 'question.state'])
    .select(['question.asked_at as at', 'organization.area', 'programme.name as programmeName'])
    .select('question.status')
    .where('question.id', 'in', ids)
    .execute();
  const tags = await db
    .selectFrom('question_tag')
    .select(['question_id', 'tag'])
    .where('question_id', 'in', ids)
    .execute();
  const tagsOf = Map.groupBy(tags, ({ question_id }) => question_id);
  return rows.filter(isVisible).map(({ id, title, body, programme, programmeName, state, at, area }) => ({
    id: `question:${id}`,
    kind: 'question',
    group: `question:${id}`,
    title: [title, ...(tagsOf.get(id) ?? []).map(({ tag }) => tag)].join('\n'),
    body: `${body}\n${programmeName}`,
    programmes: [programme],
    area,
    at,
    solved: state === 'solved',
    audience: 'members',
  }));
}

async function answers(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .innerJoin('member', 'member.id', 'answer.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['answer.id', 'answer.body', 'answer.answered_at as at', 'answer.question_id as questionId'])
    .select(['question.programme', 'question.state', 'organization.area'])
    .select(['answer.status', 'question.status as questionStatus'])
    .where('answer.id', 'in', ids)
    .execute();
  const seen = rows.filter((row) => isVisible(row) && row.questionStatus === 'visible');
  return seen.map(({ id, body, at, questionId, programme, state, area }) => ({
    id: `answer:${id}`,
    kind: 'answer',
    group: `question:${questionId}`,
    title: '',
    body,
    programmes: [programme],
    area,
    at,
    solved: state === 'solved',
    audience: 'members',
  }));
}

async function notes(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db
    .selectFrom('note')
    .innerJoin('member', 'member.id', 'note.keeper_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .innerJoin('programme', 'programme.slug', 'note.programme')
    .select(['note.id', 'note.title', 'note.body', 'note.tags', 'note.programme', 'note.updated_at as at'])
    .select(['organization.area', 'programme.name as programmeName', 'note.audience'])
    .where('note.id', 'in', ids)
    .where('note.id', 'not in', hiddenOf(db, 'note'))
    .execute();
  const ofNotes = await db.selectFrom('note_programme').selectAll().where('note_id', 'in', ids).execute();
  const programmesOf = Map.groupBy(ofNotes, ({ note_id }) => note_id);
  const files = new Map<string, string>();
  for (const { id } of rows) files.set(id, await textOfFiles(db, `note:${id}`));
  return rows.map(({ id, title, body, tags, programme, programmeName, at, area, audience }) => ({
    id: `note:${id}`,
    kind: 'note',
    group: `note:${id}`,
    title: [title, ...(JSON.parse(tags) as string[])].join('\n'),
    body: [body, programmeName, files.get(id)].join('\n'),
    programmes: programmesOf.get(id)?.map((one) => one.programme) ?? [programme],
    area,
    at,
    solved: null,
    audience,
  }));
}

/** Meetings: their subjects are what was talked about. */
async function reports(db: Db, slugs: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(['slug', 'series', 'title', 'day', 'place', 'themes', 'numbers_line as numbersLine'])
    .select(['lead', 'audience'])
    .where('slug', 'in', slugs)
    .where('status', '!=', 'planning')
    .where('slug', 'not in', hiddenOf(db, 'meeting'))
    .execute();
  const groups = await db
    .selectFrom('meeting_group')
    .select(['meeting_slug', 'theme'])
    .where('meeting_slug', 'in', slugs)
    .orderBy('no')
    .execute();
  return rows.map(({ slug, series, title, day, place, themes, numbersLine, lead, audience }) => {
    const groupThemes = groups.filter((group) => group.meeting_slug === slug).map(({ theme }) => theme);
    return {
      id: `report:${slug}`,
      kind: 'report',
      group: `report:${slug}`,
      title: [title, ...(JSON.parse(themes) as string[])].join('\n'),
      body: [lead, ...groupThemes, series, place, numbersLine ?? ''].join('\n'),
      programmes: [],
      area: null,
      at: startOf(day),
      solved: null,
      audience,
    };
  });
}

/** What is told of meetings afterwards: found as the meeting, for whoever may read it. */
async function meetingReports(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  const said = await readSaid(db, 'members', ids);
  const files = new Map<string, string>();
  for (const { id } of said) files.set(id, await textOfFiles(db, `meeting-report:${id}`));
  return said.map(({ id, slug, title, text, day, audience }) => ({
    id: `meeting-report:${id}`,
    kind: 'report',
    group: `report:${slug}`,
    title,
    body: [text, files.get(id)].join('\n'),
    programmes: [],
    area: null,
    at: startOf(day),
    solved: null,
    audience,
  }));
}

const startOf = (day: string | null) =>
  day === null ? NO_TIME : new Date(`${day}T00:00:00+09:00`).toISOString();

/** What has no time of its own comes last where the newest are asked for. */
const NO_TIME = new Date(0).toISOString();

async function organizations(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  const rows = await db
    .selectFrom('organization')
    .selectAll()
    .where('id', 'in', ids)
    .where('kind', '!=', CHAT_ORGANIZATION.kind)
    .execute();
  const programmes = await db.selectFrom('programme').select(['slug', 'name']).execute();
  const nameOf = new Map(programmes.map(({ slug, name }) => [slug, name]));
  return rows.map(({ id, name, office, label, kind, area, programmes: json }) => {
    const slugs = JSON.parse(json) as string[];
    return {
      id: `organization:${id}`,
      kind: 'organization',
      group: `organization:${id}`,
      title: [name, office ?? '', label].join('\n'),
      body: [kind, area ?? '', ...slugs.map((slug) => nameOf.get(slug) ?? '')].join('\n'),
      programmes: slugs,
      area,
      at: NO_TIME,
      solved: null,
      audience: 'members',
    };
  });
}
