import { prepared } from '#db/prepared.server.ts';
import type { Db, PostKind } from '#db/schema.ts';

/** A part of a thread: a post, or what its asker told of the outcome. */
export interface ThreadPart {
  kind: PostKind | 'outcome';
  id: string;
}

const questionTexts = prepared((db, { questionId }: { questionId: string }) =>
  db.selectFrom('question').select(['title', 'body', 'outcome', 'status']).where('id', '=', questionId),
);

const replyTexts = prepared((db, { questionId }: { questionId: string }) =>
  db
    .selectFrom('answer')
    .select(({ val }) => [val<'answer' | 'comment'>('answer').as('kind'), 'id', 'body as text'])
    .where('question_id', '=', questionId)
    .where('status', '=', 'visible')
    .unionAll(
      db
        .selectFrom('comment')
        .select(({ val }) => [val<'answer' | 'comment'>('comment').as('kind'), 'id', 'body as text'])
        .where('question_id', '=', questionId)
        .where('status', '=', 'visible'),
    ),
);

/**
 * What everybody sees of a thread, part by part; nothing where there is no such thread.
 *
 * @param unseen whether a question that waits or is hidden is read all the same, as its author may
 */
export async function textsOfThread(
  db: Db,
  questionId: string,
  { unseen }: { unseen: boolean },
): Promise<Array<ThreadPart & { text: string }>> {
  const [question] = await questionTexts(db, { questionId });
  if (!question || !(unseen || question.status === 'visible')) return [];
  const replies = await replyTexts(db, { questionId });
  const { title, body, outcome } = question;
  return [
    { kind: 'question', id: questionId, text: `${title}\n${body}` },
    { kind: 'outcome', id: questionId, text: outcome },
    ...replies,
  ];
}
