import type { Db, PostKind, PostStatus, QuestionState } from '#db/schema.ts';
import { tagsOf } from '../questions/tags.server.ts';
import { STANDING } from './once.server.ts';

export interface EditablePost {
  id: string;
  kind: PostKind;
  questionId: string;
  title: string;
  body: string;
  html: string;
  programme: string;
  tags: string[];
  state: QuestionState;
  status: PostStatus;
  editCount: number;
  postedAt: string;
}

/** One of this member's own posts that can still be changed; somebody else's is simply not found. */
export function findOwnPost(
  db: Db,
  memberId: string,
  kind: PostKind,
  id: string,
): Promise<EditablePost | undefined> {
  return find(db, kind, id, memberId, STANDING);
}

/** A post that everybody sees. */
export function findPost(db: Db, kind: PostKind, id: string): Promise<EditablePost | undefined> {
  return find(db, kind, id, null, ['visible']);
}

async function find(
  db: Db,
  kind: PostKind,
  id: string,
  authorId: string | null,
  statuses: PostStatus[],
): Promise<EditablePost | undefined> {
  const query =
    kind === 'question'
      ? questionNamed(db, id)
      : kind === 'answer'
        ? answerNamed(db, id)
        : commentNamed(db, id);
  const row = await query.executeTakeFirst();
  if (!row || (authorId !== null && row.authorId !== authorId)) return undefined;
  if (!statuses.includes(row.status)) return undefined;
  // What stands under somebody else's post is seen only while that is seen.
  const isAskers = authorId !== null && row.askerId === authorId;
  if (row.threadStatus !== 'visible' && !(isAskers && statuses.includes(row.threadStatus))) return undefined;
  // A reply stands on when its answer is deleted.
  if (row.parentStatus !== 'visible' && row.parentStatus !== 'deleted') return undefined;
  const { authorId: _, askerId: __, threadStatus: ___, parentStatus: ____, ...post } = row;
  return { ...post, id, kind, tags: kind === 'question' ? await tagsOf(db, id) : [] };
}

function questionNamed(db: Db, id: string) {
  return db
    .selectFrom('question')
    .select(({ val }) => [
      'id as questionId',
      'title',
      'body',
      'body_html as html',
      'programme',
      'state',
      'status',
      'edit_count as editCount',
      'asked_at as postedAt',
      'author_id as authorId',
      'author_id as askerId',
      'status as threadStatus',
      val<PostStatus>('visible').as('parentStatus'),
    ])
    .where('id', '=', id);
}

function answerNamed(db: Db, id: string) {
  return db
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .select(({ val }) => [
      'question.id as questionId',
      'question.title',
      'answer.body',
      'answer.body_html as html',
      'question.programme',
      'question.state',
      'answer.status',
      'answer.edit_count as editCount',
      'answer.answered_at as postedAt',
      'answer.author_id as authorId',
      'question.author_id as askerId',
      'question.status as threadStatus',
      val<PostStatus>('visible').as('parentStatus'),
    ])
    .where('answer.id', '=', id);
}

function commentNamed(db: Db, id: string) {
  return db
    .selectFrom('comment')
    .innerJoin('answer', 'answer.id', 'comment.answer_id')
    .innerJoin('question', 'question.id', 'comment.question_id')
    .select([
      'question.id as questionId',
      'question.title',
      'comment.body',
      'comment.body_html as html',
      'question.programme',
      'question.state',
      'comment.status',
      'comment.edit_count as editCount',
      'comment.commented_at as postedAt',
      'comment.author_id as authorId',
      'question.author_id as askerId',
      'question.status as threadStatus',
      'answer.status as parentStatus',
    ])
    .where('comment.id', '=', id);
}
