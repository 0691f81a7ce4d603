import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { decideWish, openWishes } from '#app/domain/members/affiliation.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('機関を変えるお願い');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.invite');
  return { wishes: await openWishes(args.context.db) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.invite');
  const form = await readForm(args.request);
  const intent = form.text('intent');
  if (intent !== 'grant' && intent !== 'leave') return notFound();
  const decided = await decideWish(
    args.context.db,
    viewer.id,
    form.text('member'),
    intent === 'grant',
    new Date(),
  );
  if (!decided.ok) return notFound();
  throw redirect('/desk/organizations');
}

export default function OrganizationWishes() {
  const { wishes } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '事務局デスク', href: '/desk' }]} />
      <PageHead
        title="機関を変えるお願い"
        lead="本人の異動を確かめてから、変えてください。これまでの投稿にも、新しい機関が出ます。"
      />
      {wishes.length === 0 ? (
        <Empty icon="done" title="待っているお願いはありません">
          会員が設定からお願いすると、ここに出ます。
        </Empty>
      ) : (
        <ul className="decided">
          {wishes.map(({ memberId, familyName, present, organization, isNew, at }) => (
            <li key={memberId}>
              <div>
                <p>
                  {present} <b>{familyName}</b>さん → <b>{organization}</b>
                  {isNew ? '（新しい機関）' : ''}
                </p>
                <p className="small quiet">{showDate(new Date(at))}のお願い</p>
              </div>
              <form method="post" className="btns">
                <input type="hidden" name="member" value={memberId} />
                <button className="btn btn--s" type="submit" name="intent" value="grant">
                  変える<span className="vh">（{familyName}さん）</span>
                </button>
                <button className="btn btn--quiet btn--s" type="submit" name="intent" value="leave">
                  このまま<span className="vh">（{familyName}さん）</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
