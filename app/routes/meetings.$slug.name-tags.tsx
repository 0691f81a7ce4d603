import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { attendees } from '#app/domain/meetings/attendance.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { PrintButton } from '#app/ui/meeting/print-button.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('名札');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  const people = await attendees(args.context.db, meeting.slug);
  return { meeting, people: people.filter(({ status }) => status === 'attending') };
}

/** Ten on a sheet of A4, as labels are sold. */
export default function NameTags() {
  const { meeting, people } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="noprint">
        <Crumbs steps={[{ label: '申込者', href: `/meetings/${meeting.slug}/signups` }]} />
        <PageHead title="名札" lead="A4の用紙1枚に10人分を印刷します。" act={<PrintButton />} />
      </div>
      <ul className="nametags">
        {people.map(({ id, organization, familyName, groupNo }) => (
          <li key={id} className="nametag">
            <small>{meetingName(meeting)}</small>
            <span>{organization}</span>
            <b>{familyName}</b>
            {groupNo !== null && <small>グループ{groupNo}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
