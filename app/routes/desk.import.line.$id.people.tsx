import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findImport } from '#app/domain/line-import/bench.server.ts';
import { peopleOf, setPeople } from '#app/domain/line-import/people.server.ts';
import { readWhose, whoseValue } from '#app/domain/line-import/whose.ts';
import { memberChoices } from '#app/domain/members/desk.server.ts';
import { organizationChoices } from '#app/domain/organizations/list.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('だれの発言か');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.import');
  const { db } = args.context;
  const state = await findImport(db, args.params.id as string);
  if (!state) return notFound();
  return {
    id: state.id,
    room: state.room,
    people: await peopleOf(db, state.id),
    members: await memberChoices(db),
    organizations: await organizationChoices(db),
  };
}

export async function action(args: ActionFunctionArgs) {
  await requireMember(args, 'desk.import');
  const { db } = args.context;
  const state = await findImport(db, args.params.id as string);
  if (!state) return notFound();
  const form = await readForm(args.request);
  const people = await peopleOf(db, state.id);
  const members = new Set((await memberChoices(db)).map(({ id }) => id));
  const organizations = new Set((await organizationChoices(db)).map(({ id }) => id));
  await setPeople(
    db,
    people.map(({ name }, number) => ({
      name,
      whose: readWhose(form.text(`person-${number}`), members, organizations),
    })),
  );
  throw redirect(`/desk/import/line/${state.id}`);
}

export default function People() {
  const { id, room, people, members, organizations } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '事務局デスク', href: '/desk' },
          { label: 'LINEのトークを取り込む', href: '/desk/import/line' },
          { label: room, href: `/desk/import/line/${id}` },
        ]}
      />
      <PageHead
        title="だれの発言か"
        lead="LINEでの名前が、どの会員・どの機関かを選ぶと、その名前でのります。分からないときは「会員」のままにしてください。あとから決めたぶんは、これからのせるものに効きます。"
      />
      <form method="post">
        {people.map(({ name, messages, whose, likely }, number) => (
          <div className="field" key={name}>
            <label className="field__label" htmlFor={`person-${number}`}>
              {name}
              <span className="opt">{messages}通</span>
            </label>
            <select
              id={`person-${number}`}
              name={`person-${number}`}
              defaultValue={likely ? whoseValue({ member: likely }) : whoseValue(whose)}
              aria-describedby={likely ? `person-${number}-help` : undefined}
            >
              <option value={whoseValue('anybody')}>会員（だれかは出さない）</option>
              <optgroup label="会員">
                {members.map((member) => (
                  <option key={member.id} value={whoseValue({ member: member.id })}>
                    {member.organization} {member.familyName}
                  </option>
                ))}
              </optgroup>
              <optgroup label="機関だけ">
                {organizations.map((organization) => (
                  <option key={organization.id} value={whoseValue({ organization: organization.id })}>
                    {organization.label}の会員
                  </option>
                ))}
              </optgroup>
            </select>
            {likely && (
              <p className="help" id={`person-${number}-help`}>
                名前から見当をつけました。合っているか、確かめてください。
              </p>
            )}
          </div>
        ))}
        <div className="btns mt24">
          <button className="btn" type="submit">
            これで決める
          </button>
          <a href={`/desk/import/line/${id}`}>もどる</a>
        </div>
      </form>
    </div>
  );
}
