import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PASSWORD_LENGTH } from '#app/domain/login/password-length.ts';
import { setUpNetwork } from '#app/domain/network/set-up.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { orBusy } from '#app/http/or-busy.server.ts';
import { type ErrorFacts, notFound } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Letter } from '#app/ui/door/letter.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';

export const handle: RouteHandle = { place: 'login' };
export const meta: MetaFunction = () => title('ネットワークを始める');

const USED =
  'このリンクは、もう使えません。設定がまだのときは、サーバーを起動し直すと、新しいリンクが表示されます。設定が済んでいるときは、ログインしてください。';

/** Reachable only with the code that the terminal shows; without it there is no such page. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('code') ?? '';
  if (context.firstRun.matches(code)) return { code };
  return code === '' ? notFound() : used();
}

function used(): never {
  throw data({ reason: USED } satisfies ErrorFacts, { status: 404 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  if (!context.firstRun.matches(form.text('code'))) return used();
  const typed = {
    siteName: form.text('siteName'),
    networkName: form.text('networkName'),
    organizationName: form.text('organizationName'),
    familyName: form.text('familyName'),
    email: form.text('email'),
  };
  const made = await orBusy(
    setUpNetwork(context.db, { ...typed, password: form.text('password') }, new Date()),
  );
  if (!made.ok) return data({ typed, ...formTrouble(made.refusal) }, { status: statusOf(made.refusal) });
  context.firstRun.close();
  const session = await context.sessions.createSession(made.value, {});
  context.cookies.push(context.sessions.createSessionCookie(session.id).serialize());
  throw redirect('/desk');
}

export default function Setup() {
  const { code } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const wrong: Record<string, string> = failed?.wrong ?? {};
  const typed = failed?.typed;
  return (
    <Letter dateline="はじめの設定" title="ネットワークを始めます">
      <p className="mt8">サイトの名前と、事務局のアカウントを決めます。3分ほどで終わります。</p>
      <form method="post" className="mt24">
        {failed && <ErrorSummary title="まだ始まっていません" errors={failed.errors} />}
        <input type="hidden" name="code" value={code} />
        <TextField
          name="siteName"
          label="サイトの名前"
          required
          wrong={wrong.siteName}
          defaultValue={typed?.siteName ?? 'つながり'}
        />
        <TextField
          name="networkName"
          label="ネットワークの名前"
          help="サイトの名前の下に出ます。例：北海道 相談支援員のネットワーク"
          required
          wrong={wrong.networkName}
          defaultValue={typed?.networkName}
        />
        <TextField
          name="organizationName"
          label="事務局の機関名"
          required
          wrong={wrong.organizationName}
          autoComplete="organization"
          defaultValue={typed?.organizationName}
        />
        <TextField
          name="familyName"
          label="あなたの名字"
          help="会員は、機関名と名字で名のります。"
          required
          wrong={wrong.familyName}
          autoComplete="family-name"
          defaultValue={typed?.familyName}
        />
        <TextField
          name="email"
          type="email"
          label="メールアドレス"
          help="ログインに使います。"
          required
          wrong={wrong.email}
          autoComplete="username"
          defaultValue={typed?.email}
        />
        <TextField
          name="password"
          type="password"
          label="パスワード"
          help={`${PASSWORD_LENGTH.least}文字以上。短い文でもかまいません。`}
          required
          wrong={wrong.password}
          autoComplete="new-password"
        />
        <div className="btns mt24">
          <button className="btn btn--l btn--wide" type="submit">
            始める
          </button>
        </div>
      </form>
    </Letter>
  );
}
