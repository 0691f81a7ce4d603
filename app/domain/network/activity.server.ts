import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { Remembered } from '../remembered.server.ts';

const MONTH = 30 * 24 * 60 * 60 * 1000;
/** Rows looked at, so that the page costs the same in a busy network; beyond it the figures say "or more". */
const MOST = 500;

/** What the network did in the last thirty days, for everybody's home page; up to a minute old. */
export const recentActivity = new Remembered(readActivity, 60_000);

async function readActivity(db: Db) {
  const since = new Date(Date.now() - MONTH).toISOString();
  const questions = await db
    .selectFrom('question')
    .select('id')
    .where('status', '=', 'visible')
    .where('asked_at', '>=', since)
    .orderBy('asked_at', 'desc')
    .limit(MOST)
    .execute();
  const answers = await db
    .selectFrom('answer')
    .innerJoin('member', 'member.id', 'answer.author_id')
    .select('member.organization_id')
    .where('answer.status', '=', 'visible')
    .where('answer.answered_at', '>=', since)
    .orderBy('answer.answered_at', 'desc')
    .limit(MOST)
    .execute();
  const notes = await db
    .selectFrom('note')
    .select('id')
    .where('updated_at', '>=', since)
    .where('id', 'not in', hiddenOf(db, 'note'))
    .orderBy('updated_at', 'desc')
    .limit(MOST)
    .execute();
  const organizations = new Set(answers.map((answer) => answer.organization_id)).size;
  return {
    questions: questions.length,
    answers: answers.length,
    notes: notes.length,
    sentence:
      organizations > 0 ? `回答した機関は${organizations}です。` : 'このひと月の回答は、まだありません。',
  };
}
