import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readerOf } from '#app/domain/meetings/reader.ts';
import { readCorrections } from '#app/domain/reports/corrections.server.ts';
import { openReport } from '#app/http/find-report.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Changes } from '#app/ui/changes.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Moment } from '#app/ui/moment.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { partName } from '#app/ui/report/words.ts';
import { Section } from '#app/ui/section.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('開催報告の直し');

export async function loader(args: LoaderFunctionArgs) {
  const { report, meeting, viewer } = await openReport(args);
  return {
    slug: meeting.slug,
    name: meetingName(meeting),
    audience: report.audience,
    corrections: await readCorrections(args.context.db, readerOf(viewer?.role ?? 'visitor'), report),
    now: new Date().toISOString(),
  };
}

export default function ReportHistory() {
  const { slug, name, corrections, now } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: `${name} 開催報告`, href: `/meetings/${slug}/report` },
        ]}
      />
      <PageHead title="開催報告の直し" lead="公開したあとに直したところです。" />
      <p className="changes__key">
        <del>線を引いた字</del>は消したところ、<ins>下線の字</ins>は足したところです。
      </p>
      {corrections.map(({ version, at, purpose, changes }) => (
        <Section
          key={version}
          id={`version-${version}`}
          title={changes === null ? `${showDate(at)}に公開` : purpose}
          note={changes === null ? undefined : <Moment at={at} now={new Date(now)} />}
        >
          {changes?.map((part) => (
            <div key={partName(part.part)} className="mt16">
              <h3>{partName(part.part)}</h3>
              <Changes changes={part.changes} brief />
            </div>
          ))}
          {changes === null && <p className="quiet">残っている、いちばん前の文章です。</p>}
          {changes?.length === 0 && <p className="quiet">ここに出せる文章の直しはありません。</p>}
        </Section>
      ))}
    </>
  );
}
