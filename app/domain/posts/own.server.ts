import type { Db, PostKind, PostStatus, QuestionState } from '#db/schema.ts';
import { tagsOf } from '../questions/tags.server.ts';

export interface EditablePost {
  id: string;
  kind: PostKind;
  questionId: string;
  title: string;
  body: string;
  programme: string;
  tags: string[];
  state: QuestionState;
  status: PostStatus;
  editCount: number;
  postedAt: string;
}

/** One of this member's own posts that can still be changed; somebody else's is simply not found. */
export async function findOwnPost(
  db: Db,
  memberId: string,
  kind: PostKind,
  id: string,
): Promise<EditablePost | undefined> {
  const row =
    kind === 'question'
      ? await ownQuestion(db, memberId, id)
      : kind === 'answer'
        ? await ownAnswer(db, memberId, id)
        : await ownComment(db, memberId, id);
  if (!row) return undefined;
  return { ...row, id, kind, tags: kind === 'question' ? await tagsOf(db, id) : [] };
}

const EDITABLE: PostStatus[] = ['visible', 'waiting'];

function ownQuestion(db: Db, memberId: string, id: string) {
  return db
    .selectFrom('question')
    .select([
      'id as questionId',
      'title',
      'body',
      'programme',
      'state',
      'status',
      'edit_count as editCount',
      'asked_at as postedAt',
    ])
    .where('id', '=', id)
    .where('author_id', '=', memberId)
    .where('status', 'in', EDITABLE)
    .executeTakeFirst();
}

function ownAnswer(db: Db, memberId: string, id: string) {
  return db
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .select([
      'question.id as questionId',
      'question.title',
      'answer.body',
      'question.programme',
      'question.state',
      'answer.status',
      'answer.edit_count as editCount',
      'answer.answered_at as postedAt',
    ])
    .where('answer.id', '=', id)
    .where('answer.author_id', '=', memberId)
    .where('answer.status', 'in', EDITABLE)
    .where('question.status', 'in', EDITABLE)
    .executeTakeFirst();
}

function ownComment(db: Db, memberId: string, id: string) {
  return db
    .selectFrom('comment')
    .innerJoin('question', 'question.id', 'comment.question_id')
    .select([
      'question.id as questionId',
      'question.title',
      'comment.body',
      'question.programme',
      'question.state',
      'comment.status',
      'comment.edit_count as editCount',
      'comment.commented_at as postedAt',
    ])
    .where('comment.id', '=', id)
    .where('comment.author_id', '=', memberId)
    .where('comment.status', 'in', EDITABLE)
    .where('question.status', 'in', EDITABLE)
    .executeTakeFirst();
}
