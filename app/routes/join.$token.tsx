import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PASSWORD_LENGTH } from '#app/domain/login/password-length.ts';
import { findInvitation, joinNetwork } from '#app/domain/members/invite.server.ts';
import { listProgrammes } from '#app/domain/network/programmes.server.ts';
import { LIMITS } from '#app/domain/posts/limits.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { orBusy } from '#app/http/or-busy.server.ts';
import { readProfileForm } from '#app/http/profile-form.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Check } from '#app/ui/check.tsx';
import { type FieldFinding, NO_DECISIONS } from '#app/ui/composer/decisions.ts';
import { RefusedFindings } from '#app/ui/composer/refused-findings.tsx';
import { numbered } from '#app/ui/composer/standing.ts';
import { Letter } from '#app/ui/door/letter.tsx';
import { Promises } from '#app/ui/door/promises.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { FieldSet, TextArea, TextField } from '#app/ui/field.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = {};
export const meta: MetaFunction = () => title('招待が届いています');

const AGAIN = 'パスワードは残していません。もう一度書いてください';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const invitation = await findInvitation(context.db, params.token as string, new Date());
  if (!invitation) return data({ invitation: null, programmes: [] }, { status: 410 });
  return data({ invitation, programmes: await listProgrammes(context.db) });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const token = params.token as string;
  const invitation = await findInvitation(context.db, token, new Date());
  const profile = await readProfileForm(context.db, form, invitation ?? { familyName: '' });
  const typed = { email: form.text('email'), ...profile };
  const member = { ...typed, password: form.text('password') };
  const joined = await orBusy(joinNetwork(context.db, token, member, new Date()));
  if (!joined.ok) {
    const findings = joined.refusal.code === 'not-anonymous' ? joined.refusal.findings : [];
    const trouble = formTrouble(joined.refusal);
    // What was typed as a password is not sent back.
    const again = { field: 'password', message: AGAIN };
    const facts =
      'password' in trouble.wrong
        ? trouble
        : { wrong: { ...trouble.wrong, password: AGAIN }, errors: [...trouble.errors, again] };
    return data({ typed, findings, ...facts }, { status: statusOf(joined.refusal) });
  }
  const session = await context.sessions.createSession(joined.value, {});
  context.cookies.push(context.sessions.createSessionCookie(session.id).serialize());
  throw redirect('/');
}

export default function Join() {
  const { invitation, programmes } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (!invitation) {
    return (
      <Letter dateline="招待状" title="この招待は、もう使えません">
        <p className="mt8">期限がすぎたか、もう使われました。事務局に、新しい招待を頼んでください。</p>
      </Letter>
    );
  }
  const { organization } = invitation;
  const wrong: Record<string, string> = failed?.wrong ?? {};
  const findings: FieldFinding[] = failed?.findings ?? [];
  return (
    <Letter
      dateline="招待状"
      title={`${invitation.familyName}さん、つながりへようこそ`}
      postscript="お心あたりがないときは、何もせずに閉じてください。このページを開いただけでは、何も起きません。"
    >
      <p className="mt8">
        {organization}の{invitation.familyName}さんを、事務局がお招きしました。
      </p>
      <div className="mt24">
        <Facts
          facts={[
            { label: '機関', value: organization },
            { label: 'お名前', value: `${invitation.familyName}（名字だけが出ます）` },
            { label: '期限', value: `${showDate(invitation.expiresAt)}まで、一回だけ使えます` },
          ]}
        />
      </div>
      <h2 className="mt24">五つの約束</h2>
      <Promises />
      <form method="post" className="mt24">
        {failed && <ErrorSummary title="まだ参加していません" errors={failed.errors} />}
        <TextField
          name="email"
          type="email"
          label="メールアドレス"
          help="ログインに使います。ほかの会員には見えません。"
          required
          wrong={wrong.email}
          autoComplete="username"
          defaultValue={failed?.typed.email}
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
        {findings.length > 0 && (
          <RefusedFindings
            submissionKey="introduction"
            as="h2"
            items={numbered(findings, NO_DECISIONS)}
            decisions={NO_DECISIONS}
            unfit={[]}
            texts={{ introduction: failed?.typed.introduction }}
            rewritesOnly
          >
            <button className="btn" type="submit">
              言い換えを当てて、参加をはじめる
            </button>
          </RefusedFindings>
        )}
        <TextArea
          name="introduction"
          label="自己紹介"
          optional="あとでも書けます"
          help={`どんな仕事をしているか、何を知りたいか。${LIMITS.introduction}字まで。会員だけが読めます。`}
          wrong={findings.length > 0 ? '上の指摘を確かめてください' : wrong.introduction}
          rows={4}
          defaultValue={failed?.typed.introduction}
        />
        <FieldSet name="programmes" label="わたしの分野" optional="あとでも選べます">
          {programmes.map(({ slug, name }) => (
            <Check
              key={slug}
              name="programme"
              value={slug}
              label={name}
              defaultChecked={failed?.typed.programmes.includes(slug)}
            />
          ))}
        </FieldSet>
        <button className="btn btn--l btn--wide" type="submit">
          参加をはじめる
        </button>
      </form>
    </Letter>
  );
}
