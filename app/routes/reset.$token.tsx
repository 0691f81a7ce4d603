import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PASSWORD_LENGTH } from '#app/domain/login/password-length.ts';
import { findReset, resetPassword } from '#app/domain/login/reset-password.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { orBusy } from '#app/http/or-busy.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Letter } from '#app/ui/door/letter.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'login' };
export const meta: MetaFunction = () => title('新しいパスワード');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const reset = await findReset(context.db, params.token as string, new Date());
  if (!reset) return data({ reset: null }, { status: 410 });
  const { organization, familyName, expiresAt } = reset;
  return data({ reset: { organization, familyName, expiresAt } });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const outcome = await orBusy(
    resetPassword(context.db, params.token as string, form.text('password'), new Date()),
  );
  if (outcome.ok) throw redirect('/login?changed=1', 303);
  return data(formTrouble(outcome.refusal), { status: statusOf(outcome.refusal) });
}

export default function Reset() {
  const { reset } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (!reset) {
    return (
      <Letter dateline="パスワード" title="このリンクは、もう使えません">
        <p className="mt8">期限がすぎたか、もう使われました。事務局に、新しいリンクを頼んでください。</p>
      </Letter>
    );
  }
  return (
    <Letter
      dateline="パスワード"
      title={`${reset.familyName}さんの新しいパスワード`}
      postscript="お心あたりがないときは、何もせずに閉じてください。このページを開いただけでは、何も起きません。"
    >
      <p className="mt8">
        {reset.organization}の{reset.familyName}さんのパスワードを決め直します。
        {showDate(new Date(reset.expiresAt))}まで、一回だけ使えます。
      </p>
      <form method="post" className="mt24">
        {result && <ErrorSummary title="まだ変わっていません" errors={result.errors} />}
        <TextField
          name="password"
          type="password"
          label="新しいパスワード"
          help={`${PASSWORD_LENGTH.least}文字以上。短い文でもかまいません。`}
          required
          wrong={result?.wrong.password}
          autoComplete="new-password"
        />
        <div className="btns mt24">
          <button className="btn btn--l btn--wide" type="submit">
            このパスワードにする
          </button>
        </div>
      </form>
    </Letter>
  );
}
