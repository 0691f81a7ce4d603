import { type AppLoadContext, data } from '@remix-run/node';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { mayOpenGroups } from '#app/domain/meetings/groups/may-open.server.ts';
import {
  findGrouped,
  type GroupedMeeting,
  type GroupFacts,
  groupsOf,
} from '#app/domain/meetings/groups/read-groups.server.ts';
import { notFound, requireMember } from './require-member.server.ts';

interface GroupPage {
  viewer: Viewer;
  slug: string;
  meeting: GroupedMeeting;
  group: GroupFacts;
}

/**
 * The group that an address names, for those who take part in the meeting and the desk.
 *
 * @param kept what a form brought along
 * @throws the way in for visitors, 404 for everybody else
 */
export async function groupFor(
  args: { request: Request; context: AppLoadContext; params: Record<string, string | undefined> },
  kept?: { body: string },
): Promise<GroupPage> {
  const viewer = await requireMember(args, 'meeting.take-part', kept);
  const { db } = args.context;
  const { slug = '', no = '' } = args.params;
  const meeting = await findGrouped(db, slug);
  const group = (await groupsOf(db, slug)).find((one) => String(one.no) === no);
  if (!meeting || !group || !(await mayOpenGroups(db, viewer, slug))) return notFound(kept);
  return { viewer, slug, meeting, group };
}

/** @throws 429 */
export function tooOften(): never {
  throw data({}, { status: 429 });
}
