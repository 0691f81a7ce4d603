import type { Db, MeetingSide, SignupManner, SignupStatus, Tx } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { hashToken, newId, newToken } from '../ids.server.ts';
import { checkFamilyName } from '../members/family-name.server.ts';
import { emailProblem, normalizeEmail } from '../members/fields.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { requiredTextProblem, tidyLine } from '../posts/text-problems.ts';
import { lockMeeting } from './lock-meeting.server.ts';
import { mailSignup } from './meeting-mail.server.ts';
import { isOpenForSignup } from './open-for-signup.ts';
import { countAttending, moveUp } from './places.server.ts';
import { sideOf } from './sides.ts';

/** What somebody says about the day. */
export interface SignupWords {
  manner: SignupManner;
  years: number | null;
  programme: string | null;
  /** Numbers of groups, first wish first. */
  wishes: readonly number[];
}

export const NOTHING_SAID: SignupWords = { manner: 'own', years: null, programme: null, wishes: [] };

export interface SignedUp {
  id: string;
  status: SignupStatus;
}

/** Who may sign others of an organization up. */
interface SigningMember {
  id: string;
  organizationId: string;
}

/**
 * Signs a member up: the one who asks, or a colleague of the same organization. Whoever is signed up already stays so,
 * with what is said now. When all places are taken they wait.
 */
export async function signUpMember(
  db: Db,
  by: SigningMember,
  slug: string,
  memberId: string,
  words: SignupWords,
  now: Date,
): Promise<Outcome<SignedUp>> {
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, slug);
    const member = await tx
      .selectFrom('member')
      .innerJoin('organization', 'organization.id', 'member.organization_id')
      .select(['member.family_name as familyName', 'member.organization_id as organizationId', 'kind'])
      .where('member.id', '=', memberId)
      .executeTakeFirst();
    if (!meeting || !member) return refused({ code: 'not-found' });
    if (memberId !== by.id && member.organizationId !== by.organizationId)
      return refused({ code: 'forbidden' });
    if (!isOpenForSignup({ ...meeting, closesAt: meeting.closes_at }, now))
      return refused({ code: 'closed' });
    const before = await tx
      .selectFrom('meeting_signup')
      .select(['id', 'status'])
      .where('meeting_slug', '=', slug)
      .where('member_id', '=', memberId)
      .executeTakeFirst();
    if (before && before.status !== 'cancelled') {
      // What a colleague has said themselves stays.
      if (memberId !== by.id) return accepted(before);
      await say(tx, slug, before.id, words);
      return accepted(before);
    }
    const person = {
      member_id: memberId,
      organization_id: member.organizationId,
      guest_organization: NO_TEXT,
      // Checked when the member joined or changed it.
      family_name: member.familyName as AnonymizedText,
      side: sideOf(member.kind),
      email: null,
      token_hash: null,
      signed_up_by: by.id,
    };
    return accepted(await place(tx, meeting, person, words, before?.id, now));
  });
}

/** Colleagues without an account that one member signs up, those who cancelled included. */
const MOST_COLLEAGUES = 10;

/** Signs up a colleague who has no account, by family name. */
export async function signUpColleague(
  db: Db,
  by: SigningMember,
  slug: string,
  colleague: { familyName: string; email: string },
  words: SignupWords,
  now: Date,
): Promise<Outcome<SignedUp>> {
  const email = normalizeEmail(colleague.email);
  if (email !== '' && emailProblem(email))
    return refused({ code: 'invalid', fields: { email: 'bad-email' } });
  const checked = await checkFamilyName(db, tidyLine(colleague.familyName));
  if (!checked.ok) return checked;
  const familyName = checked.value;
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, slug);
    if (!meeting) return refused({ code: 'not-found' });
    if (!isOpenForSignup({ ...meeting, closesAt: meeting.closes_at }, now))
      return refused({ code: 'closed' });
    const before = await tx
      .selectFrom('meeting_signup')
      .select(['id', 'status'])
      .where('meeting_slug', '=', slug)
      .where('organization_id', '=', by.organizationId)
      .where('member_id', 'is', null)
      .where('family_name', '=', familyName)
      .where('status', '!=', 'cancelled')
      .executeTakeFirst();
    // The form was sent twice.
    if (before) return accepted(before);
    const brought = await tx
      .selectFrom('meeting_signup')
      .select('email')
      .where('meeting_slug', '=', slug)
      .where('signed_up_by', '=', by.id)
      .where('member_id', 'is', null)
      .execute();
    if (brought.length >= MOST_COLLEAGUES)
      return refused({ code: 'invalid', fields: { familyName: 'too-many-colleagues' } });
    // Each letter goes to somebody else: nobody is to be flooded with them.
    if (email !== '' && brought.some((one) => one.email === email))
      return refused({ code: 'invalid', fields: { email: 'taken' } });
    const { kind } = await tx
      .selectFrom('organization')
      .select('kind')
      .where('id', '=', by.organizationId)
      .executeTakeFirstOrThrow();
    const person = {
      member_id: null,
      organization_id: by.organizationId,
      guest_organization: NO_TEXT,
      family_name: familyName,
      side: sideOf(kind),
      email: email === '' ? null : email,
      token_hash: null,
      signed_up_by: by.id,
    };
    return accepted(await place(tx, meeting, person, words, undefined, now));
  });
}

