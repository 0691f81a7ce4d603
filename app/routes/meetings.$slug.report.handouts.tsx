import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { lockFile } from '#app/domain/files/lock.server.ts';
import { reportState } from '#app/domain/reports/read-report.server.ts';
import { loadAttachments } from '#app/http/attachments.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { readLockForm } from '#app/http/lock-form.server.ts';
import { orBusy } from '#app/http/or-busy.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Attachments } from '#app/ui/files/attachments.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { LockForm } from '#app/ui/report/lock-form.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('配った資料');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting, viewer } = await requireMeeting(args, 'meeting.manage');
  const state = await reportState(args.context.db, meeting.slug);
  if (!state) return notFound();
  return {
    slug: meeting.slug,
    name: meetingName(meeting),
    attachments: await loadAttachments(args.context, `meeting-report:${state.id}`, viewer),
    locked: new URL(args.request.url).searchParams.has('locked'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const { meeting, viewer } = await requireMeeting(args, 'meeting.manage');
  const id = form.text('file');
  const outcome = await orBusy(lockFile(db, viewer, id, readLockForm(form), new Date()));
  if (outcome.ok) {
    nudge();
    throw redirect(`/meetings/${meeting.slug}/report/handouts?locked`);
  }
  if (outcome.refusal.code === 'not-found') return notFound();
  return data({ id, ...formTrouble(outcome.refusal) }, { status: statusOf(outcome.refusal) });
}

export default function ReportHandouts() {
  const { slug, name, attachments, locked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const place = `/meetings/${slug}/report`;
  const wrongOf = (id: string): Record<string, string> => (refused?.id === id ? refused.wrong : {});
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: name, href: `/meetings/${slug}` },
          { label: '開催報告を書く', href: `${place}/edit` },
        ]}
      />
      <PageHead
        title="配った資料"
        lead="報告を読める人が受け取れます。公開するまでは、事務局だけが見られます。"
      />
      {refused && (
        <ErrorSummary
          title="まだ変えていません"
          errors={refused.errors.map(({ field, message }) => ({ field: `${field}-${refused.id}`, message }))}
        />
      )}
      {locked && !refused && <Notice kind="ok" title="渡し方を変えました" />}
      <Attachments {...attachments} />
      {attachments.files.length > 0 && (
        <Section
          id="locks"
          title="渡し方"
          note="パスワードは、会の当日や案内のメールで伝えてください。パスワードのある資料の中身は、検索に出ません。"
        >
          {attachments.files.map((file) => (
            <LockForm key={file.id} action={`${place}/handouts`} {...file} wrong={wrongOf(file.id)} />
          ))}
        </Section>
      )}
      <p className="mt24">
        <a href={`${place}/preview`}>できあがりを見る</a>
      </p>
    </div>
  );
}
