import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { attendanceFigures, attendees } from '#app/domain/meetings/attendance.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { AttendeeTable } from '#app/ui/meeting/attendee-table.tsx';
import { PrintButton } from '#app/ui/meeting/print-button.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('参加者名簿');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  const people = await attendees(args.context.db, meeting.slug);
  return { meeting, people, line: attendanceFigures(people).line };
}

/** For paper: the list that lies at the reception. */
export default function Roster() {
  const { meeting, people, line } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs steps={[{ label: '申込者', href: `/meetings/${meeting.slug}/signups` }]} />
      <PageHead title={`${meetingName(meeting)} 参加者名簿`} lead={line} act={<PrintButton />} />
      <AttendeeTable people={people} />
    </>
  );
}
