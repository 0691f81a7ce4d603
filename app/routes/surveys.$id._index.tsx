import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isAllowed } from '#app/domain/permissions.ts';
import { memberAsked } from '#app/domain/surveys/respondent.server.ts';
import { surveyForMember } from '#app/http/find-survey.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { readAnswerPage, takeAnswers } from '#app/http/survey-answer.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { AnswerPage } from '#app/ui/survey/answer-page.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data: facts }) =>
  title(facts?.survey.title ?? 'アンケート');

export async function loader(args: LoaderFunctionArgs) {
  const { survey, viewer } = await surveyForMember(args);
  const respondent = await memberAsked(args.context.db, survey, viewer);
  return {
    ...(await readAnswerPage(args.context, args.request, survey, respondent, new Date())),
    manages: isAllowed(viewer.role, 'meeting.manage'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { survey, viewer } = await surveyForMember(args);
  const respondent = await memberAsked(args.context.db, survey, viewer);
  if (!respondent) return notFound();
  return takeAnswers(args.context, args.request, survey.id, respondent, `/surveys/${survey.id}?thanks`);
}

export default function SurveyPage() {
  const { manages, results, ...facts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { survey } = facts;
  const place = `/surveys/${survey.id}`;
  return (
    <>
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: 'アンケート', href: '/surveys' },
        ]}
      />
      {manages && (
        <p>
          <a href={`${place}/edit`}>このアンケートの準備と結果</a>
        </p>
      )}
      <AnswerPage
        {...facts}
        refused={refused}
        changeHref={`${place}?change`}
        resultsHref={results ? `${place}/results` : null}
      />
    </>
  );
}
