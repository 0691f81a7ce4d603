import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DESK_PROFILES } from '#app/domain/anonymization/changes.ts';
import { DESK_RULES } from '#app/domain/anonymization/desk-rules.ts';
import { ruleDecisions } from '#app/domain/anonymization/lists.server.ts';
import { readLintSettings } from '#app/domain/anonymization/settings.server.ts';
import { actOnLintChange } from '#app/http/lint-change.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ChangePreview } from '#app/ui/desk/change-preview.tsx';
import { ChangeReason } from '#app/ui/desk/change-reason.tsx';
import { changeWords, PROFILE_NAME } from '#app/ui/desk/check-words.ts';
import { RuleDecisions } from '#app/ui/desk/rule-decisions.tsx';
import { RuleLevel } from '#app/ui/desk/rule-level.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldSet } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { reidentification } from '#lint/risk/about.ts';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('きまりの重さ');

const CRUMBS = [
  { label: '事務局デスク', href: '/desk' },
  { label: '匿名化チェックの設定', href: '/desk/anonymization' },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.check');
  const { db } = args.context;
  const asked = new URL(args.request.url).searchParams.get('profile');
  const profile = DESK_PROFILES.find((known) => known === asked) ?? 'question';
  const { levels, fewest } = await readLintSettings(db);
  return {
    profile,
    // The rules themselves are no part of this page's script.
    rules: DESK_RULES,
    estimate: reidentification.id,
    levels: levels[profile] ?? {},
    fewest,
    decisions: await ruleDecisions(db, profile),
  };
}

export const action = actOnLintChange;

export default function RuleLevels() {
  const { profile, rules, estimate, levels, fewest, decisions } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const change = result?.change.what === 'levels' ? result.change : undefined;
  const here = `/desk/anonymization/rules?profile=${profile}`;
  if (result?.preview) {
    return (
      <div className="narrow">
        <Crumbs steps={[...CRUMBS, { label: 'きまりの重さ', href: here }]} />
        <PageHead title={changeWords(result.change)} />
        <ChangePreview {...result.preview} back={here} />
      </div>
    );
  }
  const chosen = change?.levels ?? levels;
  return (
    <div className="narrow">
      <Crumbs steps={CRUMBS} />
      <PageHead
        title="きまりの重さ"
        lead="投稿の前に何を指摘し、どこまで止めるかを、投稿の種類ごとに決めます。"
      />
      <Tabs
        label="投稿の種類"
        tabs={DESK_PROFILES.map((one) => ({
          href: `/desk/anonymization/rules?profile=${one}`,
          label: PROFILE_NAME[one],
          current: one === profile,
        }))}
      />
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ保存していません" errors={result.errors} />
      )}
      <form method="post" className="mt24">
        <input type="hidden" name="what" value="levels" />
        <input type="hidden" name="profile" value={profile} />
        <FieldSet name="rules" label={`${PROFILE_NAME[profile]}のきまり`} wrong={result?.wrong.rules}>
          {rules.map((rule) => (
            <RuleLevel key={rule.id} {...rule} chosen={chosen[rule.id] ?? rule.severity}>
              {rule.id === estimate && (
                <a href="/desk/anonymization/people">{`いまは${fewest}人より少ないとき。人数を変える`}</a>
              )}
            </RuleLevel>
          ))}
        </FieldSet>
        <ChangeReason
          label="変える理由"
          help="あとから見る人のために、名前を出さずに書いてください。"
          wrong={result?.wrong.reason}
          typed={change?.reason}
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
