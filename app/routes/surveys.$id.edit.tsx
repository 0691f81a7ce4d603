import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Outcome } from '#app/domain/outcome.ts';
import { closeSurvey, openSurvey, showResults } from '#app/domain/surveys/conduct-survey.server.ts';
import { editSurvey } from '#app/domain/surveys/edit-survey.server.ts';
import { questionsOf, surveyState } from '#app/domain/surveys/read-survey.server.ts';
import { countAsked } from '#app/domain/surveys/respondent.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { surveyForDesk } from '#app/http/find-survey.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { draftOf, onlyArranges, readSurveyForm } from '#app/http/survey-form.server.ts';
import { unlessUnchecked } from '#app/http/unless-unchecked.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { ConductSurvey } from '#app/ui/survey/conduct-survey.tsx';
import { SurveyFields } from '#app/ui/survey/survey-fields.tsx';
import { surveyNote } from '#app/ui/survey/words.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data: facts }) =>
  title(facts ? `編集：${facts.survey.title}` : 'アンケートの編集');

const DONE = new Map([
  ['made', 'アンケートを作りました。公開するまでは、事務局だけに見えます。'],
  ['saved', '保存しました。'],
  ['open', '公開しました。うかがう方のページに出ています。'],
  ['close', '締め切りました。'],
  ['show', '結果を会員に見せました。'],
  ['unshow', '結果を、締め切りまで会員に見せないことにしました。'],
]);

export async function loader(args: LoaderFunctionArgs) {
  const { survey } = await surveyForDesk(args);
  const { db } = args.context;
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    survey,
    state: surveyState(survey, new Date()),
    draft: draftOf(survey, await questionsOf(db, survey.id)),
    asked: await countAsked(db, survey),
    done: DONE.get(done) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { survey, viewer } = await surveyForDesk(args);
  const { db } = args.context;
  const form = await readForm(args.request);
  const draft = readSurveyForm(form);
  // Buttons that arrange rows give the form back as it was typed, and store nothing.
  if (onlyArranges(form)) return data({ draft, version: form.text('version'), ...formTrouble(null) });
  const now = new Date();
  const intent = form.text('intent');
  const act = (): Promise<Outcome<null>> => {
    switch (intent) {
      case 'open':
        return openSurvey(db, viewer.id, survey.id, now);
      case 'close':
        return closeSurvey(db, viewer.id, survey.id, now);
      case 'show':
      case 'unshow':
        return showResults(db, viewer.id, survey.id, intent === 'show', now);
      default:
        return editSurvey(db, viewer, survey.id, Number(form.text('version')), draft, now);
    }
  };
  const outcome = (await unlessUnchecked(act())) ?? {
    ok: false as const,
    refusal: { code: 'unchecked' as const },
  };
  if (outcome.ok) throw redirect(`/surveys/${survey.id}/edit?done=${DONE.has(intent) ? intent : 'saved'}`);
  const typed = form.raw.has('rows') ? draft : null;
  return data(
    { draft: typed, version: form.text('version'), ...formTrouble(outcome.refusal) },
    { status: statusOf(outcome.refusal) },
  );
}

export default function EditSurvey() {
  const { survey, state, draft, asked, done } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const wrong: Record<string, string> = result?.wrong ?? {};
  const arranging = result !== undefined && result.errors.length === 0;
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: 'アンケート', href: '/surveys' },
        ]}
      />
      <PageHead
        title="アンケートの準備と結果"
        dateline={survey.meeting ?? undefined}
        lead={`${survey.title}：${surveyNote(survey, state)}`}
      />
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ保存していません" errors={result.errors} />
      )}
      {done && !result && <Notice kind="ok" title={done} />}
      <ConductSurvey survey={survey} state={state} asked={asked} />
      <Section id="write" title="書くところ">
        <form method="post" action={`/surveys/${survey.id}/edit`}>
          <input type="hidden" name="version" value={result?.version || survey.version} />
          {/* Enter in a field saves, and takes no question away. */}
          <button className="vh" type="submit" tabIndex={-1} aria-hidden="true">
            保存する
          </button>
          <SurveyFields draft={result?.draft ?? draft} locked={survey.answers > 0} wrong={wrong} />
          {arranging && <Notice kind="info" title="まだ保存していません。書き終わったら、保存してください" />}
          <div className="btns mt24">
            <button className="btn" type="submit">
              保存する
            </button>
          </div>
        </form>
      </Section>
    </div>
  );
}
