import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkIn } from '#app/domain/meetings/attendance.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { openMeeting, requireMeeting } from '#app/http/find-meeting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('受付');

/** Where the QR code at the entrance leads. A link that is only looked at checks nobody in. */
export async function loader(args: LoaderFunctionArgs) {
  const { meeting, viewer } = await openMeeting(args);
  const code = new URL(args.request.url).searchParams.get('code') ?? '';
  return { meeting, code, familyName: viewer?.familyName ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request);
  const { meeting, viewer } = await requireMeeting(args, 'meeting.sign-up');
  const who = { memberId: viewer.id };
  const outcome = await checkIn(args.context.db, meeting.slug, form.text('code'), who, new Date());
  if (!outcome.ok)
    return data({ done: false, code: outcome.refusal.code }, { status: statusOf(outcome.refusal) });
  return data({ done: true, code: '' });
}

export default function Here() {
  const { meeting, code, familyName } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="narrow">
      <PageHead title="受付" dateline={meetingName(meeting)} />
      {result?.done && <Notice kind="ok" title={`${familyName}さん、受付が済みました`} />}
      {result && !result.done && (
        <Notice
          kind="error"
          title={
            result.code === 'not-found'
              ? '申し込みが見つかりません。受付の人に声をかけてください'
              : result.code === 'not-today'
                ? '受付は、会の当日にできます'
                : 'このQRコードは使えません。受付の人に声をかけてください'
          }
        />
      )}
      {!result?.done &&
        (familyName === null ? (
          <p>
            会員の方は
            <a href={`/login?to=${encodeURIComponent(`/meetings/${meeting.slug}/here?code=${code}`)}`}>
              ログイン
            </a>
            してください。ゲストの方は、申し込みのあとに届いたメールのリンクを開き、受付の合言葉を入れてください：
            <b>{code}</b>
          </p>
        ) : (
          <form method="post">
            <input type="hidden" name="code" value={code} />
            <button className="btn" type="submit">
              {familyName}として受付する
            </button>
          </form>
        ))}
    </div>
  );
}
