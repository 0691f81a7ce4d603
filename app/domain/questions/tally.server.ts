import { prepared } from '#db/prepared.server.ts';
import type { Db, QuestionState, Tx } from '#db/schema.ts';
import { Remembered } from '../remembered.server.ts';

/** The topics under which a question is counted. */
export function topicsOf(programme: string, tags: readonly string[]): string[] {
  return ['all', `programme:${programme}`, ...tags.map((tag) => `tag:${tag}`)];
}

/**
 * Adds to the counts of visible questions. Counting at each view would grow with the archive.
 *
 * @param by 1 for a question that appears in this state, -1 for one that leaves it
 */
export async function tally(
  tx: Tx,
  topics: readonly string[],
  state: QuestionState,
  by: 1 | -1,
): Promise<void> {
  await tx
    .insertInto('question_tally')
    .values(topics.map((topic) => ({ topic, state, questions: by })))
    .onConflict((conflict) =>
      conflict.columns(['topic', 'state']).doUpdateSet((eb) => ({
        questions: eb('question_tally.questions', '+', eb.ref('excluded.questions')),
      })),
    )
    .execute();
}

export type Counts = Record<QuestionState, number> & { total: number };

const countsOf = prepared((db, { topic }: { topic: string }) =>
  db.selectFrom('question_tally').selectAll().where('topic', '=', topic),
);

/** Number of visible questions of one topic, by state. */
export async function countQuestions(db: Db, topic: string): Promise<Counts> {
  const rows = await countsOf(db, { topic });
  const counts: Counts = { open: 0, answered: 0, solved: 0, total: 0 };
  for (const { state, questions } of rows) {
    counts[state] = questions;
    counts.total += questions;
  }
  return counts;
}

/** Tags that are offered as filters. */
const TAGS_SHOWN = 12;

/** Visible questions per programme (by slug), and the most used tags with their numbers; up to five seconds old. */
export const topicCounts = new Remembered(countTopics, 5000);

async function countTopics(db: Db) {
  const rows = await db
    .selectFrom('question_tally')
    .select(({ fn }) => ['topic', fn.sum<number>('questions').as('questions')])
    .where('topic', '!=', 'all')
    .groupBy('topic')
    .execute();
  const programmes: Record<string, number> = {};
  const tags: Array<{ tag: string; questions: number }> = [];
  for (const { topic, questions } of rows) {
    if (topic.startsWith('programme:')) programmes[topic.slice('programme:'.length)] = Number(questions);
    else if (Number(questions) > 0)
      tags.push({ tag: topic.slice('tag:'.length), questions: Number(questions) });
  }
  tags.sort((a, b) => b.questions - a.questions || (a.tag < b.tag ? -1 : 1));
  return { programmes, tags: tags.slice(0, TAGS_SHOWN) };
}
