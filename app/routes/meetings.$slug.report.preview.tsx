import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { publishReport, withdrawReport } from '#app/domain/reports/publish-report.server.ts';
import { readEdition, reportState } from '#app/domain/reports/read-report.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { reportFacts } from '#app/http/report-page.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { meetingHeading, meetingInstants, meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PublishForm } from '#app/ui/report/publish-form.tsx';
import { ReportArticle } from '#app/ui/report/report-article.tsx';
import { ReportAside } from '#app/ui/report/report-aside.tsx';
import { ReportState } from '#app/ui/report/report-state.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('開催報告のできあがり');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting, viewer } = await requireMeeting(args, 'meeting.manage');
  const { db } = args.context;
  const state = await reportState(db, meeting.slug);
  const edition = state && (await readEdition(db, state.id, state.version));
  if (!state || !edition) throw redirect(`/meetings/${meeting.slug}/report/edit`);
  return {
    meeting,
    state,
    facts: await reportFacts(args.context, meeting, edition, viewer),
    done: new URL(args.request.url).searchParams.get('done'),
    now: new Date().toISOString(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const { meeting, viewer } = await requireMeeting(args, 'meeting.manage');
  const { slug } = meeting;
  const now = new Date();
  const withdraws = form.text('intent') === 'withdraw';
  const audience = form.text('audience') === 'everyone' ? ('everyone' as const) : ('members' as const);
  const correction = form.text('correction');
  const publishing = { version: Number(form.text('version')), audience, correction };
  const outcome = withdraws
    ? await withdrawReport(db, viewer.id, slug, now)
    : await publishReport(db, viewer, slug, publishing, now);
  if (outcome.ok) {
    nudge();
    throw redirect(`/meetings/${slug}/report/preview?done=${withdraws ? 'withdrawn' : 'published'}`);
  }
  const { refusal } = outcome;
  if (refusal.code === 'not-found') return notFound();
  return data(
    { audience, correction, changed: refusal.code === 'changed-meanwhile', ...formTrouble(refusal) },
    { status: statusOf(refusal) },
  );
}

export default function PreviewReport() {
  const { meeting, state, facts, done, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { slug, day } = meeting;
  const instants = day === null ? { startsAt: null, endsAt: null } : meetingInstants({ ...meeting, day });
  const wrong: Record<string, string> = refused?.wrong ?? {};
  return (
    <>
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: meetingName(meeting), href: `/meetings/${slug}` },
          { label: '開催報告を書く', href: `/meetings/${slug}/report/edit` },
        ]}
      />
      {refused?.changed ? (
        <Notice kind="warn" title="見ているあいだに、ほかの人が先に直しました">
          <p>まだ公開していません。下が、いまの文章です。読み直して、よければもう一度公開してください。</p>
        </Notice>
      ) : (
        refused && <ErrorSummary title="まだ公開していません" errors={refused.errors} />
      )}
      {!refused && done === 'published' && (
        <Notice kind="ok" title="公開しました">
          <p>
            <a href={`/meetings/${slug}/report`}>公開した報告を見る</a>
          </p>
        </Notice>
      )}
      {!refused && done === 'withdrawn' && (
        <Notice kind="ok" title="公開をやめました">
          <p>下書きとして残っています。</p>
        </Notice>
      )}
      {state.hidden && (
        <Notice kind="warn" title="この報告は、いま隠れています">
          <p>
            匿名化チェックで隠したので、公開しても見えません。
            <a href="/desk/anonymization/hits">「隠しているもの」</a>から、また見せられます。
          </p>
        </Notice>
      )}
      <PublishForm
        slug={slug}
        {...state}
        audience={refused?.audience ?? state.audience}
        correction={refused?.correction ?? ''}
        wrong={wrong.correction}
      />
      <div className="mt24">
        <ReportArticle
          heading={meetingHeading(meeting)}
          {...instants}
          state={<ReportState slug={slug} {...state} now={new Date(now)} />}
          {...facts}
          aside={
            <ReportAside
              place={meeting.place}
              host={meeting.host}
              notes={facts.notes}
              others={facts.others}
            />
          }
        />
      </div>
    </>
  );
}
