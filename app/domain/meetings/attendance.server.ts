import type { Db, MeetingSide, SignupManner, SignupStatus, Tx } from '#db/schema.ts';
import { hashToken, newToken } from '../ids.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { countOrganizations, numberLine, type Participant } from './number-line.ts';
import { dayInTokyo } from './tokyo-day.ts';

/** A line of the attendance list. */
export interface Attendee {
  id: string;
  organization: string;
  familyName: string;
  side: MeetingSide;
  status: SignupStatus;
  manner: SignupManner;
  years: number | null;
  programme: string | null;
  groupNo: number | null;
  attendedAt: string | null;
  signedUpAt: string;
  /** What tells organizations apart. */
  organizationKey: string;
}

/** Who is signed up, by side and organization; those who wait come last, in their order. */
export async function attendees(db: Db, slug: string): Promise<Attendee[]> {
  const rows = await db
    .selectFrom('meeting_signup')
    .leftJoin('organization', 'organization.id', 'meeting_signup.organization_id')
    .select([
      'meeting_signup.id',
      'meeting_signup.family_name as familyName',
      'meeting_signup.side',
      'meeting_signup.status',
      'meeting_signup.manner',
      'meeting_signup.years',
      'meeting_signup.programme',
      'meeting_signup.group_no as groupNo',
      'meeting_signup.attended_at as attendedAt',
      'meeting_signup.signed_up_at as signedUpAt',
      'meeting_signup.organization_id',
      'meeting_signup.guest_organization',
      'organization.label',
    ])
    .where('meeting_slug', '=', slug)
    .where('status', '!=', 'cancelled')
    .orderBy('meeting_signup.signed_up_at')
    .orderBy('meeting_signup.id')
    .execute();
  const all = rows.map(({ organization_id, guest_organization, label, ...row }) => ({
    ...row,
    organization: label ?? guest_organization,
    organizationKey: organization_id ?? guest_organization,
  }));
  const having = all.filter(({ status }) => status === 'attending');
  const order = new Intl.Collator('ja');
  return [
    ...having.toSorted(
      (a, b) => order.compare(a.side, b.side) || order.compare(a.organization, b.organization),
    ),
    ...all.filter(({ status }) => status === 'waiting'),
  ];
}

/** How many of which side have a place, and how many came. */
export function attendanceFigures(all: readonly Attendee[]) {
  const people = all.filter(({ status }) => status === 'attending');
  const came: Participant[] = all.filter(({ attendedAt }) => attendedAt !== null);
  return {
    attending: people.length,
    organizations: countOrganizations(people),
    waiting: all.length - people.length,
    line: numberLine(people),
    came: came.length,
    cameLine: numberLine(came),
  };
}

/** Marks somebody as being there, or takes that back. */
export async function markAttended(
  db: Db,
  slug: string,
  signupId: string,
  attended: boolean,
  now: Date,
): Promise<Outcome<null>> {
  const { numUpdatedRows } = await db
    .updateTable('meeting_signup')
    .set({ attended_at: attended ? now.toISOString() : null })
    .where('id', '=', signupId)
    .where('meeting_slug', '=', slug)
    .where('status', '!=', 'cancelled')
    .executeTakeFirst();
  return numUpdatedRows === 1n ? accepted(null) : refused({ code: 'not-found' });
}

/** The secret that the QR code of a meeting's entrance holds; made when first asked for. */
export async function entranceCode(db: Db, slug: string): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('meeting_entrance')
      .values({ meeting_slug: slug, code: newToken() })
      .onConflict((conflict) => conflict.column('meeting_slug').doNothing())
      .execute();
    return (await codeOf(tx, slug)) as string;
  });
}

async function codeOf(tx: Tx | Db, slug: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('meeting_entrance')
    .select('code')
    .where('meeting_slug', '=', slug)
    .executeTakeFirst();
  return row?.code;
}

/**
 * Checks somebody in who has scanned the code at the entrance: a member, or a guest by the secret of their page.
 * Again changes nothing.
 */
export async function checkIn(
  db: Db,
  slug: string,
  code: string,
  who: { memberId: string } | { token: string },
  now: Date,
): Promise<Outcome<{ familyName: string }>> {
  if ((await codeOf(db, slug)) !== code) return refused({ code: 'expired' });
  const meeting = await db.selectFrom('meeting').select('day').where('slug', '=', slug).executeTakeFirst();
  if (meeting?.day !== dayInTokyo(now)) return refused({ code: 'not-today' });
  const signup = await db
    .selectFrom('meeting_signup')
    .select(['id', 'family_name as familyName', 'attended_at'])
    .where('meeting_slug', '=', slug)
    .where('status', '=', 'attending')
    .where((eb) =>
      'memberId' in who ? eb('member_id', '=', who.memberId) : eb('token_hash', '=', hashToken(who.token)),
    )
    .executeTakeFirst();
  if (!signup) return refused({ code: 'not-found' });
  if (signup.attended_at === null) await markAttended(db, slug, signup.id, true, now);
  return accepted({ familyName: signup.familyName });
}