export interface Guest {
  organization: string;
  familyName: string;
  email: string;
}

/**
 * Signs up somebody without an account, who has the link that the desk made.
 *
 * @returns the secret of the page on which the guest changes or cancels; shown and mailed this once
 */
export async function signUpGuest(
  db: Db,
  link: { slug: string; side: MeetingSide },
  guest: Guest,
  manner: SignupManner,
  now: Date,
): Promise<Outcome<{ token: string; status: SignupStatus }>> {
  const organization = tidyLine(guest.organization);
  const email = normalizeEmail(guest.email);
  const organizationProblem = requiredTextProblem(organization, LIMITS.organization);
  const mailProblem = emailProblem(email);
  const checked = await checkFamilyName(db, tidyLine(guest.familyName));
  const fields = {
    ...(organizationProblem ? { guestOrganization: organizationProblem } : {}),
    ...(mailProblem ? { email: mailProblem } : {}),
    ...(!checked.ok && checked.refusal.code === 'invalid' ? checked.refusal.fields : {}),
  };
  if (!checked.ok || Object.keys(fields).length > 0) return refused({ code: 'invalid', fields });
  const named = await checkAnonymization(
    db,
    { guestOrganization: organization },
    'report',
    { familyName: '' },
    NO_DECISIONS,
  );
  if (named.verdict !== 'pass')
    return refused({ code: 'invalid', fields: { guestOrganization: 'names-somebody' } });
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, link.slug);
    if (!meeting) return refused({ code: 'not-found' });
    if (!isOpenForSignup({ ...meeting, closesAt: meeting.closes_at }, now))
      return refused({ code: 'closed' });
    const before = await tx
      .selectFrom('meeting_signup')
      .select(['id', 'status'])
      .where('meeting_slug', '=', link.slug)
      .where('member_id', 'is', null)
      .where('email', '=', email)
      .where('family_name', '=', checked.value)
      .executeTakeFirst();
    const token = newToken();
    // Sent twice, or again after the link was lost: the same person has one place. The new link goes to their own
    // address alone, so nobody takes over a place by knowing a name.
    if (before && before.status !== 'cancelled') return refused({ code: 'signed-up-already' });
    const person = {
      member_id: null,
      organization_id: null,
      guest_organization: named.texts.guestOrganization,
      family_name: checked.value,
      side: link.side,
      email,
      token_hash: hashToken(token),
      signed_up_by: null,
    };
    const { status } = await place(tx, meeting, person, { ...NOTHING_SAID, manner }, before?.id, now, token);
    return accepted({ token, status });
  });
}

interface Person {
  member_id: string | null;
  organization_id: string | null;
  guest_organization: AnonymizedText;
  family_name: AnonymizedText;
  side: MeetingSide;
  email: string | null;
  token_hash: string | null;
  signed_up_by: string | null;
}

