import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { fileFor } from '#app/http/find-file.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { TextField } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { showClock, showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('資料を開く');

/** Asks for the password of a handout, or says that it is not given out any more. */
export async function loader(args: LoaderFunctionArgs) {
  const { id, name, locked, lock } = await fileFor(args);
  if (!locked) throw redirect(`/files/${id}`);
  const { searchParams } = new URL(args.request.url);
  const until = searchParams.get('until') ?? '';
  const facts = {
    id,
    name,
    locked,
    lastDay: lock?.lastDay ?? null,
    wrong: searchParams.has('wrong'),
    until: Number.isNaN(Date.parse(until)) ? null : until,
  };
  const status = locked === 'expired' ? 410 : facts.until ? 429 : facts.wrong ? 403 : 200;
  return data(facts, { status });
}

export default function OpenFile() {
  const { id, name, locked, lastDay, wrong, until } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHead title="資料を開く" lead={name} />
      {locked === 'expired' ? (
        <Notice kind="info" title="公開の期間が終わりました">
          <p>
            {lastDay && `この資料は、${showDate(lastDay)}まで公開していました。`}
            ごらんになりたい方は、事務局にお知らせください。
          </p>
        </Notice>
      ) : (
        <>
          {until ? (
            <Notice kind="error" title="少しお休みしています">
              <p>
                パスワードのまちがいが続きました。{showClock(until)}をすぎてから、もう一度お試しください。
              </p>
            </Notice>
          ) : (
            wrong && (
              <Notice kind="error" title="パスワードがちがいます">
                <p>大文字と小文字、全角になっていないかを確かめてください。</p>
              </Notice>
            )
          )}
          <form method="post" action={`/files/${id}/unlocked`} className="mt24">
            <TextField
              name="password"
              type="password"
              label="この資料のパスワード"
              help="会の当日や、案内のメールでお知らせしたものです。"
              autoComplete="off"
              required
            />
            <div className="btns mt16">
              <button className="btn" type="submit">
                資料を開く
              </button>
            </div>
          </form>
          {lastDay && <p className="small quiet mt16">{showDate(lastDay)}まで開けます。</p>}
        </>
      )}
    </div>
  );
}
