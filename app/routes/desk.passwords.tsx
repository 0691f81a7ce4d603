import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RESET_DAYS } from '#app/domain/login/reset-days.ts';
import { makeResetLink } from '#app/domain/login/reset-password.server.ts';
import { memberChoices } from '#app/domain/members/desk.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { CopyLink } from '#app/ui/desk/copy-link.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Select } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('パスワードの再設定');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.invite');
  return { members: await memberChoices(args.context.db) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.invite');
  const { db, config } = args.context;
  const form = await readForm(args.request);
  const made = await makeResetLink(db, viewer.id, form.text('member'), new Date());
  if (!made.ok) return data({ link: null, ...formTrouble(made.refusal) }, { status: statusOf(made.refusal) });
  return data({ link: `${config.origin}/reset/${made.value}`, ...formTrouble(null) });
}

export default function Passwords() {
  const { members } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '事務局デスク', href: '/desk' }]} />
      <PageHead
        title="パスワードの再設定"
        lead={`パスワードを忘れた会員に渡すリンクを作ります。一回だけ、${RESET_DAYS}日のあいだ使えます。`}
      />
      {result?.link && (
        <>
          <Notice kind="ok" title="リンクができました">
            <p>
              本人であることを電話などで確かめてから、渡してください。このページを離れると、もう表示できません。
            </p>
          </Notice>
          <CopyLink label="再設定のリンク" href={result.link} />
        </>
      )}
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ作っていません" errors={result.errors} />
      )}
      <form method="post" className="mt24">
        <Select
          name="member"
          label="会員"
          placeholder="選んでください"
          required
          options={members.map(({ id, organization, familyName }) => ({
            value: id,
            label: `${organization} ${familyName}`,
          }))}
          wrong={result?.wrong.member}
        />
        <div className="btns mt24">
          <button className="btn" type="submit">
            リンクを作る
          </button>
        </div>
      </form>
    </div>
  );
}
