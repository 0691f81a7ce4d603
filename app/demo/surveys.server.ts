import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { addPrintedSurvey } from '#app/domain/surveys/add-printed.server.ts';
import { answerSurvey, type Said } from '#app/domain/surveys/answer-survey.server.ts';
import { openSurvey } from '#app/domain/surveys/conduct-survey.server.ts';
import { makeSurvey } from '#app/domain/surveys/edit-survey.server.ts';
import { questionsOf } from '#app/domain/surveys/read-survey.server.ts';
import type { Respondent } from '#app/domain/surveys/respondent.server.ts';
import surveysFile from '#db/demo/surveys.json' with { type: 'json' };
import type { Audience, Db, SurveyQuestionKind } from '#db/schema.ts';
import { DemoTextError } from './demo-text-error.ts';
import type { DemoMembers } from './members.server.ts';
import { daysBefore } from './time.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

interface GivenSurvey {
  /** Slug; null where the whole network is asked. */
  meeting: string | null;
  /** Of a meeting's: days after it. */
  closedAfterDays?: number;
  closesInDays?: number;
  title: string;
  lead: string;
  audience: string;
  /** How many answer. */
  people: number;
  questions: Array<{
    kind: string;
    body: string;
    choices?: string[];
    /** How many say which choice. */
    said?: number[];
    /** With whether it may be quoted. */
    texts?: Array<[string, boolean]> | Array<Array<string | boolean>>;
  }>;
}

/** The survey of 2021 as it was printed, and two that people of the demo network answer. */
export async function addSurveys(db: Db, members: DemoMembers, now: Date): Promise<void> {
  for (const printed of surveysFile.printed) {
    const { closedOn, questions, ...rest } = printed;
    must(
      printed.title,
      await addPrintedSurvey(db, {
        ...rest,
        audience: 'everyone',
        closedAt: new Date(`${closedOn}T17:00:00+09:00`),
        questions: questions.map(({ kind, choices, ...question }) => ({
          ...question,
          kind: kind as 'single' | 'multiple',
          choices: choices.map(([label, count]) => ({ label: String(label), count: Number(count) })),
        })),
      }),
    );
  }
  for (const given of surveysFile.given as GivenSurvey[]) await giveSurvey(db, members, given, now);
}

async function giveSurvey(db: Db, members: DemoMembers, given: GivenSurvey, now: Date): Promise<void> {
  const desk = members.get('secretariat');
  if (!desk) throw new Error('The demo network has no secretariat');
  const { opened, closes } = await timesOf(db, given, now);
  const draft = {
    title: given.title,
    lead: given.lead,
    anonymous: true,
    audience: given.audience as Audience,
    closesAt: new Date(closes.getTime() + 9 * HOUR).toISOString().slice(0, 16),
    questions: given.questions.map(({ kind, body, choices = [] }) => ({
      id: '',
      kind: kind as SurveyQuestionKind,
      body,
      choices: choices.join('\n'),
    })),
  };
  const id = must(given.title, await makeSurvey(db, desk, given.meeting, draft, opened));
  must(given.title, await openSurvey(db, desk.id, id, opened));
  const questions = await questionsOf(db, id);
  const people = await respondents(db, given.meeting, members, given.people);
  for (const [index, person] of people.entries()) {
    const said = new Map<string, Said>();
    for (const [position, { said: counts = [], texts = [] }] of given.questions.entries()) {
      const [text = '', quotable = false] = texts[index] ?? [];
      said.set(questions[position]?.id ?? '', {
        choices: sharesOf(counts, index, people.length),
        text: String(text),
        quotable: quotable === true,
      });
    }
    must(given.title, await answerSurvey(db, person, id, said, NO_DECISIONS, opened));
  }
}

/**
 * Which choices one of so many people makes, so that all together make the counts: choices take people in turn, and
 * begin anew with the first person where there are more answers than people.
 */
function sharesOf(counts: readonly number[], person: number, people: number): number[] {
  let begin = 0;
  return counts.flatMap((count, index) => {
    const from = begin;
    begin += count;
    const takes = (person - (from % people) + people) % people < count;
    return takes ? [index + 1] : [];
  });
}

/** A meeting's survey opens on the morning after it. */
async function timesOf(
  db: Db,
  { meeting, closedAfterDays = 0, closesInDays = 0 }: GivenSurvey,
  now: Date,
): Promise<{ opened: Date; closes: Date }> {
  if (meeting === null)
    return { opened: daysBefore(now, 1, '10:00'), closes: new Date(eveningOf(now) + closesInDays * DAY) };
  const { day } = await db
    .selectFrom('meeting')
    .select('day')
    .where('slug', '=', meeting)
    .executeTakeFirstOrThrow();
  const morning = new Date(`${day}T09:00:00+09:00`).getTime();
  return { opened: new Date(morning + DAY), closes: new Date(morning + closedAfterDays * DAY + 8 * HOUR) };
}

/** 17:00 in Tokyo, on the day of a moment. */
const eveningOf = (at: Date): number => Math.floor((at.getTime() + 9 * HOUR) / DAY) * DAY + 8 * HOUR;

/** People who answer; of the network, all but those whose accounts are printed, who can answer for themselves. */
async function respondents(
  db: Db,
  meeting: string | null,
  members: DemoMembers,
  most: number,
): Promise<Respondent[]> {
  if (meeting === null)
    return [...members]
      .filter(([key]) => /^m\d/.test(key))
      .slice(0, most)
      .map(([, { id, familyName }]) => ({ key: `member:${id}`, author: { familyName } }));
  const rows = await db
    .selectFrom('meeting_signup')
    .select(['id', 'member_id as memberId', 'family_name as familyName'])
    .where('meeting_slug', '=', meeting)
    .orderBy('signed_up_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id, memberId, familyName }) => ({
    key: memberId === null ? `signup:${id}` : `member:${memberId}`,
    author: { familyName },
  }));
}

function must<T>(where: string, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new DemoTextError(where, outcome.refusal);
}
