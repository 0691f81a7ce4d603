import type { Db, PostStatus, QuestionState, Tx } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { tally, topicsOf } from './tally.server.ts';

export async function tagsOf(db: Db, questionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('question_tag')
    .select('tag')
    .where('question_id', '=', questionId)
    .execute();
  return rows.map((row) => row.tag);
}

interface Counted {
  programme: string;
  tags: readonly string[];
  status: PostStatus;
}

/** Writes the tags of an edited question and moves it to its new topics in the counts. */
export async function replaceTags(
  tx: Tx,
  questionId: string,
  before: Counted & { state: QuestionState; postedAt: string },
  after: Omit<Counted, 'tags'> & { tags: readonly AnonymizedText[] },
): Promise<void> {
  await tx.deleteFrom('question_tag').where('question_id', '=', questionId).execute();
  if (after.tags.length > 0) {
    await tx
      .insertInto('question_tag')
      .values(after.tags.map((tag) => ({ question_id: questionId, tag, asked_at: before.postedAt })))
      .execute();
  }
  if (before.status === 'visible') await tally(tx, topicsOf(before.programme, before.tags), before.state, -1);
  if (after.status === 'visible') await tally(tx, topicsOf(after.programme, after.tags), before.state, 1);
}
