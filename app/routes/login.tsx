import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { logIn } from '#app/domain/login/log-in.server.ts';
import { comingMeetings } from '#app/domain/meetings/meetings.server.ts';
import { isEmptyNetwork } from '#app/domain/network/set-up.server.ts';
import { countOrganizations } from '#app/domain/organizations/list.server.ts';
import { newestReports } from '#app/domain/reports/read-report.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { orBusy } from '#app/http/or-busy.server.ts';
import { ownPath } from '#app/http/own-path.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { BigDate } from '#app/ui/big-date.tsx';
import { Check } from '#app/ui/check.tsx';
import { TextField } from '#app/ui/field.tsx';
import { meetingInstants, meetingName, reportNote } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { Section } from '#app/ui/section.tsx';
import { showClock, tokyoDay } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'login' };
export const meta: MetaFunction = () => title('ログイン');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context;
  const { searchParams } = new URL(request.url);
  const to = ownPath(searchParams.get('to'));
  if (await context.viewer()) throw redirect(to);
  const today = tokyoDay(new Date());
  const coming = await comingMeetings(db, 'everyone', today, 5);
  const next = coming.find(({ status }) => status === 'announced');
  return {
    to,
    changed: searchParams.has('changed'),
    days: context.config.sessionDays,
    empty: await isEmptyNetwork(db),
    organizations: await countOrganizations(db),
    next: next ?? null,
    reports: await newestReports(db, 'everyone', 3),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const email = form.text('email');
  const credentials = { email, password: form.text('password'), address: context.address };
  const result = await orBusy(logIn(context.db, credentials, new Date()));
  if (result.kind === 'member') {
    const session = await context.sessions.createSession(result.memberId, {});
    const cookie = context.sessions.createSessionCookie(session.id);
    // On a shared computer the login ends with the browser.
    if (form.text('stay') === '') {
      delete cookie.attributes.maxAge;
      delete cookie.attributes.expires;
    }
    context.cookies.push(cookie.serialize());
    throw redirect(ownPath(form.text('to')));
  }
  if (result.kind === 'wait') return data({ email, wait: result.until.toISOString() }, { status: 429 });
  return data({ email, wait: null }, { status: 401 });
}

export default function Login() {
  const { to, changed, days, empty, organizations, next, reports } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="door">
      <section aria-labelledby="login-title">
        <h1 id="login-title">ログイン</h1>
        {empty && (
          <Notice kind="info" title="まだ準備中です">
            <p>サーバーの画面に出ているリンクから、事務局の方がネットワークを始めてください。</p>
          </Notice>
        )}
        {changed && !failed && (
          <div className="mt16">
            <Notice kind="ok" title="新しいパスワードにしました">
              <p>ほかの端末では、ログアウトしました。新しいパスワードでログインしてください。</p>
            </Notice>
          </div>
        )}
        <form method="post" className="sheet mt24">
          {failed && (
            <Notice kind="error" title="ログインできませんでした">
              <p>
                {failed.wait
                  ? `続けてまちがえたので、少しお休みしています。${showClock(failed.wait)}をすぎてから、もう一度お試しください。`
                  : 'メールアドレスかパスワードがちがいます。大文字と小文字、全角になっていないかを確かめてください。'}
              </p>
            </Notice>
          )}
          <input type="hidden" name="to" value={to} />
          <TextField
            name="email"
            type="email"
            label="メールアドレス"
            autoComplete="username"
            defaultValue={failed?.email}
          />
          <TextField name="password" type="password" label="パスワード" autoComplete="current-password" />
          <div className="mt8">
            <Check
              name="stay"
              value="1"
              label={`この端末では、${days}日のあいだログインしたままにする`}
              note="共用のパソコンでは、外してください"
            />
          </div>
          <div className="btns mt24">
            <button className="btn btn--wide" type="submit">
              ログイン
            </button>
          </div>
        </form>
        <p className="small quiet mt24">
          会員になるには、事務局からの招待がいります。パスワードを忘れたときも、事務局にお知らせください。困りごとを相談したい方は、お住まいの町の自立相談支援の窓口へご連絡ください。
        </p>
      </section>
      <div>
        <Section id="about" title="つながりについて">
          <p className="prose">
            生活に困っている人を支える相談員が、たがいに聞き、たがいに答える場所です。
            {organizations > 1 && `${organizations}の機関が入っています。`}
          </p>
        </Section>
        {next && (
          <Section id="next" title={`次の${next.series}`}>
            <BigDate {...meetingInstants(next)} />
            <p className="mt8">
              <a href={`/meetings/${next.slug}`}>{meetingName(next)}</a>
            </p>
          </Section>
        )}
        {reports.length > 0 && (
          <Section id="reports" title="開催報告" link={{ href: '/meetings', label: 'すべて' }}>
            <PlainList
              items={reports.map((meeting) => ({
                href: `/meetings/${meeting.slug}/report`,
                title: meetingName(meeting),
                note: reportNote(meeting),
              }))}
            />
          </Section>
        )}
      </div>
    </div>
  );
}
