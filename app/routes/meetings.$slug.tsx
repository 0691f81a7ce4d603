import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findMeeting } from '#app/domain/meetings/meetings.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Mark } from '#app/ui/mark.tsx';
import { GroupList } from '#app/ui/meeting/group-list.tsx';
import { MeetingHead } from '#app/ui/meeting/meeting-head.tsx';
import { NumberLine } from '#app/ui/meeting/number-line.tsx';
import { meetingHeading, meetingInstants, meetingName } from '#app/ui/meeting/words.ts';
import { Section } from '#app/ui/section.tsx';
import { daysUntil } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  title(data ? meetingName(data.meeting) : '情報交換会');

/** Open to visitors, as announcements and reports are. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const meeting = await findMeeting(context.db, params.slug as string);
  if (!meeting) return notFound();
  return { meeting, past: daysUntil(meeting.day, new Date()) < 0 };
}

export default function Meeting() {
  const { meeting, past } = useLoaderData<typeof loader>();
  const { numbersLine, participants } = meeting;
  return (
    <>
      <Crumbs steps={[{ label: '情報交換会', href: '/meetings' }]} />
      <article>
        <MeetingHead
          {...meetingHeading(meeting)}
          {...meetingInstants(meeting)}
          state={
            past ? (
              <Mark kind="done" icon="done">
                開催しました
              </Mark>
            ) : (
              <Mark kind="talk" icon="clock">
                これから
              </Mark>
            )
          }
        />
        <div className="narrow">
          <Facts facts={[{ label: '場所', value: meeting.place }]} />
          {numbersLine !== null && participants !== null && (
            <Section id="numbers" title="参加">
              <NumberLine figure={participants} rest={numbersLine.replace(String(participants), '')} />
            </Section>
          )}
          {meeting.themes.length > 0 && (
            <Section id="themes" title={past ? '話したこと' : 'テーマ'}>
              <ul className="plainlist">
                {meeting.themes.map((theme) => (
                  <li key={theme}>{theme}</li>
                ))}
              </ul>
            </Section>
          )}
          {meeting.groups.length > 0 && (
            <Section id="groups" title="グループ" count={`${meeting.groups.length}つ`}>
              <GroupList groups={meeting.groups.map((group) => ({ ...group, facilitator: null }))} />
            </Section>
          )}
        </div>
      </article>
    </>
  );
}
