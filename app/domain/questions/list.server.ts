import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { Db, QuestionState, Schema } from '#db/schema.ts';

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

export interface QuestionRow {
  id: string;
  version: number;
  title: string;
  lead: string;
  state: QuestionState;
  answerCount: number;
  programme: { slug: string; name: string };
  tags: string[];
  author: { organization: string; familyName: string };
  at: string;
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
): Promise<{ rows: QuestionRow[]; next: string | null }> {
  const sortKey = filter.order === 'active' ? 'active_at' : 'asked_at';
  const unansweredFirst = filter.order === 'unanswered' && filter.state === null;
  const found: RawRow[] = [];
  let phase: 1 | 2 = cursor?.phase ?? 1;
  let after = cursor;
  for (;;) {
    let query = select(db, filter)
      .orderBy(`question.${sortKey}`, 'desc')
      .orderBy('question.id', 'desc')
      .limit(limit + 1 - found.length);
    if (unansweredFirst) query = query.where('question.state', phase === 1 ? '=' : '!=', 'open');
    if (after) query = query.where(behind(sortKey, after));
    const rows = await query.execute();
    for (const row of rows) found.push({ ...row, phase });
    if (found.length > limit || !unansweredFirst || phase === 2) break;
    phase = 2;
    after = null;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > limit && last;
  return {
    rows: await withTags(db, page),
    next: more ? encodeCursor({ phase: last.phase, at: last[sortKey], id: last.id }) : null,
  };
}

function behind(sortKey: 'active_at' | 'asked_at', { at, id }: Cursor) {
  return (eb: ExpressionBuilder<Schema, 'question'>) =>
    eb.or([
      eb(`question.${sortKey}`, '<', at),
      eb.and([eb(`question.${sortKey}`, '=', at), eb('question.id', '<', id)]),
    ]);
}

function select(db: Db, filter: QuestionFilter) {
  let query = db
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
      'question.active_at',
      'question.programme as programmeSlug',
      'programme.name as programmeName',
      'organization.label as organization',
      'member.family_name',
    ])
    .where('question.status', '=', 'visible');
  if (filter.programmes.length > 0) query = query.where('question.programme', 'in', filter.programmes);
  if (filter.state) query = query.where('question.state', '=', filter.state);
  if (filter.authorId) query = query.where('question.author_id', '=', filter.authorId);
  if (filter.notAuthorId) query = query.where('question.author_id', '!=', filter.notAuthorId);
  const { tag } = filter;
  if (tag !== null) {
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

type Selected =
  ReturnType<typeof select> extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never;
type RawRow = Selected & { phase: 1 | 2 };

async function withTags(db: Db, rows: RawRow[]): Promise<QuestionRow[]> {
  const tags = new Map<string, string[]>();
  if (rows.length > 0) {
    const found = await db
      .selectFrom('question_tag')
      .select(['question_id', 'tag'])
      .where(
        'question_id',
        'in',
        rows.map((row) => row.id),
      )
      .execute();
    for (const { question_id, tag } of found) tags.set(question_id, [...(tags.get(question_id) ?? []), tag]);
  }
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    title: row.title,
    lead: row.lead,
    state: row.state,
    answerCount: row.answer_count,
    programme: { slug: row.programmeSlug, name: row.programmeName },
    tags: tags.get(row.id) ?? [],
    author: { organization: row.organization, familyName: row.family_name },
    at: row.asked_at,
  }));
}

/** The rows of questions named by id, in that order; ids that nobody may see are left out. */
export async function questionsByIds(db: Db, ids: readonly string[]): Promise<QuestionRow[]> {
  if (ids.length === 0) return [];
  const all: QuestionFilter = { programmes: [], tag: null, state: null, authorId: null, order: 'new' };
  const rows = await select(db, all).where('question.id', 'in', ids).execute();
  const byId = new Map(
    (
      await withTags(
        db,
        rows.map((row) => ({ ...row, phase: 1 as const })),
      )
    ).map((row) => [row.id, row]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
