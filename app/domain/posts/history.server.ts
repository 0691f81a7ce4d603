import type { Db, PostKind } from '#db/schema.ts';

/** What a visible post said before each of its edits, newest first; undefined when there is no such post. */
export async function readHistory(db: Db, kind: PostKind, id: string) {
  const post =
    kind === 'question'
      ? await db
          .selectFrom('question')
          .select(['id as questionId', 'title', 'body_html as html', 'asked_at as at'])
          .where('id', '=', id)
          .where('status', '=', 'visible')
          .executeTakeFirst()
      : await historyOfReply(db, kind, id);
  if (!post) return undefined;
  const earlier = await db
    .selectFrom('revision')
    .select(['title', 'body_html as html', 'replaced_at as replacedAt'])
    .where('post_id', '=', id)
    .orderBy('replaced_at', 'desc')
    .execute();
  return { post, earlier };
}

function historyOfReply(db: Db, kind: 'answer' | 'comment', id: string) {
  if (kind === 'answer') {
    return db
      .selectFrom('answer')
      .innerJoin('question', 'question.id', 'answer.question_id')
      .select([
        'question.id as questionId',
        'question.title',
        'answer.body_html as html',
        'answer.answered_at as at',
      ])
      .where('answer.id', '=', id)
      .where('answer.status', '=', 'visible')
      .where('question.status', '=', 'visible')
      .executeTakeFirst();
  }
  return db
    .selectFrom('comment')
    .innerJoin('question', 'question.id', 'comment.question_id')
    .select([
      'question.id as questionId',
      'question.title',
      'comment.body_html as html',
      'comment.commented_at as at',
    ])
    .where('comment.id', '=', id)
    .where('comment.status', '=', 'visible')
    .where('question.status', '=', 'visible')
    .executeTakeFirst();
}
