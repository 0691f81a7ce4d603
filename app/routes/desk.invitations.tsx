import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { INVITATION_DAYS } from '#app/domain/members/invitation-days.ts';
import { openInvitations, revokeInvitation } from '#app/domain/members/invitations.server.ts';
import { inviteMember } from '#app/domain/members/invite.server.ts';
import { organizationChoices } from '#app/domain/organizations/list.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { CopyLink } from '#app/ui/desk/copy-link.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { showDate } from '#app/ui/time.ts';
import type { Role } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('会員を招待する');

const ROLES: Array<{ value: Role; label: string }> = [
  { value: 'counselor', label: '相談員' },
  { value: 'officer', label: '自治体担当者' },
  { value: 'facilitator', label: 'ファシリテーター' },
  { value: 'secretariat', label: '事務局' },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.invite');
  const { db } = args.context;
  return { organizations: await organizationChoices(db), open: await openInvitations(db, new Date()) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.invite');
  const { db, config } = args.context;
  const form = await readForm(args.request);
  if (form.text('intent') === 'revoke') {
    const revoked = await revokeInvitation(db, viewer.id, form.text('id'), new Date());
    if (!revoked.ok) return notFound();
    throw redirect('/desk/invitations');
  }
  const familyName = form.text('familyName');
  const newOrganization = form.text('newOrganization');
  const organizationId = form.text('organization');
  const role = ROLES.find(({ value }) => value === form.text('role'))?.value ?? 'counselor';
  const invited = await inviteMember(
    db,
    viewer.id,
    { organizationId, newOrganization, familyName, role },
    new Date(),
  );
  const typed = { familyName, organizationId, newOrganization, role };
  if (!invited.ok) {
    return data(
      { link: null, typed, ...formTrouble(invited.refusal) },
      { status: statusOf(invited.refusal) },
    );
  }
  return data({ link: `${config.origin}/join/${invited.value}`, typed, ...formTrouble(null) });
}

export default function Invitations() {
  const { organizations, open } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const wrong: Record<string, string> = result?.wrong ?? {};
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '事務局デスク', href: '/desk' }]} />
      <PageHead
        title="会員を招待する"
        lead={`招待のリンクを作ります。一回だけ、${INVITATION_DAYS}日のあいだ使えます。`}
      />
      {result?.link && (
        <>
          <Notice kind="ok" title={`${result.typed.familyName}さんへの招待ができました`}>
            <p>次のリンクを写して、本人に送ってください。このページを離れると、もう表示できません。</p>
          </Notice>
          <CopyLink label="招待のリンク" href={result.link} />
        </>
      )}
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ招待していません" errors={result.errors} />
      )}
      <form method="post" className="mt24">
        <TextField
          name="familyName"
          label="名字"
          required
          wrong={wrong.familyName}
          defaultValue={result?.link ? '' : result?.typed.familyName}
        />
        <Select
          name="organization"
          label="機関"
          placeholder="選んでください"
          options={organizations.map(({ id, label }) => ({ value: id, label }))}
          wrong={wrong.organization}
          defaultValue={result?.typed.organizationId}
        />
        <TextField
          name="newOrganization"
          label="一覧にない機関"
          optional="あれば、こちらが先"
          wrong={wrong.newOrganization}
          defaultValue={result?.link ? '' : result?.typed.newOrganization}
        />
        <Select name="role" label="立場" options={ROLES} defaultValue={result?.typed.role} />
        <div className="btns mt24">
          <button className="btn" type="submit">
            招待のリンクを作る
          </button>
        </div>
      </form>
      <Section
        id="open"
        title="まだ使われていない招待"
        count={`${open.length}件`}
        note="リンクをなくした方には、取り消してから、新しい招待を作ってください。"
      >
        <ul>
          {open.map(({ id, organization, familyName, role, expiresAt }) => (
            <li key={id} className="bar mt16">
              <div>
                <p>
                  {organization} <b>{familyName}</b>さん
                </p>
                <p className="small quiet">
                  {ROLES.find(({ value }) => value === role)?.label}・{showDate(new Date(expiresAt))}まで
                </p>
              </div>
              <form method="post">
                <input type="hidden" name="id" value={id} />
                <button className="btn btn--quiet btn--s" type="submit" name="intent" value="revoke">
                  取り消す<span className="vh">（{familyName}さんへの招待）</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
