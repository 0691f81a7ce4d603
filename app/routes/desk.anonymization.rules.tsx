import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DESK_PROFILES } from '#app/domain/anonymization/changes.ts';
import { switchedOff } from '#app/domain/anonymization/lists.server.ts';
import { actOnLintChange } from '#app/http/lint-change.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Check } from '#app/ui/check.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ChangePreview } from '#app/ui/desk/change-preview.tsx';
import { ChangeReason } from '#app/ui/desk/change-reason.tsx';
import { changeWords, PROFILE_NAME } from '#app/ui/desk/check-words.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldSet } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { showDate } from '#app/ui/time.ts';
import { RULES } from '#lint/rules/index.ts';

export const handle: RouteHandle = { place: 'desk' };
export const meta: MetaFunction = () => title('きまりの入り切り');

const CRUMBS = [
  { label: '事務局デスク', href: '/desk' },
  { label: '匿名化チェックの設定', href: '/desk/anonymization' },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args, 'desk.check');
  const asked = new URL(args.request.url).searchParams.get('profile');
  const profile = DESK_PROFILES.find((known) => known === asked) ?? 'question';
  const off = (await switchedOff(args.context.db)).filter((row) => row.profile === profile);
  const rules = RULES.map(({ id, title: name, message, severity }) => ({
    id,
    name,
    message,
    severity,
    off: off.find(({ ruleId }) => ruleId === id) ?? null,
  }));
  return { profile, rules };
}

export const action = actOnLintChange;

export default function RuleSwitches() {
  const { profile, rules } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const change = result?.change.what === 'switch' ? result.change : undefined;
  const here = `/desk/anonymization/rules?profile=${profile}`;
  if (result?.preview) {
    return (
      <div className="narrow">
        <Crumbs steps={[...CRUMBS, { label: 'きまりの入り切り', href: here }]} />
        <PageHead title={changeWords(result.change)} />
        <ChangePreview {...result.preview} back={here} />
      </div>
    );
  }
  const off = change?.off ?? rules.flatMap((rule) => (rule.off ? [rule.id] : []));
  return (
    <div className="narrow">
      <Crumbs steps={CRUMBS} />
      <PageHead title="きまりの入り切り" lead="印の付いたきまりが、投稿の前に指摘します。" />
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
        <input type="hidden" name="what" value="switch" />
        <input type="hidden" name="profile" value={profile} />
        <FieldSet name="rules" label={`${PROFILE_NAME[profile]}で使うきまり`} wrong={result?.wrong.rules}>
          {rules.map(({ id, name, message, severity, off: since }) => (
            <Check
              key={id}
              name="rule"
              value={id}
              label={`${name}（${severity === 'error' ? '投稿できません' : '言い換えるか理由を'}）`}
              note={
                since
                  ? `${showDate(new Date(since.at))}に${since.who ? `${since.who.familyName}さんが` : ''}切りました：${since.reason}`
                  : message
              }
              defaultChecked={!off.includes(id)}
            />
          ))}
        </FieldSet>
        <ChangeReason
          label="変える理由"
          help="あとから見る人のために、名前を出さずに書いてください。"
          wrong={result?.wrong.reason}
          typed={change?.reason}
        />
      </form>
    </div>
  );
}
