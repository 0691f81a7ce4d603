import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { allowedWords, forbiddenWords } from '#app/domain/anonymization/lists.server.ts';
import { actOnLintChange } from '#app/http/lint-change.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Check } from '#app/ui/check.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ChangePreview } from '#app/ui/desk/change-preview.tsx';
import { ChangeReason } from '#app/ui/desk/change-reason.tsx';
import { changeWords } from '#app/ui/desk/check-words.ts';
import { DecidedList } from '#app/ui/desk/decided-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldSet, TextField } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('指摘しないことば、書かないことば');

const HERE = { label: '指摘しないことば、書かないことば', href: '/desk/anonymization/words' };
const CRUMBS = [
  { label: '事務局デスク', href: '/desk' },
  { label: '匿名化チェックの設定', href: '/desk/anonymization' },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.check');
  const { db } = args.context;
  return { allowed: await allowedWords(db), forbidden: await forbiddenWords(db) };
}

export const action = actOnLintChange;

export default function Words() {
  const { allowed, forbidden } = useLoaderData<typeof loader>();
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
  const change = result?.change;
  const typed = change && 'word' in change && 'reason' in change ? change : undefined;
  return (
    <div className="narrow">
      <Crumbs steps={CRUMBS} />
      <PageHead title={HERE.label} />
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ保存していません" errors={result.errors} />
      )}
      <form method="post">
        <TextField
          name="word"
          label="加えることば"
          help="書かないことばは、長いことばの一部でも指摘します。"
          required
          wrong={result?.wrong.word}
          defaultValue={typed?.word}
        />
        <FieldSet name="what" label="どうすることばですか">
          <Check
            type="radio"
            name="what"
            value="allow"
            label="指摘しないことば"
            note="名前や機関名と間違えられるもの"
            defaultChecked={typed?.what !== 'forbid'}
          />
          <Check
            type="radio"
            name="what"
            value="forbid"
            label="書かないことば"
            note="あると投稿できなくなります。人の名前は加えられません"
            defaultChecked={typed?.what === 'forbid'}
          />
        </FieldSet>
        <ChangeReason
          label="加える理由"
          help="あとから見る人のために、名前を出さずに書いてください。"
          wrong={result?.wrong.reason}
          typed={typed?.reason}
        />
      </form>
      <Section
        id="forbidden"
        title="書かないことば"
        count={`${forbidden.length}件`}
        note={forbidden.length === 0 ? 'まだありません。' : undefined}
      >
        <DecidedList
          items={forbidden.map(({ word, ...rest }) => ({ name: word, ...rest }))}
          removal={{ what: 'unforbid', field: 'word' }}
        />
      </Section>
      <Section
        id="allowed"
        title="指摘しないことば"
        count={`${allowed.length}件`}
        note={
          allowed.length === 0
            ? 'まだありません。「個人名ではありません」という申し出を認めたときも、ここに加わります。'
            : undefined
        }
      >
        <DecidedList
          items={allowed.map(({ word, ...rest }) => ({ name: word, ...rest }))}
          removal={{ what: 'unallow', field: 'word' }}
        />
      </Section>
    </div>
  );
}
