import type { Db } from '#db/schema.ts';
import { hashToken } from '../ids.server.ts';
import type { Survey } from './read-survey.server.ts';

/** Somebody who is asked. */
export interface Respondent {
  /** `member:<id>`, or `signup:<id>` for a guest: what is kept of who has answered. */
  key: string;
  /** The author to the check. */
  author: { id?: string; familyName: string };
}

/** The member as one who is asked: of a meeting's survey, those with a place there. undefined for everybody else. */
export async function memberAsked(
  db: Db,
  { meetingSlug }: Pick<Survey, 'meetingSlug'>,
  member: { id: string; familyName: string },
): Promise<Respondent | undefined> {
  const asked = { key: `member:${member.id}`, author: { id: member.id, familyName: member.familyName } };
  if (meetingSlug === null) return asked;
  const signup = await places(db, meetingSlug).where('member_id', '=', member.id).executeTakeFirst();
  return signup && asked;
}

/** The same for somebody without an account, by the secret of their page. */
export async function guestAsked(
  db: Db,
  { meetingSlug }: Pick<Survey, 'meetingSlug'>,
  token: string,
): Promise<Respondent | undefined> {
  if (meetingSlug === null) return undefined;
  const signup = await places(db, meetingSlug)
    .where('member_id', 'is', null)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return signup && { key: `signup:${signup.id}`, author: { familyName: signup.familyName } };
}

const places = (db: Db, slug: string) =>
  db
    .selectFrom('meeting_signup')
    .select(['id', 'family_name as familyName'])
    .where('meeting_slug', '=', slug)
    .where('status', '=', 'attending');

/** How many are asked. */
export async function countAsked(db: Db, { meetingSlug }: Pick<Survey, 'meetingSlug'>): Promise<number> {
  if (meetingSlug !== null) return (await places(db, meetingSlug).execute()).length;
  const { n } = await db
    .selectFrom('member')
    .where('from_chat', '=', 0)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

export async function hasAnswered(db: Db, surveyId: string, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('survey_respondent')
    .select('respondent')
    .where('survey_id', '=', surveyId)
    .where('respondent', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}
