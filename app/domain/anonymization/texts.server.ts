import type { AliasedSelectQueryBuilder } from 'kysely';
import type { Db, TextKind } from '#db/schema.ts';
import type { Profile } from '#lint/rule.ts';
import { piecesOf } from '../files/pieces.ts';
import { textsAround } from '../meetings/texts.server.ts';
import { textsOfReports } from '../reports/texts.server.ts';
import { textsInSurveys } from '../surveys/texts.server.ts';
import { hiddenOf } from './hidden.server.ts';

/** Something that members can read now, as the check reads it. */
export interface PublishedText {
  kind: TextKind;
  id: string;
  profile: Profile;
  fields: Record<string, string>;
  /** Family name of its author; blank for what nobody signs. */
  familyName: string;
  /** What leads to it in a list. */
  title: string;
  href: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** In the order in which a recheck walks them. */
export const TEXT_KINDS: readonly TextKind[] = [
  'question',
  'answer',
  'comment',
  'note',
  'meeting',
  'meeting-report',
  'member',
  'file',
  'survey',
];

export const PROFILE_OF: Record<TextKind, Profile> = {
  question: 'question',
  answer: 'answer',
  comment: 'answer',
  note: 'note',
  meeting: 'report',
  'meeting-report': 'report',
  member: 'profile',
  file: 'note',
  survey: 'report',
};

/** The newest, those after an id in the order of ids, or those named. */
export type Pick = { newest: number } | { after: string; limit: number } | { ids: readonly string[] };

/** What readers see of texts of one kind. */
export async function publishedTexts(db: Db, kind: TextKind, pick: Pick): Promise<PublishedText[]> {
  const all = db.selectFrom(SOURCES[kind](db)).selectAll();
  const picked =
    'newest' in pick
      ? all.orderBy('text.at', 'desc').limit(pick.newest)
      : 'after' in pick
        ? all.where('text.id', '>', pick.after).orderBy('text.id').limit(pick.limit)
        : all.where('text.id', 'in', pick.ids.length > 0 ? pick.ids : ['']);
  const rows = await picked.execute();
  const ids = rows.map(({ id }) => id);
  const earlier = await EARLIER[kind](db, ids);
  const tags = kind === 'question' ? await tagsOf(db, ids) : undefined;
  return rows.map(({ id, at, place, title, body, more, lists, familyName }) => ({
    kind,
    id,
    profile: PROFILE_OF[kind],
    fields: {
      title: IS_UNDER_A_TITLE[kind] ? '' : title,
      ...(kind === 'file' ? inPieces(body) : { body }),
      more,
      lists: (tags?.get(id) ?? wordsOf(JSON.parse(lists))).join('\n'),
      earlier: earlier.get(id) ?? '',
    },
    familyName,
    title,
    href: HREF[kind](place, id),
    at,
  }));
}

/** The newest of several kinds of post, newest first; without files. */
export async function newestTexts(
  db: Db,
  profiles: readonly Profile[],
  most: number,
): Promise<PublishedText[]> {
  // A hundred files may hold a library; they are left to the recheck.
  const kinds = TEXT_KINDS.filter((kind) => kind !== 'file' && profiles.includes(PROFILE_OF[kind]));
  const texts = await Promise.all(kinds.map((kind) => publishedTexts(db, kind, { newest: most })));
  return texts
    .flat()
    .sort((a, b) => (a.at > b.at ? -1 : 1))
    .slice(0, most);
}

/** How many there are of all kinds. */
export async function countTexts(db: Db): Promise<number> {
  let texts = 0;
  for (const kind of TEXT_KINDS) {
    const { n } = await db
      .selectFrom(SOURCES[kind](db))
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    texts += Number(n);
  }
  return texts;
}

/** What posts said before they were edited: the history shows it to everybody. */
async function earlierOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('revision')
    .select(['post_id', 'title', 'body'])
    .where('post_id', 'in', ids)
    .orderBy('replaced_at')
    .execute();
  const earlier = new Map<string, string>();
  for (const { post_id, title, body } of rows)
    earlier.set(post_id, `${earlier.get(post_id) ?? ''}${title}\n\n${body}\n\n`);
  return earlier;
}

