import type { Audience, Db } from '#db/schema.ts';
import { foldKana, foldWriting } from '#search/analysis/fold.ts';
import type { SearchAnswer, SearchHit, SearchIndex } from '#search/port.ts';
import { snippet } from '#search/snippet.ts';
import { meetingsBySlugs } from '../meetings/meetings.server.ts';
import { readerOf } from '../meetings/reader.ts';
import { notesByIds, noteTexts } from '../notes/notes.server.ts';
import { organizationsByIds } from '../organizations/list.server.ts';
import { type Action, isAllowed, type Standing } from '../permissions.ts';
import { plainText } from '../posts/render.server.ts';
import { type QuestionRow, questionsByIds } from '../questions/list.server.ts';
import { readSaid } from '../reports/said.server.ts';
import {
  type ArchiveQuery,
  DOCUMENTS_OF,
  PERIODS,
  RESULT_KINDS,
  RESULTS_PER_PAGE,
  type ResultKind,
} from './query.ts';

/** A text in parts; those that hold what was searched for are hits. */
export type Passage = ReturnType<typeof snippet>;

export type SearchResult = { title: Passage; passage: Passage } & (
  | { kind: 'question'; question: QuestionRow; answerId: string | null }
  | { kind: 'note'; slug: string; programme: { slug: string; name: string }; at: string }
  | {
      kind: 'report';
      slug: string;
      day: string;
      /** The words stand in what was told of the meeting afterwards. */
      told: boolean;
    }
  | { kind: 'organization'; id: string; about: string }
);

export interface SearchPage {
  results: SearchResult[];
  /** Results of the kind that was asked for, on all pages. */
  total: number;
  /** Results of each kind that the reader may see. */
  counts: Array<{ kind: ResultKind; count: number }>;
  /** The words as they were probably meant. */
  suggestion: string | null;
  /** The chosen search engine is away, and the database answered. */
  fromStandIn: boolean;
}

const READING: Readonly<Record<ResultKind, Action>> = {
  question: 'question.read',
  note: 'note.read',
  report: 'public.read',
  organization: 'organization.read',
};

/** The kinds of results that somebody may see at all. */
export const kindsFor = (reader: Standing): ResultKind[] =>
  RESULT_KINDS.filter((kind) => isAllowed(reader, READING[kind]));

const PASSAGE_LENGTH = 90;
/** As many of the best hits are put in order once more: those whose title or tag is what was looked for come first. */
const NAMED_FIRST = 3 * RESULTS_PER_PAGE;
const DAY = 24 * 60 * 60 * 1000;

/**
 * What speaks of the words, best first; a thread comes once, with its best passage. What may be seen is read from the
 * tables, never from the index: the index learns of a post that was hidden a moment later.
 */
export async function searchArchive(
  db: Db,
  index: SearchIndex,
  reader: Standing,
  query: ArchiveQuery,
  now: Date,
): Promise<SearchPage> {
  const readable = kindsFor(reader);
  const kinds = readable.filter((kind) => query.kind === null || query.kind === kind);
  const start = (query.page - 1) * RESULTS_PER_PAGE;
  const reorders = query.order === 'relevance' && start < NAMED_FIRST;
  const answer = await index.query({
    words: query.words,
    kinds: kinds.flatMap((kind) => DOCUMENTS_OF[kind]),
    ...(query.programmes.length > 0 ? { programmes: query.programmes } : {}),
    ...(query.area === null ? {} : { areas: [query.area] }),
    ...(query.period ? { from: new Date(now.getTime() - PERIODS[query.period] * DAY).toISOString() } : {}),
    ...(query.solved ? { solved: true } : {}),
    ...(reader === 'visitor' ? { audience: 'everyone' as const } : {}),
    order: query.order,
    offset: reorders ? 0 : start,
    limit: reorders ? NAMED_FIRST : RESULTS_PER_PAGE,
  });
  const seen = (await resultsOf(db, readerOf(reader), answer, query.words)).filter(({ kind }) =>
    kinds.includes(kind),
  );
  const ordered = reorders ? sayingItFirst(seen, query.words) : seen;
  return {
    results: reorders ? ordered.slice(start, start + RESULTS_PER_PAGE) : ordered,
    // What the index has not forgotten yet is not counted where it is noticed.
    total: Math.max(seen.length, answer.total - (answer.hits.length - seen.length)),
    counts: readable.map((kind) => ({ kind, count: countOf(answer, kind) })),
    // It is made of words that members have written.
    suggestion: reader === 'visitor' ? null : answer.suggestion,
    fromStandIn: answer.fromStandIn ?? false,
  };
}

