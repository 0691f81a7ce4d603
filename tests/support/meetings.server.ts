import { newId } from '#app/domain/ids.server.ts';
import { NO_TEXT } from '#app/domain/posts/nothing.ts';
import type { Db, MeetingStatus } from '#db/schema.ts';
import { anonymous, type TestMember } from './builders.server.ts';

/** A meeting of the network, announced for a day unless it says otherwise. @returns its slug */
export async function meetingOf(
  db: Db,
  given: { slug?: string; status?: MeetingStatus; hostId?: string; day?: string } = {},
): Promise<string> {
  const { slug = 'koukan-7', status = 'announced', hostId = null, day = '2026-12-11' } = given;
  await db
    .insertInto('meeting')
    .values({
      slug,
      series: '情報交換会',
      number: 7,
      title: anonymous('第7回情報交換会'),
      day: status === 'planning' ? null : day,
      starts_at: null,
      ends_at: null,
      place: anonymous('オンライン'),
      themes: anonymous('[]'),
      status,
      host_organization_id: hostId,
    })
    .execute();
  return slug;
}

/** Groups 1, 2, … of a meeting, by their themes. */
export async function groupsFor(
  db: Db,
  slug: string,
  themes: readonly string[],
  given: { least?: number; most?: number; facilitator?: TestMember } = {},
): Promise<void> {
  const { least = 0, most = 10, facilitator } = given;
  for (const [index, theme] of themes.entries())
    await db
      .insertInto('meeting_group')
      .values({
        meeting_slug: slug,
        no: index + 1,
        theme: anonymous(theme),
        lead: NO_TEXT,
        text: NO_TEXT,
        least,
        most,
        facilitator_id: index === 0 ? (facilitator?.id ?? null) : null,
      })
      .execute();
}

/** Somebody who has a place in a meeting. @returns the id of the sign-up */
export async function placeFor(
  db: Db,
  slug: string,
  member: Pick<TestMember, 'id' | 'familyName' | 'organizationId'>,
  wishes: readonly number[] = [],
): Promise<string> {
  const id = newId();
  await db
    .insertInto('meeting_signup')
    .values({
      id,
      meeting_slug: slug,
      member_id: member.id,
      organization_id: member.organizationId,
      guest_organization: NO_TEXT,
      family_name: anonymous(member.familyName),
      side: 'organization',
      email: null,
      token_hash: null,
      status: 'attending',
      manner: 'own',
      years: 3,
      programme: null,
      signed_up_by: member.id,
      signed_up_at: new Date().toISOString(),
      attended_at: null,
      group_no: null,
    })
    .execute();
  for (const [index, group] of wishes.entries())
    await db
      .insertInto('meeting_wish')
      .values({ signup_id: id, rank: index + 1, group_no: group })
      .execute();
  return id;
}
