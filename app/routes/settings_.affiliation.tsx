import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  askForOrganization,
  changeFamilyName,
  takeBackWish,
  wishOf,
} from '#app/domain/members/affiliation.server.ts';
import { organizationChoices } from '#app/domain/organizations/list.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'settings' };
export const meta: MetaFunction = () => title('名前と機関');

const HERE = '/settings/affiliation';

/** What is told of what was just done. */
const DONE: Record<string, string | undefined> = {
  name: '名字を変えました。これまでの投稿にも、新しい名字が出ます。',
  asked: '事務局にお願いしました。事務局が確かめると、変わります。',
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'settings.change');
  const { db } = args.context;
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    viewer,
    done: DONE[done] ?? null,
    wish: (await wishOf(db, viewer.id)) ?? null,
    organizations: await organizationChoices(db),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'settings.change');
  const { db } = args.context;
  const form = await readForm(args.request);
  const intent = form.text('intent');
  const typed = {
    familyName: form.text('familyName'),
    organizationId: form.text('organization'),
    newOrganization: form.text('newOrganization'),
  };
  if (intent === 'take-back') {
    await takeBackWish(db, viewer.id);
    throw redirect(HERE);
  }
  const outcome =
    intent === 'organization'
      ? await askForOrganization(db, viewer, typed, new Date())
      : await changeFamilyName(db, viewer, typed.familyName, new Date());
  if (outcome.ok) throw redirect(`${HERE}?done=${intent === 'organization' ? 'asked' : 'name'}`);
  return data({ intent, typed, ...formTrouble(outcome.refusal) }, { status: statusOf(outcome.refusal) });
}

export default function Affiliation() {
  const { viewer, done, wish, organizations } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const wrong: Record<string, string> = failed?.wrong ?? {};
  const asked = failed?.intent === 'organization' ? failed.typed : undefined;
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '設定', href: '/settings' }]} />
      <PageHead
        title="名前と機関"
        lead={`いまは「${viewer.organization} ${viewer.familyName}」として、みなさんに見えています。`}
      />
      {done && !failed && <Notice kind="ok" title={done} />}
      {failed && <ErrorSummary title="まだ変わっていません" errors={failed.errors} />}
      <Section id="change-name" title="名字を変える">
        <form method="post">
          <TextField
            name="familyName"
            label="名字"
            help="名字だけを書きます。これまでの投稿にも、新しい名字が出ます。"
            required
            autoComplete="family-name"
            wrong={wrong.familyName}
            defaultValue={failed && !asked ? failed.typed.familyName : viewer.familyName}
          />
          <div className="btns mt24">
            <button className="btn" type="submit" name="intent" value="name">
              名字を変える
            </button>
          </div>
        </form>
      </Section>
      <Section
        id="change-organization"
        title="機関を変える"
        note="異動のときなどに、事務局にお願いします。事務局が確かめるまでは、いまの機関のままです。"
      >
        {wish !== null && (
          <form method="post">
            <p>
              「{wish}」への変更を、事務局にお願いしています。
              <button className="btn btn--quiet btn--s" type="submit" name="intent" value="take-back">
                お願いを取り消す
              </button>
            </p>
          </form>
        )}
        <form method="post">
          <Select
            name="organization"
            label="新しい機関"
            placeholder="選んでください"
            options={organizations.map(({ id, label }) => ({ value: id, label }))}
            wrong={wrong.organization}
            defaultValue={asked?.organizationId}
          />
          <TextField
            name="newOrganization"
            label="一覧にない機関"
            optional="あれば、こちらが先"
            wrong={wrong.newOrganization}
            defaultValue={asked?.newOrganization}
          />
          <div className="btns mt24">
            <button className="btn btn--line" type="submit" name="intent" value="organization">
              事務局にお願いする
            </button>
          </div>
        </form>
      </Section>
    </div>
  );
}