/** The editions of notes before the one that stands, and what is suggested: members read both. */
async function earlierEditions(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const editions = await db
    .selectFrom('note_edition')
    .innerJoin('note', 'note.id', 'note_edition.note_id')
    .select(['note_id', 'note_edition.title', 'note_edition.body', 'purpose', 'number'])
    .select(({ eb, ref }) => eb('note_edition.number', '=', ref('note.edition')).as('stands'))
    .where('note_id', 'in', ids)
    .orderBy('number')
    .execute();
  const suggestions = await db
    .selectFrom('note_suggestion')
    .select(['note_id', 'title', 'body', 'purpose'])
    .where('note_id', 'in', ids)
    .where('status', '=', 'open')
    .orderBy('suggested_at')
    .execute();
  const earlier = new Map<string, string>();
  const add = (id: string, ...texts: string[]) =>
    earlier.set(id, `${earlier.get(id) ?? ''}${texts.map((text) => `${text}\n\n`).join('')}`);
  for (const { note_id, title, body, purpose, stands } of editions) {
    if (stands) add(note_id, purpose);
    else add(note_id, title, body, purpose);
  }
  for (const { note_id, title, body, purpose } of suggestions) add(note_id, title, body, purpose);
  return earlier;
}

/** What else can be read beside the text as it stands. */
const EARLIER: Record<TextKind, (db: Db, ids: readonly string[]) => Promise<Map<string, string>>> = {
  question: earlierOf,
  answer: earlierOf,
  comment: earlierOf,
  note: earlierEditions,
  meeting: textsAround,
  'meeting-report': textsOfReports,
  member: earlierOf,
  file: async () => new Map(),
  survey: textsInSurveys,
};

async function tagsOf(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('question_tag')
    .select(['question_id', 'tag'])
    .where('question_id', 'in', ids)
    .execute();
  const byQuestion = Map.groupBy(rows, ({ question_id }) => question_id);
  return new Map([...byQuestion].map(([id, of]) => [id, of.map(({ tag }) => tag)]));
}

/** A file may say as much as a book; its parts are checked one by one. */
const inPieces = (text: string): Record<string, string> =>
  Object.fromEntries(Array.from(piecesOf(text), ({ start, piece }) => [`from ${start}`, piece]));

/** All texts within a JSON value. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

/** Answers and comments stand under the title of somebody else's question, reports under that of their meeting. */
const IS_UNDER_A_TITLE: Record<TextKind, boolean> = {
  question: false,
  answer: true,
  comment: true,
  note: false,
  meeting: false,
  'meeting-report': true,
  member: true,
  file: false,
  survey: false,
};

/** @param place id of the thread, or slug */
const HREF: Record<TextKind, (place: string, id: string) => string> = {
  question: (place) => `/questions/${place}`,
  answer: (place, id) => `/questions/${place}#answer-${id}`,
  comment: (place, id) => `/questions/${place}#comment-${id}`,
  note: (place) => `/notes/${place}`,
  meeting: (place) => `/meetings/${place}`,
  'meeting-report': (place) => `/meetings/${place}/report`,
  member: () => '/organizations',
  file: (_, id) => `/files/${id}`,
  survey: (_, id) => `/surveys/${id}/results`,
};

interface Row {
  id: string;
  at: string;
  place: string;
  title: string;
  body: string;
  /** What else can be read there: what became of a question, a meeting's numbers. */
  more: string;
  /** A note's tags, a meeting's themes, as JSON. */
  lists: string;
  familyName: string;
}
type Source = (db: Db) => AliasedSelectQueryBuilder<Row, 'text'>;

