import type { Db, SignupManner, SignupStatus } from '#db/schema.ts';
import { hashToken } from '../ids.server.ts';

/** How somebody stands to a meeting. */
export interface OwnSignup {
  id: string;
  status: SignupStatus;
  manner: SignupManner;
  years: number | null;
  programme: string | null;
  /** Numbers of groups, first wish first. */
  wishes: number[];
  attended: boolean;
  /** Place in the line of those who wait, from 1; null for those who do not. */
  waitingAs: number | null;
}

/** A member's own sign-up, whatever became of it. */
export async function ownSignup(db: Db, slug: string, memberId: string): Promise<OwnSignup | undefined> {
  const row = await signups(db, slug).where('member_id', '=', memberId).executeTakeFirst();
  return row && complete(db, slug, row);
}

/** How a member stands to each meeting that they have signed up for, by its slug. */
export async function ownStandings(
  db: Db,
  memberId: string,
): Promise<Record<string, Exclude<SignupStatus, 'cancelled'>>> {
  const rows = await db
    .selectFrom('meeting_signup')
    .select(['meeting_slug as slug', 'status'])
    .where('member_id', '=', memberId)
    .execute();
  return Object.fromEntries(
    rows.flatMap(({ slug, status }) => (status === 'cancelled' ? [] : [[slug, status]])),
  );
}

/** A guest's sign-up, by the secret of their page. */
export async function guestSignup(
  db: Db,
  slug: string,
  token: string,
): Promise<(OwnSignup & { familyName: string; organization: string }) | undefined> {
  const row = await signups(db, slug)
    .select(['family_name as familyName', 'guest_organization as organization'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  if (!row) return undefined;
  const { familyName, organization } = row;
  return { ...(await complete(db, slug, row)), familyName, organization };
}

/** Colleagues whom a member has signed up and who have not been taken off. */
export async function signedUpBy(db: Db, slug: string, memberId: string) {
  return db
    .selectFrom('meeting_signup')
    .select(['id', 'family_name as familyName', 'status'])
    .where('meeting_slug', '=', slug)
    .where('signed_up_by', '=', memberId)
    .where('status', '!=', 'cancelled')
    .where(({ or, eb }) => or([eb('member_id', 'is', null), eb('member_id', '!=', memberId)]))
    .orderBy('signed_up_at')
    .execute();
}

/** Members of an organization who are not signed up: whom a colleague may sign up. */
export async function colleaguesToSignUp(db: Db, slug: string, by: { id: string; organizationId: string }) {
  return db
    .selectFrom('member')
    .select(['id', 'family_name as familyName'])
    .where('organization_id', '=', by.organizationId)
    .where('id', '!=', by.id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meeting_signup')
            .select('meeting_signup.id')
            .whereRef('meeting_signup.member_id', '=', 'member.id')
            .where('meeting_signup.meeting_slug', '=', slug)
            .where('meeting_signup.status', '!=', 'cancelled'),
        ),
      ),
    )
    .orderBy('family_name')
    .execute();
}

function signups(db: Db, slug: string) {
  return db
    .selectFrom('meeting_signup')
    .select(['id', 'status', 'manner', 'years', 'programme', 'attended_at', 'signed_up_at'])
    .where('meeting_slug', '=', slug);
}
type Row = Awaited<ReturnType<ReturnType<typeof signups>['executeTakeFirstOrThrow']>>;

async function complete(db: Db, slug: string, row: Row): Promise<OwnSignup> {
  const { id, status, manner, years, programme, attended_at, signed_up_at } = row;
  const wishes = await db
    .selectFrom('meeting_wish')
    .select('group_no as no')
    .where('signup_id', '=', id)
    .orderBy('rank')
    .execute();
  let waitingAs: number | null = null;
  if (status === 'waiting') {
    const { n } = await db
      .selectFrom('meeting_signup')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('meeting_slug', '=', slug)
      .where('status', '=', 'waiting')
      .where(({ or, and, eb }) =>
        or([
          eb('signed_up_at', '<', signed_up_at),
          and([eb('signed_up_at', '=', signed_up_at), eb('id', '<=', id)]),
        ]),
      )
      .executeTakeFirstOrThrow();
    waitingAs = Number(n);
  }
  return {
    id,
    status,
    manner,
    years,
    programme,
    wishes: wishes.map(({ no }) => no),
    attended: attended_at !== null,
    waitingAs,
  };
}
