import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { meetingName } from './name.ts';

/** Who held which meeting, and who may be next. */
export interface Baton {
  held: Array<{ slug: string; name: string; day: string; host: string }>;
  /** Organizations that offer to, first offered first. */
  offers: Array<{ id: string; label: string }>;
  /** Organizations that have held none yet, those first whose members came most often. */
  proposals: Array<{ id: string; label: string; came: number }>;
}

const SHOWN = 6;
const PROPOSED = 3;

/** 主催のバトン: an organization that has held one comes after those that have not. */
export async function readBaton(db: Db): Promise<Baton> {
  const held = await db
    .selectFrom('meeting')
    .innerJoin('organization', 'organization.id', 'meeting.host_organization_id')
    .select(['meeting.slug', 'meeting.series', 'meeting.number', 'meeting.title', 'meeting.day'])
    .select(['organization.label', 'organization.id as hostId'])
    .where('meeting.status', '=', 'announced')
    .where('meeting.audience', '=', 'everyone')
    .where('meeting.day', 'is not', null)
    .where('meeting.slug', 'not in', hiddenOf(db, 'meeting'))
    .orderBy('meeting.day', 'desc')
    .execute();
  const offers = await db
    .selectFrom('meeting_host_offer')
    .innerJoin('organization', 'organization.id', 'meeting_host_offer.organization_id')
    .select(['organization.id', 'organization.label'])
    .orderBy('offered_at')
    .execute();
  const hosts = new Set(held.map(({ hostId }) => hostId));
  const came = await db
    .selectFrom('meeting_signup')
    .innerJoin('organization', 'organization.id', 'meeting_signup.organization_id')
    .select(['organization.id', 'organization.label'])
    .select(({ fn }) => fn.countAll<number>().as('came'))
    .where('meeting_signup.status', '=', 'attending')
    .groupBy(['organization.id', 'organization.label'])
    .execute();
  const proposals = came
    .filter(({ id }) => !hosts.has(id) && !offers.some((offer) => offer.id === id))
    .map(({ id, label, came: n }) => ({ id, label, came: Number(n) }))
    .toSorted((a, b) => b.came - a.came || (a.id < b.id ? -1 : 1));
  return {
    held: held.slice(0, SHOWN).map(({ label, day, ...meeting }) => ({
      slug: meeting.slug,
      name: meetingName(meeting),
      day: day as string,
      host: label,
    })),
    offers,
    proposals: proposals.slice(0, PROPOSED),
  };
}

/** A member offers that their organization holds the next meeting, or takes that back. */
export async function offerToHost(
  db: Db,
  member: { id: string; organizationId: string },
  offers: boolean,
  now: Date,
): Promise<void> {
  if (!offers) {
    await db.deleteFrom('meeting_host_offer').where('organization_id', '=', member.organizationId).execute();
    return;
  }
  await db
    .insertInto('meeting_host_offer')
    .values({ organization_id: member.organizationId, offered_by: member.id, offered_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('organization_id').doNothing())
    .execute();
}

/** The number that comes next in a series. */
export async function nextNumber(db: Db, series: string): Promise<number> {
  const row = await db
    .selectFrom('meeting')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('series', '=', series)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
