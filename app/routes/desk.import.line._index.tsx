import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listImports } from '#app/domain/line-import/bench.server.ts';
import { takeExport } from '#app/domain/line-import/take.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ImportLine } from '#app/ui/desk/import-line.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('LINEのトークを取り込む');

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.import');
  return { imports: await listImports(args.context.db) };
}

export async function action(args: ActionFunctionArgs) {
  // Before the file is read: nobody else may send one.
  const viewer = await requireMember(args, 'desk.import');
  const form = await readForm(args.request);
  const file = form.raw.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const taken = await takeExport(args.context.db, viewer.id, bytes, new Date());
  if (!taken.ok)
    return data({ nothingNew: false, ...formTrouble(taken.refusal) }, { status: statusOf(taken.refusal) });
  args.context.nudge();
  if (taken.value.importId) throw redirect(`/desk/import/line/${taken.value.importId}`);
  return data({ nothingNew: true, wrong: {} as Record<string, string>, errors: [] });
}

export default function ImportPage() {
  const { imports } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const wrong = result?.wrong.file;
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '事務局デスク', href: '/desk' }]} />
      <PageHead
        title="LINEのトークを取り込む"
        lead="LINEの「トーク履歴を送信」で保存したファイルを読み、やりとりごとに分けて、質問やノートの下書きにします。一つずつ確かめて「のせる」までは、事務局のほかはだれにも見えません。"
      />
      {result?.nothingNew && (
        <Notice kind="info" title="新しいメッセージはありませんでした">
          <p>このファイルのメッセージは、前に取り込んだものばかりです。二重にはなりません。</p>
        </Notice>
      )}
      {result && result.errors.length > 0 && (
        <ErrorSummary title="取り込めませんでした" errors={result.errors} />
      )}
      <form method="post" action="/desk/import/line?index" encType="multipart/form-data">
        <div className="field">
          <label className="field__label" htmlFor="file">
            トーク履歴のファイル<span className="req">必須</span>
          </label>
          <p className="help" id="file-help">
            名前の終わりが .txt
            のファイルです。スマートフォンのものも、パソコンのものも読めます。同じファイルや、期間の重なるファイルを入れても、二重にはなりません。
          </p>
          {wrong && (
            <p className="wrong" id="file-wrong">
              <Icon name="stop" />
              <span>{wrong}</span>
            </p>
          )}
          <input
            type="file"
            id="file"
            name="file"
            accept=".txt,text/plain"
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? 'file-wrong file-help' : 'file-help'}
          />
        </div>
        <div className="btns mt24">
          <button className="btn" type="submit">
            読みこむ
          </button>
        </div>
      </form>
      {imports.length > 0 && (
        <Section id="imports" title="取り込みのとちゅう" count={`${imports.length}件`}>
          <ul className="decided">
            {imports.map((one) => (
              <ImportLine key={one.id} {...one} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
