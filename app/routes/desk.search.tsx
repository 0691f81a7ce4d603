import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addSearchName, listSearchNames, removeSearchName } from '#app/domain/search/names.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('検索のことば');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.search');
  const saved = new URL(args.request.url).searchParams.has('saved');
  return { saved, names: await listSearchNames(args.context.db) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.search');
  const { db } = args.context;
  const form = await readForm(args.request);
  const typed = { word: form.text('word'), meanings: form.text('meanings') };
  if (form.text('intent') === 'remove') {
    const removed = await removeSearchName(db, viewer.id, typed.word, new Date());
    if (!removed.ok) return notFound();
    throw redirect('/desk/search?saved=1');
  }
  const added = await addSearchName(db, viewer.id, typed, new Date());
  if (added.ok) throw redirect('/desk/search?saved=1');
  return data({ typed, ...formTrouble(added.refusal) }, { status: statusOf(added.refusal) });
}

export default function SearchNames() {
  const { saved, names } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '事務局デスク', href: '/desk' }]} />
      <PageHead
        title="検索のことば"
        lead="略語や別の言い方を加えると、どちらで探しても見つかるようになります。生保や住確など、よく使われるものは、はじめから入っています。"
      />
      {saved && !result && (
        <Notice kind="ok" title="保存しました">
          <p>検索には、10秒ほどで効きます。</p>
        </Notice>
      )}
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ保存していません" errors={result.errors} />
      )}
      <form method="post">
        <TextField
          name="word"
          label="ことば"
          help="例：ふくとう。すでにあることばを書くと、書き直しになります。"
          required
          wrong={result?.wrong.word}
          defaultValue={result?.typed.word}
        />
        <TextArea
          name="meanings"
          label="何のことですか"
          help="例：福祉灯油。いくつかあるときは、1行に一つずつ書いてください。"
          required
          rows={3}
          wrong={result?.wrong.meanings}
          defaultValue={result?.typed.meanings}
        />
        <div className="btns mt24">
          <button className="btn" type="submit" name="intent" value="add">
            加える
          </button>
        </div>
      </form>
      <Section
        id="names"
        title="事務局が加えたことば"
        count={`${names.length}件`}
        note={names.length === 0 ? 'まだありません。' : undefined}
      >
        <ul className="decided">
          {names.map(({ word, meanings, who, at }) => (
            <li key={word}>
              <div>
                <p>
                  <b>{word}</b> {meanings.join('、')}
                </p>
                <p className="small quiet">
                  {who ? `${who.organization} ${who.familyName}・` : ''}
                  {showDate(new Date(at))}
                </p>
              </div>
              <form method="post">
                <input type="hidden" name="word" value={word} />
                <button className="btn btn--quiet btn--s" type="submit" name="intent" value="remove">
                  外す<span className="vh">（{word}）</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
