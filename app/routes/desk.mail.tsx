import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { deadMail, dropMail, retryMail } from '#app/domain/mail/dead.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('届けられなかったメール');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.open');
  return { letters: await deadMail(args.context.db) };
}

export async function action(args: ActionFunctionArgs) {
  await requireMember(args, 'desk.open');
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const act = form.text('intent') === 'retry' ? retryMail : dropMail;
  const outcome = await act(db, form.text('id'), new Date());
  if (!outcome.ok) return notFound();
  nudge();
  throw redirect('/desk/mail');
}

const why = (error: string) =>
  error === 'MailRefused'
    ? '相手のサーバーに断られました。アドレスがちがうのかもしれません。'
    : '何度か試しましたが、送れませんでした。';

export default function DeadMail() {
  const { letters } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '事務局デスク', href: '/desk' }]} />
      <PageHead
        title="届けられなかったメール"
        lead="アドレスを確かめてもらい、もう一度送るか、送らないことにするかを決めます。"
      />
      {letters.length === 0 ? (
        <Empty icon="done" title="届けられなかったメールはありません">
          送れなかったメールがあると、ここに出ます。
        </Empty>
      ) : (
        <ul className="decided">
          {letters.map(({ id, to, at, error }) => (
            <li key={id}>
              <div>
                <p>
                  <b>{to}</b>
                </p>
                <p className="small">{why(error)}</p>
                <p className="small quiet">{showDate(at)}</p>
              </div>
              <form method="post" className="btns">
                <input type="hidden" name="id" value={id} />
                <button className="btn btn--line btn--s" type="submit" name="intent" value="retry">
                  もう一度送る<span className="vh">（{to}）</span>
                </button>
                <button className="btn btn--quiet btn--s" type="submit" name="intent" value="drop">
                  送らない<span className="vh">（{to}）</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
