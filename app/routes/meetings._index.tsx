import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { figuresArePublic } from '#app/domain/meeting-figures/meeting-figures.server.ts';
import { offerToHost, readBaton } from '#app/domain/meetings/baton.server.ts';
import { datesAsked } from '#app/domain/meetings/dates/read-dates.server.ts';
import { comingMeetings, meetingsBetween, pastMeetings } from '#app/domain/meetings/meetings.server.ts';
import { ownStandings } from '#app/domain/meetings/own-signup.server.ts';
import { readerOf } from '#app/domain/meetings/reader.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { newestReports } from '#app/domain/reports/read-report.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { BigDate } from '#app/ui/big-date.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { AskingDates } from '#app/ui/meeting/asking-dates.tsx';
import { BatonSection } from '#app/ui/meeting/baton-section.tsx';
import { Month } from '#app/ui/meeting/month.tsx';
import { MeetingState } from '#app/ui/meeting/state.tsx';
import { meetingInstants, meetingName, reportNote } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { Section } from '#app/ui/section.tsx';
import { tokyoDay } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('情報交換会');

const MOST = 100;
const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** Open to visitors: announcements and reports are public. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const now = new Date();
  const today = tokyoDay(now);
  const viewer = await context.viewer();
  const reader = readerOf(viewer?.role ?? 'visitor');
  const { db } = context;
  const asked = new URL(request.url).searchParams.get('month');
  const reports = await newestReports(db, reader, MOST);
  const reported = new Set(reports.map(({ slug }) => slug));
  const past = await pastMeetings(db, reader, today, MOST);
  const month = asked === null ? null : MONTH.test(asked) ? asked : today.slice(0, 7);
  return {
    now: now.toISOString(),
    asked: viewer ? await datesAsked(db, viewer) : [],
    today,
    month: month && { month, meetings: await meetingsBetween(db, reader, `${month}-01`, `${month}-31`) },
    coming: await comingMeetings(db, reader, today, MOST),
    reports,
    // What has a report is found there.
    past: past.filter(({ slug }) => !reported.has(slug)),
    baton: await readBaton(db),
    figures: await figuresArePublic(db),
    standings: viewer ? await ownStandings(db, viewer.id) : {},
    own: viewer && { organizationId: viewer.organizationId, organization: viewer.organization },
    manages: viewer !== null && isAllowed(viewer.role, 'meeting.manage'),
  };
}

/** An organization offers to hold the next meeting, or takes that back. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'meeting.sign-up');
  const form = await readForm(args.request);
  await offerToHost(args.context.db, viewer, form.text('intent') === 'offer', new Date());
  throw redirect('/meetings#baton');
}

export default function Meetings() {
  const { now, today, asked, month, coming, reports, past, baton, figures, standings, own, manages } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="情報交換会"
        lead="機関をこえて集まり、困っていることと、うまくいったことを分け合う会です。"
        act={
          manages ? (
            <a className="btn" href="/meetings/new">
              会を案内する
            </a>
          ) : undefined
        }
      />
      {asked.length > 0 && (
        <Section id="asked" title="日程をきいています" count={`${asked.length}件`}>
          <AskingDates meetings={asked} />
        </Section>
      )}
      <p className="btns mt24">
        {month ? (
          <a className="btn btn--line" href="/meetings">
            一覧で見る
          </a>
        ) : (
          <a className="btn btn--line" href={`/meetings?month=${today.slice(0, 7)}`}>
            月ごとに見る
          </a>
        )}
        {own && (
          <a className="btn btn--line" href="/settings/calendar">
            予定表に入れる
          </a>
        )}
        {own && (
          <a className="btn btn--line" href="/surveys">
            アンケート
          </a>
        )}
        {(figures || manages) && (
          <a className="btn btn--line" href="/figures">
            参加のうつりかわり
          </a>
        )}
      </p>
      {month ? (
        <Section id="month" title={`${month.month.slice(0, 4)}年${Number(month.month.slice(5))}月`}>
          <p className="btns">
            <a className="btn btn--quiet" href={`/meetings?month=${monthAfter(month.month, -1)}`}>
              前の月
            </a>
            <a className="btn btn--quiet" href={`/meetings?month=${monthAfter(month.month, 1)}`}>
              次の月
            </a>
          </p>
          {month.meetings.length === 0 && <p>この月に会はありません。</p>}
          <Month month={month.month} today={today} meetings={month.meetings} />
        </Section>
      ) : (
        <>
          <Section id="coming" title="これから" count={`${coming.length}件`}>
            {coming.length === 0 && (
              <Empty icon="meeting" title="決まっている会はありません">
                案内と開催報告をここに載せる準備をしています。それまでは、事務局からの知らせをご覧ください。
              </Empty>
            )}
            {coming.map((meeting) => (
              <article key={meeting.slug}>
                <BigDate {...meetingInstants(meeting)} />
                <p className="q__meta">
                  <MeetingState {...meeting} now={new Date(now)} />
                </p>
                <h3 className="mt8">
                  <a href={`/meetings/${meeting.slug}`}>{meetingName(meeting)}</a>
                </h3>
                <p className="small quiet">{meeting.place}</p>
                {own && meeting.status === 'announced' && (
                  <p className="mt8">
                    <SignUpLink meeting={meeting} standing={standings[meeting.slug]} />
                  </p>
                )}
              </article>
            ))}
          </Section>
          {reports.length > 0 && (
            <Section id="reports" title="開催報告" count={`${reports.length}件`}>
              <PlainList
                items={reports.map((report) => ({
                  href: `/meetings/${report.slug}/report`,
                  title: meetingName(report),
                  note: reportNote(report),
                }))}
              />
            </Section>
          )}
          {past.length > 0 && (
            <Section id="past" title="これまでの会" count={`${past.length}件`}>
              <PlainList
                items={past.map((meeting) => ({
                  href: `/meetings/${meeting.slug}`,
                  title: meetingName(meeting),
                  note: reportNote(meeting),
                }))}
              />
            </Section>
          )}
          <BatonSection {...baton} own={own} />
        </>
      )}
    </>
  );
}

/** @param by months, 1 or -1 */
function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Leads whoever has signed up to what they have said, and the others to the form. */
function SignUpLink({ meeting, standing }: SignUpLinkProps) {
  const place = `/meetings/${meeting.slug}`;
  const label =
    standing === undefined
      ? '申し込む'
      : standing === 'waiting'
        ? '空きを待っています'
        : '申し込み済み：内容を見る';
  return (
    <a className="btn btn--line" href={standing === undefined ? `${place}/sign-up` : place}>
      {label}
      <span className="vh">（{meetingName(meeting)}）</span>
    </a>
  );
}

type SignUpLinkProps = {
  meeting: Parameters<typeof meetingName>[0] & { slug: string };
  standing: 'attending' | 'waiting' | undefined;
};
