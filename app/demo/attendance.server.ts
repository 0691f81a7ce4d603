import { newId } from '#app/domain/ids.server.ts';
import { sideOf } from '#app/domain/meetings/sides.ts';
import { checkFamilyName } from '#app/domain/members/family-name.server.ts';
import { NO_TEXT } from '#app/domain/posts/nothing.ts';
import attendanceFile from '#db/demo/attendance.json' with { type: 'json' };
import type { Db } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { DemoTextError } from './demo-text-error.ts';
import { organizationId } from './organization-id.ts';

/** Colleagues who have no account. */
const COLLEAGUES = ['井上', '岡田', '小川', '久保', '今井', '大西', '平野', '松田', '西田', '北村'];

const DAY = 24 * 60 * 60 * 1000;

/**
 * Who came to the invented meetings that are over: of each organization its members first, then colleagues. Signing up
 * the way of the site would write them letters about a day that is past.
 */
export async function addAttendance(db: Db): Promise<void> {
  const namesOf = familyNames(db);
  for (const { meeting, organizations } of attendanceFile.meetings) {
    const { day } = await db
      .selectFrom('meeting')
      .select('day')
      .where('slug', '=', meeting)
      .executeTakeFirstOrThrow();
    const came = new Date(`${day}T13:20:00+09:00`);
    for (const [no = 0, people = 0] of organizations)
      for (let one = 0; one < people; one += 1) await addPerson(db, { meeting, no, one, came, namesOf });
  }
}

interface Participant {
  meeting: string;
  /** Of the organization. */
  no: number;
  /** The first, second … of it, from 0. */
  one: number;
  came: Date;
  namesOf: (name: string) => Promise<AnonymizedText>;
}

async function addPerson(db: Db, { meeting, no, one, came, namesOf }: Participant): Promise<void> {
  const organization_id = organizationId(no);
  const { kind } = await db
    .selectFrom('organization')
    .select('kind')
    .where('id', '=', organization_id)
    .executeTakeFirstOrThrow();
  const member = await db
    .selectFrom('member')
    .select(['id', 'family_name as familyName'])
    .where('organization_id', '=', organization_id)
    .orderBy('joined_at')
    .offset(one)
    .limit(1)
    .executeTakeFirst();
  const colleague = COLLEAGUES[(no + one) % COLLEAGUES.length] ?? '';
  await db
    .insertInto('meeting_signup')
    .values({
      id: newId(),
      meeting_slug: meeting,
      member_id: member?.id ?? null,
      organization_id,
      guest_organization: NO_TEXT,
      family_name: await namesOf(member?.familyName ?? colleague),
      side: sideOf(kind),
      email: null,
      token_hash: null,
      status: 'attending',
      manner: 'own',
      years: null,
      programme: null,
      signed_up_by: null,
      signed_up_at: new Date(came.getTime() - (3 + (no % 20)) * DAY).toISOString(),
      attended_at: came.toISOString(),
      group_no: null,
    })
    .execute();
}

/** Checks each name once. */
function familyNames(db: Db): (name: string) => Promise<AnonymizedText> {
  const checked = new Map<string, AnonymizedText>();
  return async (name) => {
    const known = checked.get(name);
    if (known !== undefined) return known;
    const outcome = await checkFamilyName(db, name);
    if (!outcome.ok) throw new DemoTextError(name, outcome.refusal);
    checked.set(name, outcome.value);
    return outcome.value;
  };
}
