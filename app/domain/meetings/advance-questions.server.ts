import { isUniqueViolation } from '#db/errors.server.ts';
import type { Db } from '#db/schema.ts';
import { checkAnonymization, type Decisions, notAnonymous } from '../anonymization/check.server.ts';
import { newId } from '../ids.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { requiredTextProblem, tidy } from '../posts/text-problems.ts';

/** A question asked before the meeting. */
export interface AdvanceQuestion {
  id: string;
  body: string;
  /** null where it is for all. */
  groupNo: number | null;
  author: { organization: string; familyName: string };
  authorId: string;
  /** How many want to hear of it. */
  votes: number;
}

/** What was asked, most wanted first: the agenda. */
export async function advanceQuestions(db: Db, slug: string): Promise<AdvanceQuestion[]> {
  const rows = await db
    .selectFrom('meeting_question')
    .innerJoin('member', 'member.id', 'meeting_question.member_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(({ selectFrom }) => [
      'meeting_question.id',
      'meeting_question.body',
      'meeting_question.group_no as groupNo',
      'meeting_question.member_id as authorId',
      'meeting_question.asked_at as at',
      'member.family_name as familyName',
      'organization.label as organization',
      selectFrom('meeting_question_vote')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('meeting_question_vote.question_id', '=', 'meeting_question.id')
        .as('votes'),
    ])
    .where('meeting_slug', '=', slug)
    .orderBy('meeting_question.asked_at')
    .execute();
  return rows
    .map(({ organization, familyName, votes, at: _, ...question }) => ({
      ...question,
      author: { organization, familyName },
      votes: Number(votes),
    }))
    .toSorted((a, b) => b.votes - a.votes);
}

/** Ids of the questions that a member wants to hear of. */
export async function votesOf(db: Db, slug: string, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting_question_vote')
    .innerJoin('meeting_question', 'meeting_question.id', 'meeting_question_vote.question_id')
    .select('meeting_question.id')
    .where('meeting_question.meeting_slug', '=', slug)
    .where('meeting_question_vote.member_id', '=', memberId)
    .execute();
  return rows.map(({ id }) => id);
}

export interface AdvanceDraft {
  body: string;
  /** null for all; a group that there is not counts as that. */
  groupNo: number | null;
  submissionKey: string;
  decisions: Decisions;
}

/** Asks before the meeting, if the text names nobody. */
export async function askInAdvance(
  db: Db,
  author: { id: string; familyName: string },
  slug: string,
  draft: AdvanceDraft,
  now: Date,
): Promise<Outcome<null>> {
  const body = tidy(draft.body);
  const problem = requiredTextProblem(body, LIMITS.introduction);
  if (problem) return refused({ code: 'invalid', fields: { body: problem } });
  const checked = await checkAnonymization(db, { body }, 'report', author, draft.decisions);
  if (checked.verdict === 'refuse') return notAnonymous(checked);
  if (checked.verdict === 'wait') return refused({ code: 'not-anonymous', findings: checked.disputed });
  const group = await db
    .selectFrom('meeting_group')
    .select('no')
    .where('meeting_slug', '=', slug)
    .where('no', '=', draft.groupNo ?? 0)
    .executeTakeFirst();
  try {
    await db
      .insertInto('meeting_question')
      .values({
        id: newId(),
        meeting_slug: slug,
        group_no: group?.no ?? null,
        member_id: author.id,
        body: checked.texts.body,
        asked_at: now.toISOString(),
        submission_key: draft.submissionKey,
      })
      .execute();
  } catch (error) {
    // The form was sent twice.
    if (!isUniqueViolation(error)) throw error;
  }
  return accepted(null);
}

/** 聞きたい, or not any more. */
export async function voteForQuestion(
  db: Db,
  slug: string,
  questionId: string,
  memberId: string,
  wants: boolean,
): Promise<Outcome<null>> {
  const question = await db
    .selectFrom('meeting_question')
    .select('id')
    .where('id', '=', questionId)
    .where('meeting_slug', '=', slug)
    .executeTakeFirst();
  if (!question) return refused({ code: 'not-found' });
  const vote = { question_id: questionId, member_id: memberId };
  if (wants)
    await db
      .insertInto('meeting_question_vote')
      .values(vote)
      .onConflict((conflict) => conflict.columns(['question_id', 'member_id']).doNothing())
      .execute();
  else
    await db
      .deleteFrom('meeting_question_vote')
      .where('question_id', '=', questionId)
      .where('member_id', '=', memberId)
      .execute();
  return accepted(null);
}

/** Takes a question away: its author's, or any for the desk. */
export async function deleteQuestion(
  db: Db,
  slug: string,
  questionId: string,
  by: { memberId: string; isDesk: boolean },
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const question = await tx
      .selectFrom('meeting_question')
      .select(['id', 'member_id'])
      .where('id', '=', questionId)
      .where('meeting_slug', '=', slug)
      .executeTakeFirst();
    if (!question || (question.member_id !== by.memberId && !by.isDesk))
      return refused({ code: 'not-found' });
    await tx.deleteFrom('meeting_question_vote').where('question_id', '=', questionId).execute();
    await tx.deleteFrom('meeting_question').where('id', '=', questionId).execute();
    return accepted(null);
  });
}
