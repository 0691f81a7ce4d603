import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { publicNumbers } from '#app/domain/anonymization/lists.server.ts';
import { actOnLintChange } from '#app/http/lint-change.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ChangePreview } from '#app/ui/desk/change-preview.tsx';
import { ChangeReason } from '#app/ui/desk/change-reason.tsx';
import { changeWords } from '#app/ui/desk/check-words.ts';
import { DecidedList } from '#app/ui/desk/decided-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('公開されている番号');

const HERE = { label: '公開されている番号', href: '/desk/anonymization/numbers' };
const CRUMBS = [
  { label: '事務局デスク', href: '/desk' },
  { label: '匿名化チェックの設定', href: '/desk/anonymization' },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.check');
  return { numbers: await publicNumbers(args.context.db) };
}

export const action = actOnLintChange;

export default function Numbers() {
  const { numbers } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result?.preview) {
    return (
      <div className="narrow">
        <Crumbs steps={[...CRUMBS, HERE]} />
        <PageHead title={changeWords(result.change)} />
        <ChangePreview {...result.preview} back={HERE.href} />
      </div>
    );
  }
  const typed = result?.change.what === 'publish' ? result.change : undefined;
  return (
    <div className="narrow">
      <Crumbs steps={CRUMBS} />
      <PageHead
        title={HERE.label}
        lead="相談ダイヤルや機関の窓口など、だれがかけてもよい番号です。投稿にあっても指摘しません。"
      />
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ保存していません" errors={result.errors} />
      )}
      <form method="post">
        <input type="hidden" name="what" value="publish" />
        <TextField
          name="number"
          label="番号"
          help="例：011-272-7119。すでにある番号を書くと、書き直しになります。"
          required
          inputMode="tel"
          wrong={result?.wrong.number}
          defaultValue={typed?.number}
        />
        <TextField
          name="name"
          label="どこの番号ですか"
          required
          wrong={result?.wrong.name}
          defaultValue={typed?.name}
        />
        <ChangeReason
          label="加える理由"
          help="どこで公開されているかを書いておくと、あとで確かめられます。"
          wrong={result?.wrong.reason}
          typed={typed?.reason}
        />
      </form>
      <Section id="numbers" title="いまの一覧" count={`${numbers.length}件`}>
        <DecidedList
          items={numbers.map(({ number, name, ...rest }) => ({ name: number, note: name, ...rest }))}
          removal={{ what: 'unpublish', field: 'number' }}
        />
      </Section>
    </div>
  );
}
