import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  makeOwnCalendar,
  readOwnCalendar,
  revokeOwnCalendar,
} from '#app/domain/meetings/own-calendar.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { CopyLink } from '#app/ui/desk/copy-link.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'settings' };
export const meta: MetaFunction = () => title('会の予定を予定表に入れる');

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'settings.change');
  return { calendar: (await readOwnCalendar(args.context.db, viewer.id)) ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'settings.change');
  const { db, config } = args.context;
  const form = await readForm(args.request);
  if (form.text('intent') === 'end') {
    await revokeOwnCalendar(db, viewer.id, new Date());
    return data({ link: null });
  }
  const token = await makeOwnCalendar(db, viewer.id, new Date());
  return data({ link: `${config.origin}/calendar/${token}.ics` });
}

export default function OwnCalendar() {
  const { calendar } = useLoaderData<typeof loader>();
  const link = useActionData<typeof action>()?.link ?? null;
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '設定', href: '/settings' }]} />
      <PageHead
        title="会の予定を予定表に入れる"
        lead="リンクをOutlook・Google・Appleの予定表に入れると、情報交換会の予定が届きます。変更や中止も、自動で反映されます。"
      />
      {link && (
        <>
          <p>リンクを作りました。今だけ表示します。あなた専用なので、ほかの人には渡さないでください。</p>
          <CopyLink label="予定表のリンク" href={link} />
        </>
      )}
      {calendar && !link && (
        <p>{showDate(calendar.madeAt)}に作ったリンクが使えます。分からなくなったら、作りなおしてください。</p>
      )}
      <form method="post" className="btns mt16">
        <button className="btn" type="submit" name="intent" value="make">
          {calendar ? '作りなおす（前のリンクは使えなくなります）' : 'リンクを作る'}
        </button>
        {calendar && (
          <button className="btn btn--quiet" type="submit" name="intent" value="end">
            使えなくする
          </button>
        )}
      </form>
    </div>
  );
}
