import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cancelMeeting } from '#app/domain/meetings/cancel-meeting.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { TextArea } from '#app/ui/field.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('会を中止する');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  return { meeting };
}

export async function action(args: ActionFunctionArgs) {
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const { meeting, viewer } = await requireMeeting(args, 'meeting.manage');
  const reason = form.text('cancelReason');
  const outcome = await cancelMeeting(db, viewer, meeting.slug, reason, new Date());
  if (!outcome.ok)
    return data({ reason, ...formTrouble(outcome.refusal) }, { status: statusOf(outcome.refusal) });
  nudge();
  throw redirect(`/meetings/${meeting.slug}`);
}

export default function CancelMeeting() {
  const { meeting } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: meetingName(meeting), href: `/meetings/${meeting.slug}/manage` }]} />
      <PageHead
        title="会を中止する"
        lead="申し込んだ方にメールで知らせ、予定表からも消えます。元にはもどせません。"
      />
      <form method="post">
        <TextArea
          name="cancelReason"
          label="中止の理由"
          required
          rows={3}
          wrong={result?.wrong.cancelReason}
          defaultValue={result?.reason}
        />
        <div className="btns mt24">
          <button className="btn btn--danger" type="submit">
            この会を中止する
          </button>
        </div>
      </form>
    </div>
  );
}
