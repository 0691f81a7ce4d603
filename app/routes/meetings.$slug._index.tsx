import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAllowed } from '#app/domain/permissions.ts';
import { openMeeting } from '#app/http/find-meeting.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { GroupsSection } from '#app/ui/meeting/groups-section.tsx';
import { MeetingFacts } from '#app/ui/meeting/meeting-facts.tsx';
import { MeetingHead } from '#app/ui/meeting/meeting-head.tsx';
import { NumbersSection } from '#app/ui/meeting/numbers-section.tsx';
import { MeetingState } from '#app/ui/meeting/state.tsx';
import { ThemesSection } from '#app/ui/meeting/themes-section.tsx';
import { meetingHeading, meetingInstants, meetingName } from '#app/ui/meeting/words.ts';
import { daysUntil } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  title(data ? meetingName(data.meeting) : '情報交換会');

/** Open to visitors, as announcements and reports are. What each section shows is loaded by its own function. */
export async function loader(args: LoaderFunctionArgs) {
  const { meeting, viewer } = await openMeeting(args);
  const now = new Date();
  return {
    meeting,
    now: now.toISOString(),
    past: meeting.day !== null && daysUntil(meeting.day, now) < 0,
    manages: viewer !== null && isAllowed(viewer.role, 'meeting.manage'),
  };
}

export default function Meeting() {
  const { meeting, past, manages, now } = useLoaderData<typeof loader>();
  const { day } = meeting;
  const instants = day === null ? { startsAt: null, endsAt: null } : meetingInstants({ ...meeting, day });
  return (
    <>
      <Crumbs steps={[{ label: '情報交換会', href: '/meetings' }]} />
      <article>
        <MeetingHead
          {...meetingHeading(meeting)}
          {...instants}
          state={<MeetingState {...meeting} now={new Date(now)} />}
          lead={meeting.lead || undefined}
        />
        {manages && (
          <p className="mt16">
            <a href={`/meetings/${meeting.slug}/manage`}>この会の準備と記録</a>
          </p>
        )}
        <div className="narrow">
          <MeetingFacts meeting={meeting} />
          <NumbersSection {...meeting} />
          <ThemesSection themes={meeting.themes} past={past} />
          <GroupsSection groups={meeting.groups} />
        </div>
      </article>
    </>
  );
}
