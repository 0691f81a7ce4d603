import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ruleDecisions } from '#app/domain/anonymization/lists.server.ts';
import { readLintSettings } from '#app/domain/anonymization/settings.server.ts';
import { actOnLintChange } from '#app/http/lint-change.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ChangePreview } from '#app/ui/desk/change-preview.tsx';
import { ChangeReason } from '#app/ui/desk/change-reason.tsx';
import { changeWords } from '#app/ui/desk/check-words.ts';
import { RuleDecisions } from '#app/ui/desk/rule-decisions.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('当てはまる人の少なさ');

const HERE = { label: '当てはまる人の少なさ', href: '/desk/anonymization/people' };
const CRUMBS = [
  { label: '事務局デスク', href: '/desk' },
  { label: '匿名化チェックの設定', href: '/desk/anonymization' },
  { label: 'きまりの重さ', href: '/desk/anonymization/rules' },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.check');
  const { db } = args.context;
  const { fewest } = await readLintSettings(db);
  return { fewest, decisions: await ruleDecisions(db, null) };
}

export const action = actOnLintChange;

export default function People() {
  const { fewest, decisions } = useLoaderData<typeof loader>();
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
  const typed = result?.change.what === 'fewest' ? result.change : undefined;
  return (
    <div className="narrow">
      <Crumbs steps={CRUMBS} />
      <PageHead
        title={HERE.label}
        lead="町や年齢や世帯の形などがそろったとき、当てはまる人が道内に何人いるかを、公的な統計から見積もります。それが少ないときに指摘します。"
      />
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ保存していません" errors={result.errors} />
      )}
      <form method="post">
        <input type="hidden" name="what" value="fewest" />
        <TextField
          name="people"
          label="何人より少ないときに指摘しますか"
          help="はじめは10人です。大きくするほど、よく指摘します。"
          required
          inputMode="numeric"
          wrong={result?.wrong.people}
          defaultValue={typed?.people ?? String(fewest)}
        />
        <ChangeReason
          label="変える理由"
          help="あとから見る人のために、名前を出さずに書いてください。"
          wrong={result?.wrong.reason}
          typed={typed?.reason}
        />
      </form>
      {decisions.length > 0 && (
        <Section id="decisions" title="これまでに変えたこと" count={`${decisions.length}件`}>
          <RuleDecisions decisions={decisions} />
        </Section>
      )}
    </div>
  );
}