const SOURCES: Record<TextKind, Source> = {
  question: (db) =>
    db
      .selectFrom('question')
      .innerJoin('member', 'member.id', 'question.author_id')
      .select(['question.id', 'question.asked_at as at', 'question.id as place', 'question.title'])
      .select(({ val }) => ['question.body', 'question.outcome as more', val('[]').as('lists')])
      .select('member.family_name as familyName')
      .where('question.status', '=', 'visible')
      .as('text'),
  answer: (db) =>
    db
      .selectFrom('answer')
      .innerJoin('question', 'question.id', 'answer.question_id')
      .innerJoin('member', 'member.id', 'answer.author_id')
      .select(['answer.id', 'answer.answered_at as at', 'question.id as place', 'question.title'])
      .select(({ val }) => ['answer.body', val('').as('more'), val('[]').as('lists')])
      .select('member.family_name as familyName')
      .where('answer.status', '=', 'visible')
      .where('question.status', '=', 'visible')
      .as('text'),
  comment: (db) =>
    db
      .selectFrom('comment')
      .innerJoin('answer', 'answer.id', 'comment.answer_id')
      .innerJoin('question', 'question.id', 'comment.question_id')
      .innerJoin('member', 'member.id', 'comment.author_id')
      .select(['comment.id', 'comment.commented_at as at', 'question.id as place', 'question.title'])
      .select(({ val }) => ['comment.body', val('').as('more'), val('[]').as('lists')])
      .select('member.family_name as familyName')
      .where('comment.status', '=', 'visible')
      .where('answer.status', '=', 'visible')
      .where('question.status', '=', 'visible')
      .as('text'),
  note: (db) =>
    db
      .selectFrom('note')
      .innerJoin('member', 'member.id', 'note.keeper_id')
      .select(['note.id', 'note.updated_at as at', 'note.slug as place', 'note.title', 'note.body'])
      .select(({ val }) => [val('').as('more'), 'note.tags as lists', 'member.family_name as familyName'])
      .where('note.id', 'not in', hiddenOf(db, 'note'))
      .as('text'),
  meeting: (db) =>
    db
      .selectFrom('meeting')
      .select(({ val, fn }) => [
        'meeting.slug as id',
        fn.coalesce('meeting.day', val('')).as('at'),
        'meeting.slug as place',
        'meeting.title',
        'meeting.place as body',
        fn.coalesce('meeting.numbers_line', val('')).as('more'),
        'meeting.themes as lists',
        val('').as('familyName'),
      ])
      .where('meeting.slug', 'not in', hiddenOf(db, 'meeting'))
      .as('text'),
  'meeting-report': (db) =>
    db
      .selectFrom('meeting_report')
      .innerJoin('meeting', 'meeting.slug', 'meeting_report.meeting_slug')
      .innerJoin('meeting_report_edition as edition', (join) =>
        join
          .onRef('edition.report_id', '=', 'meeting_report.id')
          .onRef('edition.version', '=', 'meeting_report.published_version'),
      )
      .select(({ fn, val }) => [
        'meeting_report.id',
        fn.coalesce('meeting_report.published_at', val('')).as('at'),
        'meeting.slug as place',
        'meeting.title',
        'edition.body',
        'edition.lead as more',
        'edition.summaries as lists',
        val('').as('familyName'),
      ])
      .where('meeting_report.id', 'not in', hiddenOf(db, 'meeting-report'))
      .where('meeting.slug', 'not in', hiddenOf(db, 'meeting'))
      .as('text'),
  member: (db) =>
    db
      .selectFrom('member')
      .innerJoin('organization', 'organization.id', 'member.organization_id')
      .select(({ val }) => [
        'member.id',
        'member.joined_at as at',
        'member.id as place',
        'organization.label as title',
        'member.introduction as body',
        val('').as('more'),
        val('[]').as('lists'),
        'member.family_name as familyName',
      ])
      .where('member.introduction', '!=', '')
      .where('member.id', 'not in', hiddenOf(db, 'member'))
      .as('text'),
  file: (db) =>
    db
      .selectFrom('attachment')
      .select(({ val }) => [
        'attachment.id',
        'attachment.added_at as at',
        'attachment.owner as place',
        'attachment.name as title',
        'attachment.text as body',
        val('').as('more'),
        val('[]').as('lists'),
        val('').as('familyName'),
      ])
      .where('attachment.id', 'not in', hiddenOf(db, 'file'))
      .as('text'),
  survey: (db) =>
    db
      .selectFrom('survey')
      .select(({ val }) => [
        'survey.id',
        'survey.made_at as at',
        'survey.id as place',
        'survey.title',
        'survey.lead as body',
        'survey.source as more',
        val('[]').as('lists'),
        val('').as('familyName'),
      ])
      .where('survey.id', 'not in', hiddenOf(db, 'survey'))
      .as('text'),
};
