import { askInAdvance, voteForQuestion } from '#app/domain/meetings/advance-questions.server.ts';
import { answerDates } from '#app/domain/meetings/dates/answer-dates.server.ts';
import { candidatesOf } from '#app/domain/meetings/dates/read-dates.server.ts';
import { setDates } from '#app/domain/meetings/dates/set-dates.server.ts';
import { saveGroupText } from '#app/domain/meetings/groups/group-text.server.ts';
import { signUpMember } from '#app/domain/meetings/sign-up.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import type work from '#db/demo/meeting-work.json';
import type { Db } from '#db/schema.ts';
import { DemoTextError } from './demo-text-error.ts';
import type { DemoMembers } from './members.server.ts';
import { organizationId } from './organization-id.ts';
import { daysBefore, weekdayNear } from './time.ts';

const ANSWERS = { '○': 'yes', '△': 'maybe', '×': 'no' } as const;

/** What members do around the invented meetings: they sign up, wish, ask beforehand, answer for dates, and write. */
export async function addMeetingWork(
  db: Db,
  { facilitators, signUps, advanceQuestions, candidates, groupNotes }: typeof work,
  members: DemoMembers,
  now: Date,
): Promise<void> {
  const who = (key: string) => {
    const member = members.get(key);
    if (!member) throw new Error(`The demo network has no member ${key}`);
    return { ...member, organizationId: organizationId(member.organizationNo) };
  };
  for (const { meeting, group, member } of facilitators)
    await db
      .updateTable('meeting_group')
      .set({ facilitator_id: who(member).id })
      .where('meeting_slug', '=', meeting)
      .where('no', '=', group)
      .execute();
  for (const { meeting, member: key, wishes, years, programme, daysAgo } of signUps) {
    const member = who(key);
    const words = { manner: 'own', years, programme, wishes } as const;
    const at = daysBefore(now, daysAgo, '12:10');
    taken(key, await signUpMember(db, member, meeting, member.id, words, at));
  }
  for (const { meeting, group, member, body, daysAgo, votes } of advanceQuestions) {
    const draft = {
      body,
      groupNo: group,
      submissionKey: member,
      decisions: { objections: [], acknowledgements: [] },
    };
    taken(member, await askInAdvance(db, who(member), meeting, draft, daysBefore(now, daysAgo, '17:40')));
    const { id } = await db
      .selectFrom('meeting_question')
      .select('id')
      .where('submission_key', '=', member)
      .executeTakeFirstOrThrow();
    for (const voter of votes) taken(voter, await voteForQuestion(db, meeting, id, who(voter).id, true));
  }
  const days = candidates.days.map(({ daysFromNow, ...hours }) => ({
    day: weekdayNear(now, daysFromNow),
    ...hours,
  }));
  taken(candidates.meeting, await setDates(db, who('secretariat').id, candidates.meeting, days, now));
  const dates = await candidatesOf(db, candidates.meeting);
  for (const { member, says, remark } of candidates.answers) {
    const answers = new Map(dates.map(({ id }, at) => [id, ANSWERS[says[at] as keyof typeof ANSWERS]]));
    taken(member, await answerDates(db, who(member), candidates.meeting, answers, remark, now));
  }
  for (const { meeting, group, member, text } of groupNotes) {
    const writing = { text, base: 0, acknowledgements: [] };
    taken(
      member,
      await saveGroupText(db, who(member), meeting, group, writing, daysBefore(now, 45, '15:15')),
    );
  }
  // Letters about all this would tell of things long past.
  await db.deleteFrom('mail').execute();
  await db.deleteFrom('outbox').where('job', '=', 'mail').execute();
}

function taken(what: string, outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new DemoTextError(what, outcome.refusal);
}
