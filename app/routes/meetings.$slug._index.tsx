import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { advanceQuestions, votesOf } from '#app/domain/meetings/advance-questions.server.ts';
import { readOwnGroup } from '#app/domain/meetings/groups/own-group.server.ts';
import { wishedGroups } from '#app/domain/meetings/groups/wished-groups.server.ts';
import { markMeetingRead } from '#app/domain/meetings/meeting-notices.server.ts';
import { readerOf } from '#app/domain/meetings/reader.ts';
import { readSignupView } from '#app/domain/meetings/signup-view.server.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { findReport } from '#app/domain/reports/read-report.server.ts';
import { readMeetingSurveys } from '#app/domain/surveys/to-answer.server.ts';
import { calendarLinks } from '#app/http/calendar-links.ts';
import { openMeeting } from '#app/http/find-meeting.server.ts';
import { resultReader } from '#app/http/find-survey.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Columns } from '#app/ui/columns.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { AdvanceSection } from '#app/ui/meeting/advance-section.tsx';
import { GroupsSection } from '#app/ui/meeting/groups-section.tsx';
import { MeetingAside } from '#app/ui/meeting/meeting-aside.tsx';
import { MeetingHead } from '#app/ui/meeting/meeting-head.tsx';
import { NumbersSection } from '#app/ui/meeting/numbers-section.tsx';
import { OwnGroup } from '#app/ui/meeting/own-group.tsx';
import { SignupSection, type SignupView } from '#app/ui/meeting/signup-section.tsx';
import { MeetingState } from '#app/ui/meeting/state.tsx';
import { ThemesSection } from '#app/ui/meeting/themes-section.tsx';
import { meetingHeading, meetingInstants, meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { MeetingSurveys } from '#app/ui/survey/meeting-surveys.tsx';
import { daysUntil } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  title(data ? meetingName(data.meeting) : '情報交換会');

/** Open to visitors, as announcements and reports are. What each section shows is loaded by its own function. */
export async function loader(args: LoaderFunctionArgs) {
  const { meeting, viewer } = await openMeeting(args);
  const now = new Date();
  const { db, config } = args.context;
  const { day, slug } = meeting;
  const memberId = viewer?.id ?? null;
  if (viewer) await markMeetingRead(db, viewer.id, slug, now);
  const report = await findReport(db, readerOf(viewer?.role ?? 'visitor'), slug);
  return {
    hasReport: report !== undefined,
    signup: await readSignupView(db, meeting, memberId, now),
    // Members' words are for members.
    advance: viewer && {
      slug,
      questions: await advanceQuestions(db, slug),
      voted: await votesOf(db, slug, viewer.id),
      viewerId: viewer.id,
      isDesk: isAllowed(viewer.role, 'meeting.manage'),
    },
    calendar: day === null ? null : calendarLinks({ ...meeting, day }, config.origin),
    meeting,
    groups: await readOwnGroup(db, viewer, slug),
    wished: viewer ? await wishedGroups(db, slug) : [],
    surveys: await readMeetingSurveys(db, slug, viewer, resultReader(viewer), now),
    now: now.toISOString(),
    past: meeting.day !== null && daysUntil(meeting.day, now) < 0,
    manages: viewer !== null && isAllowed(viewer.role, 'meeting.manage'),
  };
}

export default function Meeting() {
  const { meeting, hasReport, groups, wished, past, manages, now, signup, advance, calendar, surveys } =
    useLoaderData<typeof loader>();
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
        {(mayStillSignUp(signup) || hasReport || manages) && (
          <p className="btns">
            {hasReport && (
              <a className="btn" href={`/meetings/${meeting.slug}/report`}>
                開催報告を読む
              </a>
            )}
            {mayStillSignUp(signup) && (
              <a className="btn" href={`/meetings/${meeting.slug}/sign-up`}>
                申し込む
              </a>
            )}
            {manages && (
              <a className="btn btn--line" href={`/meetings/${meeting.slug}/manage`}>
                この会の準備と記録
              </a>
            )}
          </p>
        )}
        {meeting.cancelReason && (
          <Notice kind="warn" title="この会は中止になりました">
            <p>{meeting.cancelReason}</p>
          </Notice>
        )}
        <Columns aside={<MeetingAside meeting={meeting} calendar={past ? null : calendar} />}>
          <NumbersSection {...meeting} />
          <MeetingSurveys {...surveys} />
          <ThemesSection themes={meeting.themes} past={past} />
          {meeting.status === 'planning' && (
            <p className="mt16">
              <a href={`/meetings/${meeting.slug}/dates`}>いつなら来られるかを答える</a>
            </p>
          )}
          <GroupsSection groups={meeting.groups} wished={wished} past={past} />
          {groups && meeting.groups.length > 0 && <OwnGroup slug={meeting.slug} own={groups.own} />}
          <SignupSection {...signup} />
          {advance && (
            <AdvanceSection {...advance}>
              <p className="mt16">
                <a href={`/meetings/${meeting.slug}/advance`}>事前質問を書く</a>
              </p>
            </AdvanceSection>
          )}
        </Columns>
      </article>
    </>
  );
}

/** The button above the text spares a phone the way down to the section. */
const mayStillSignUp = ({ open, isMember, own }: SignupView) =>
  open && isMember && (own === null || own.status === 'cancelled');
