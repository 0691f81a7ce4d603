import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForEdit, readReportConflict } from '#app/domain/reports/conflict.server.ts';
import { countedLine } from '#app/domain/reports/draft.server.ts';
import { reportState } from '#app/domain/reports/read-report.server.ts';
import { refusalOf, statusOf } from '#app/http/compose.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { takeReport, valuesOf } from '#app/http/report-form.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { RefusedFindings } from '#app/ui/composer/refused-findings.tsx';
import { numbered } from '#app/ui/composer/standing.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { ReportConflict } from '#app/ui/report/report-conflict.tsx';
import { ReportFields } from '#app/ui/report/report-fields.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('開催報告を書く');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  const { db } = args.context;
  const { version, form } = await readForEdit(db, meeting);
  const state = await reportState(db, meeting.slug);
  return {
    slug: meeting.slug,
    name: meetingName(meeting),
    groups: meeting.groups.map(({ no, theme }) => ({ no, theme })),
    counted: await countedLine(db, meeting),
    version,
    values: valuesOf(form),
    published: state?.publishedVersion !== null && state !== undefined,
    saved: new URL(args.request.url).searchParams.has('saved'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const form = await readForm(args.request);
  const { meeting, viewer } = await requireMeeting(args, 'meeting.manage');
  const { sent, outcome } = await takeReport(db, viewer, meeting, form);
  const place = `/meetings/${meeting.slug}/report`;
  if (outcome.ok) {
    throw redirect(form.text('intent') === 'preview' ? `${place}/preview` : `${place}/edit?saved`);
  }
  const { refusal } = outcome;
  if (refusal.code === 'changed-meanwhile') {
    const conflict = await readReportConflict(db, meeting, sent.begun, sent.form);
    const { merged, version, author, changed, conflicts } = conflict;
    return data(
      {
        values: valuesOf(merged),
        version,
        conflict: { author, changed, conflicts },
        found: null,
        ...formTrouble(null),
      },
      { status: 409 },
    );
  }
  return data(
    {
      values: valuesOf(sent.form),
      version: sent.begun,
      conflict: null,
      found: refusalOf({ refusal, composed: { raw: sent.raw } }),
      ...formTrouble(refusal),
    },
    { status: statusOf(refusal) },
  );
}

export default function EditReport() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { slug, name, groups, counted, published, saved } = facts;
  const values = refused?.values ?? facts.values;
  const version = refused?.version ?? facts.version;
  const found = refused?.found;
  const wrong: Record<string, string> = refused?.wrong ?? {};
  const place = `/meetings/${slug}/report`;
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: name, href: `/meetings/${slug}` },
          { label: '準備と記録', href: `/meetings/${slug}/manage` },
        ]}
      />
      <PageHead
        title="開催報告を書く"
        lead={
          version === 0
            ? '会の記録から下書きを作りました。直して保存すると、下書きとして残ります。'
            : published
              ? '保存しても、公開するまでは、読む人には前の文章が見えます。'
              : '公開するまでは、事務局だけが見られます。'
        }
      />
      {saved && !refused && <Notice kind="ok" title="下書きを保存しました" />}
      {refused?.conflict && <ReportConflict {...refused.conflict} />}
      {refused && refused.errors.length > 0 && (
        <ErrorSummary
          title="まだ保存していません"
          lead="書いた文章は下に残っています。サーバーには残していません。"
          errors={refused.errors}
        />
      )}
      <form method="post" action={`${place}/edit`}>
        <input type="hidden" name="version" value={version} />
        {found && found.findings.length > 0 && (
          <RefusedFindings
            submissionKey="report"
            as="h2"
            items={numbered(found.findings, found.decisions)}
            decisions={found.decisions}
            unfit={found.unfit}
            texts={values}
            noObjections
          >
            <button className="btn" type="submit">
              言い換えを当てて、保存する
            </button>
          </RefusedFindings>
        )}
        {found && found.findings.length > 0 && (
          <p className="small quiet mt16">
            名前ではないことばが名前とされたときは、
            <a href="/desk/anonymization/words">指摘しないことば</a>
            に加えると、指摘されなくなります。
          </p>
        )}
        <ReportFields values={values} wrong={wrong} groups={groups} counted={counted} />
        <div className="btns mt24">
          <button className="btn" type="submit" name="intent" value="preview">
            保存して、できあがりを見る
          </button>
          <button className="btn btn--line" type="submit" name="intent" value="save">
            下書きを保存する
          </button>
          <a className="btn btn--quiet" href={`/meetings/${slug}/manage`}>
            やめる
          </a>
        </div>
      </form>
      {version > 0 && (
        <p className="mt24">
          <a href={`${place}/handouts`}>配った資料を付ける</a>
        </p>
      )}
    </div>
  );
}
