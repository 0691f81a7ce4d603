import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAllowed } from '#app/domain/permissions.ts';
import { openReport } from '#app/http/find-report.server.ts';
import { reportFacts } from '#app/http/report-page.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { meetingHeading, meetingInstants, meetingName } from '#app/ui/meeting/words.ts';
import { openGraph } from '#app/ui/report/open-graph.ts';
import { ReportArticle } from '#app/ui/report/report-article.tsx';
import { ReportAside } from '#app/ui/report/report-aside.tsx';
import { ReportState } from '#app/ui/report/report-state.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return title('開催報告');
  const name = `${meetingName(data.meeting)} 開催報告`;
  const tags = data.audience === 'everyone' ? openGraph({ title: name, ...data.shared }) : [];
  return [...title(name), ...tags];
};

/** Open to visitors where it was published to everybody. */
export async function loader(args: LoaderFunctionArgs) {
  const { report, meeting, viewer } = await openReport(args);
  const { config } = args.context;
  return {
    meeting,
    audience: report.audience,
    publishedAt: report.publishedAt,
    correctedAt: report.correctedAt,
    facts: await reportFacts(args.context, meeting, report, viewer),
    shared: {
      description: report.lead || report.numbersLine,
      url: `${config.origin}/meetings/${meeting.slug}/report`,
      picture: `${config.origin}/report.png`,
    },
    mayOpenMeeting: viewer !== null || (meeting.audience === 'everyone' && meeting.status !== 'planning'),
    manages: viewer !== null && isAllowed(viewer.role, 'meeting.manage'),
    now: new Date().toISOString(),
  };
}

export default function Report() {
  const { meeting, audience, publishedAt, correctedAt, facts, mayOpenMeeting, manages, now } =
    useLoaderData<typeof loader>();
  const { slug, day } = meeting;
  const instants = day === null ? { startsAt: null, endsAt: null } : meetingInstants({ ...meeting, day });
  return (
    <>
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          ...(mayOpenMeeting ? [{ label: meetingName(meeting), href: `/meetings/${slug}` }] : []),
          { label: '開催報告' },
        ]}
      />
      {manages && (
        <p className="noprint">
          <a href={`/meetings/${slug}/report/edit`}>この報告を直す</a>
        </p>
      )}
      <ReportArticle
        heading={meetingHeading(meeting)}
        {...instants}
        state={<ReportState {...{ slug, audience, publishedAt, correctedAt }} now={new Date(now)} />}
        {...facts}
        aside={
          <ReportAside place={meeting.place} host={meeting.host} notes={facts.notes} others={facts.others} />
        }
      />
    </>
  );
}
