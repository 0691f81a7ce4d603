import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import { prepared } from '#db/prepared.server.ts';
import type { Db, QuestionState, Schema } from '#db/schema.ts';
import { RecentlyUsed } from '../recently-used.ts';

export const ORDERS = ['new', 'active', 'unanswered'] as const;
export type Order = (typeof ORDERS)[number];

export interface QuestionFilter {
  /** Slugs; none means all. */
  programmes: string[];
  tag: string | null;
  state: QuestionState | null;
  /** Only this member's. */
  authorId: string | null;
  /** All but this member's. */
  notAuthorId?: string;
  order: Order;
}

/** A question by what its row in a list depends on, so that one that is at hand need not be read again. */
export interface QuestionHead {
  id: string;
  version: number;
  at: string;
}

export interface QuestionRow extends QuestionHead {
  title: string;
  lead: string;
  state: QuestionState;
  answerCount: number;
  programme: { slug: string; name: string };
  tags: string[];
  author: { organization: string; familyName: string };
}

/** Where a page ends: the sort key and id of its last row; `phase` 2 is past the unanswered ones. */
interface Cursor {
  phase: 1 | 2;
  at: string;
  id: string;
}

export const encodeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Reads a cursor from a URL; nonsense is no cursor, so a mangled link shows the first page. */
export function decodeCursor(text: string | null): Cursor | null {
  if (!text) return null;
  try {
    const { phase, at, id } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Cursor;
    const sound = (phase === 1 || phase === 2) && typeof at === 'string' && typeof id === 'string';
    return sound ? { phase, at, id } : null;
  } catch {
    return null;
  }
}

/**
 * One page of visible questions. Its cost does not grow with their number: it continues behind a cursor
 * along an index, and counts nothing.
 */
export async function listQuestions(
  db: Db,
  filter: QuestionFilter,
  cursor: Cursor | null,
  limit: number,
): Promise<{ rows: QuestionHead[]; next: string | null }> {
  const sortKey = filter.order === 'active' ? 'active_at' : 'asked_at';
  const unansweredFirst = filter.order === 'unanswered' && filter.state === null;
  const found: Array<HeadRow & { phase: 1 | 2 }> = [];
  let phase: 1 | 2 = cursor?.phase ?? 1;
  let after = cursor;
  for (;;) {
    const values = { ...valuesOf(filter), ...after, limit: limit + 1 - found.length };
    const rows = await pageQuery(filter, unansweredFirst ? phase : null, after !== null)(db, values);
    for (const row of rows) found.push({ ...row, phase });
    if (found.length > limit || !unansweredFirst || phase === 2) break;
    phase = 2;
    after = null;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > limit && last;
  return {
    rows: page.map(({ id, version, asked_at }) => ({ id, version, at: asked_at })),
    next: more ? encodeCursor({ phase: last.phase, at: last[sortKey], id: last.id }) : null,
  };
}

type Values = Record<string, string | number>;

/** Programmes each by a name of their own. */
const valuesOf = ({ programmes, state, authorId, notAuthorId, tag }: QuestionFilter): Values => ({
  ...Object.fromEntries(programmes.map((slug, index) => [`programme${index}`, slug])),
  ...(state && { state }),
  ...(authorId && { authorId }),
  ...(notAuthorId && { notAuthorId }),
  ...(tag !== null && { tag }),
});

/** Queries for pages, by what they have to filter and to sort by. */
const pageQueries = new RecentlyUsed<(db: Db, values: Values) => Promise<HeadRow[]>>(50);

function pageQuery(filter: QuestionFilter, phase: 1 | 2 | null, hasCursor: boolean) {
  const shape = `${Object.keys(valuesOf(filter))} ${filter.order} ${phase} ${hasCursor}`;
  let page = pageQueries.get(shape);
  if (!page) {
    const sortKey = filter.order === 'active' ? 'active_at' : 'asked_at';
    page = prepared((db, values: Values) => {
      let query = heads(db, filter, values)
        .orderBy(`question.${sortKey}`, 'desc')
        .orderBy('question.id', 'desc')
        .limit(values.limit as number);
      if (phase !== null) query = query.where('question.state', phase === 1 ? '=' : '!=', 'open');
      return hasCursor ? query.where(behind(sortKey, values as unknown as Cursor)) : query;
    });
    pageQueries.set(shape, page);
  }
  return page;
}

function behind(sortKey: 'active_at' | 'asked_at', { at, id }: Pick<Cursor, 'at' | 'id'>) {
  return (eb: ExpressionBuilder<Schema, 'question'>) =>
    eb.or([
      eb(`question.${sortKey}`, '<', at),
      eb.and([eb(`question.${sortKey}`, '=', at), eb('question.id', '<', id)]),
    ]);
}

/** @param values stand for those of the filter, by the names of `valuesOf` */
function heads(db: Db, filter: QuestionFilter, values: Values) {
  let query = db
    .selectFrom('question')
    .select(['question.id', 'question.version', 'question.asked_at', 'question.active_at'])
    .where('question.status', '=', 'visible');
  const programmes = filter.programmes.map((_, index) => values[`programme${index}`] as string);
  const { state, authorId, notAuthorId, tag } = values as Record<
    'authorId' | 'notAuthorId' | 'tag',
    string
  > & { state: QuestionState };
  if (programmes.length > 0) query = query.where('question.programme', 'in', programmes);
  if (filter.state) query = query.where('question.state', '=', state);
  if (filter.authorId) query = query.where('question.author_id', '=', authorId);
  if (filter.notAuthorId) query = query.where('question.author_id', '!=', notAuthorId);
  if (filter.tag !== null) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('question_tag')
          .select('question_tag.tag')
          .whereRef('question_tag.question_id', '=', 'question.id')
          .where('question_tag.tag', '=', tag),
      ),
    );
  }
  return query;
}

type HeadRow = ReturnType<typeof heads> extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never;

/** The rows of questions named by id, in that order; ids that nobody may see are left out. */
export async function questionsByIds(db: Db, ids: readonly string[]): Promise<QuestionRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('question')
    .innerJoin('member', 'member.id', 'question.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .innerJoin('programme', 'programme.slug', 'question.programme')
    .select([
      'question.id',
      'question.version',
      'question.title',
      'question.lead',
      'question.state',
      'question.answer_count',
      'question.asked_at',
      'question.programme as programmeSlug',
      'programme.name as programmeName',
      'organization.label as organization',
      'member.family_name',
    ])
    .where('question.status', '=', 'visible')
    .where('question.id', 'in', ids)
    .execute();
  const tags = await db
    .selectFrom('question_tag')
    .select(['question_id', 'tag'])
    .where('question_id', 'in', ids)
    .execute();
  const tagsOf = Map.groupBy(tags, ({ question_id }) => question_id);
  const byId = new Map(
    rows.map((row): [string, QuestionRow] => [
      row.id,
      {
        id: row.id,
        version: row.version,
        title: row.title,
        lead: row.lead,
        state: row.state,
        answerCount: row.answer_count,
        programme: { slug: row.programmeSlug, name: row.programmeName },
        tags: (tagsOf.get(row.id) ?? []).map(({ tag }) => tag),
        author: { organization: row.organization, familyName: row.family_name },
        at: row.asked_at,
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
