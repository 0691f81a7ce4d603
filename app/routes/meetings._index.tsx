import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { comingMeetings, pastMeetings } from '#app/domain/meetings/meetings.server.ts';
import { readerOf } from '#app/domain/meetings/reader.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { BigDate } from '#app/ui/big-date.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { meetingInstants, meetingName, reportNote } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { Section } from '#app/ui/section.tsx';
import { tokyoDay } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('情報交換会');

const MOST = 100;

/** Open to visitors: announcements and reports are public. */
export async function loader({ context }: LoaderFunctionArgs) {
  const today = tokyoDay(new Date());
  const reader = readerOf((await context.viewer())?.role ?? 'visitor');
  return {
    coming: await comingMeetings(context.db, reader, today, MOST),
    past: await pastMeetings(context.db, reader, today, MOST),
  };
}

export default function Meetings() {
  const { coming, past } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="情報交換会"
        lead="機関をこえて集まり、困っていることと、うまくいったことを分け合う会です。"
      />
      <Section id="coming" title="これから" count={`${coming.length}件`}>
        {coming.length === 0 && (
          <Empty icon="meeting" title="決まっている会はありません">
            案内と開催報告をここに載せる準備をしています。それまでは、事務局からの知らせをご覧ください。
          </Empty>
        )}
        {coming.map((meeting) => (
          <article key={meeting.slug}>
            <BigDate {...meetingInstants(meeting)} />
            <h3 className="mt8">
              <a href={`/meetings/${meeting.slug}`}>{meetingName(meeting)}</a>
            </h3>
            <p className="small quiet">{meeting.place}</p>
          </article>
        ))}
      </Section>
      <Section id="past" title="開催報告" count={`${past.length}件`}>
        <PlainList
          items={past.map((meeting) => ({
            href: `/meetings/${meeting.slug}`,
            title: meetingName(meeting),
            note: reportNote(meeting),
          }))}
        />
      </Section>
    </>
  );
}