/** Gives them a place, or one in the line of those who wait. The meeting must be locked. */
async function place(
  tx: Tx,
  meeting: { slug: string; capacity: number | null },
  person: Person,
  words: SignupWords,
  /** An earlier sign-up that was cancelled. */
  earlier: string | undefined,
  now: Date,
  token?: string,
): Promise<SignedUp> {
  const isFull = meeting.capacity !== null && (await countAttending(tx, meeting.slug)) >= meeting.capacity;
  const status: SignupStatus = isFull ? 'waiting' : 'attending';
  const id = earlier ?? newId();
  const { manner, years, programme } = words;
  const row = { ...person, status, manner, years, programme, signed_up_at: now.toISOString() };
  if (earlier)
    await tx
      .updateTable('meeting_signup')
      .set({ ...row, group_no: null, group_pinned: 0, group_reason: '' })
      .where('id', '=', earlier)
      .execute();
  else
    await tx
      .insertInto('meeting_signup')
      .values({ id, meeting_slug: meeting.slug, attended_at: null, group_no: null, ...row })
      .execute();
  await wish(tx, meeting.slug, id, words.wishes);
  await mailSignup(tx, status === 'attending' ? 'meeting-signed-up' : 'meeting-waiting', id, now, token);
  return { id, status };
}

async function say(
  tx: Tx,
  slug: string,
  id: string,
  { manner, years, programme, wishes }: SignupWords,
): Promise<void> {
  await tx.updateTable('meeting_signup').set({ manner, years, programme }).where('id', '=', id).execute();
  await wish(tx, slug, id, wishes);
}

/** Puts these wishes in the place of those before; a group that there is not, or that is named twice, is left out. */
async function wish(tx: Tx, slug: string, signupId: string, wishes: readonly number[]): Promise<void> {
  await tx.deleteFrom('meeting_wish').where('signup_id', '=', signupId).execute();
  if (wishes.length === 0) return;
  const groups = await tx.selectFrom('meeting_group').select('no').where('meeting_slug', '=', slug).execute();
  const known = new Set(groups.map(({ no }) => no));
  const wished = [...new Set(wishes)].filter((no) => known.has(no)).slice(0, 3);
  if (wished.length === 0) return;
  await tx
    .insertInto('meeting_wish')
    .values(wished.map((group_no, index) => ({ signup_id: signupId, rank: index + 1, group_no })))
    .execute();
}

/** Whose sign-up it is to change: a member's own or one that they made for a colleague, a guest's, or any for the desk. */
export type Holder =
  | { memberId: string; signupId: string }
  | { token: string }
  | { desk: true; signupId: string };

/** Changes what was said about the day. */
export async function changeSignup(
  db: Db,
  slug: string,
  holder: Holder,
  words: SignupWords,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, slug);
    const signup = meeting && (await find(tx, slug, holder));
    if (!meeting || !signup || signup.status === 'cancelled') return refused({ code: 'not-found' });
    if (!isOpenForSignup({ ...meeting, closesAt: meeting.closes_at }, now))
      return refused({ code: 'closed' });
    await say(tx, slug, signup.id, words);
    return accepted(null);
  });
}

/** Takes the place back, which whoever has waited longest gets. Possible until the meeting, after the deadline too. */
export async function cancelSignup(
  db: Db,
  slug: string,
  holder: Holder,
  now: Date,
): Promise<Outcome<{ movedUp: string[] }>> {
  return db.transaction().execute(async (tx) => {
    const meeting = await lockMeeting(tx, slug);
    const signup = meeting && (await find(tx, slug, holder));
    if (!meeting || !signup) return refused({ code: 'not-found' });
    if (signup.status === 'cancelled') return accepted({ movedUp: [] });
    if (!isOpenForSignup({ ...meeting, closesAt: null }, now)) return refused({ code: 'closed' });
    await tx
      .updateTable('meeting_signup')
      .set({ status: 'cancelled', group_no: null, group_pinned: 0, group_reason: '' })
      .where('id', '=', signup.id)
      .execute();
    await mailSignup(tx, 'meeting-left', signup.id, now);
    return accepted({ movedUp: await moveUp(tx, meeting, now) });
  });
}

async function find(tx: Tx, slug: string, holder: Holder) {
  const of = tx.selectFrom('meeting_signup').select(['id', 'status']).where('meeting_slug', '=', slug);
  if ('token' in holder) return of.where('token_hash', '=', hashToken(holder.token)).executeTakeFirst();
  if ('desk' in holder) return of.where('id', '=', holder.signupId).executeTakeFirst();
  return of
    .where('id', '=', holder.signupId)
    .where(({ eb, or }) =>
      or([eb('member_id', '=', holder.memberId), eb('signed_up_by', '=', holder.memberId)]),
    )
    .executeTakeFirst();
}