const countOf = ({ counts }: SearchAnswer, kind: ResultKind) =>
  DOCUMENTS_OF[kind].reduce((sum, document) => sum + counts[document], 0);

async function resultsOf(
  db: Db,
  reader: Audience,
  { hits, takenFor }: Pick<SearchAnswer, 'hits' | 'takenFor'>,
  words: string,
): Promise<SearchResult[]> {
  const idsOf = (kind: string) =>
    hits.filter((hit) => hit.id.startsWith(`${kind}:`)).map((hit) => idIn(hit.id));
  const answers = await answerTexts(db, idsOf('answer'));
  const threads = [...idsOf('question'), ...[...answers.values()].map(({ questionId }) => questionId)];
  const questions = new Map((await questionsByIds(db, threads)).map((one) => [one.id, one]));
  const questionBodies = await questionTexts(db, [...questions.keys()]);
  const notes = await notesByIds(db, idsOf('note'));
  const noteBodies = await noteTexts(db, [...notes.keys()]);
  const meetings = await meetingsBySlugs(db, reader, idsOf('report'));
  const reports = new Map((await readSaid(db, reader, idsOf('meeting-report'))).map((one) => [one.id, one]));
  const organizations = await organizationsByIds(db, idsOf('organization'));
  const marked = (title: string, text: string) => {
    const plain = plainText(text);
    return {
      title: snippet(title, words, title.length, takenFor),
      passage: snippet(plain, words, PASSAGE_LENGTH, takenFor),
    };
  };

  const resultOf = ({ id: document, kind }: SearchHit): SearchResult | undefined => {
    const id = idIn(document);
    if (kind === 'question' || kind === 'answer') {
      const answer = kind === 'answer' ? answers.get(id) : undefined;
      const question = questions.get(kind === 'answer' ? (answer?.questionId ?? '') : id);
      if (!question) return undefined;
      const text = answer?.body ?? questionBodies.get(question.id) ?? question.lead;
      return { kind: 'question', question, answerId: answer ? id : null, ...marked(question.title, text) };
    }
    if (kind === 'note') {
      const note = notes.get(id);
      if (!note) return undefined;
      const { slug, programme, updatedAt: at } = note;
      return { kind, slug, programme, at, ...marked(note.title, noteBodies.get(id) ?? note.lead) };
    }
    const report = reports.get(id);
    if (report) {
      const { slug, day, title, text } = report;
      return { kind: 'report', slug, day: day ?? '', told: true, ...marked(title, text) };
    }
    if (kind === 'report') {
      const meeting = meetings.get(id);
      if (!meeting) return undefined;
      const { slug, day, series, title } = meeting;
      const said = [...meeting.groups.map(({ theme }) => theme), ...meeting.themes, meeting.place];
      return { kind, slug, day, told: false, ...marked(`${series} ${title}`, said.join('。')) };
    }
    const organization = organizations.get(id);
    if (!organization) return undefined;
    const { name, area, programmes } = organization;
    const about = [organization.kind, area ?? ''].filter((word) => word !== '').join('・');
    return { kind, id, about, ...marked(name, programmes.join('、')) };
  };
  return hits.flatMap((hit) => resultOf(hit) ?? []);
}

const idIn = (document: string) => document.slice(document.indexOf(':') + 1);

/** Who looks for a tag or a title finds it on top; the order is otherwise the index's. */
function sayingItFirst(results: readonly SearchResult[], words: string): SearchResult[] {
  const even = (text: string) => foldKana(foldWriting(text));
  const wanted = words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(even);
  const isNamed = (result: SearchResult) => {
    const title = even(result.title.map(({ text }) => text).join(''));
    const tags = result.kind === 'question' ? result.question.tags.map(even) : [];
    return wanted.every((word) => title.includes(word) || tags.includes(word));
  };
  const { named = [], others = [] } = Object.groupBy(results, (result) =>
    isNamed(result) ? 'named' : 'others',
  );
  return [...named, ...others];
}

async function answerTexts(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { questionId: string; body: string }>();
  const rows = await db
    .selectFrom('answer')
    .select(['id', 'question_id as questionId', 'body'])
    .where('id', 'in', ids)
    .where('status', '=', 'visible')
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

async function questionTexts(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await db.selectFrom('question').select(['id', 'body']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.body]));
}
