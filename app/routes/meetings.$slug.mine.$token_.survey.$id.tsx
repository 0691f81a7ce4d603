import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findSurvey, surveyState } from '#app/domain/surveys/read-survey.server.ts';
import { guestAsked } from '#app/domain/surveys/respondent.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { readAnswerPage, takeAnswers } from '#app/http/survey-answer.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { AnswerPage } from '#app/ui/survey/answer-page.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('アンケート');

/** The survey of a meeting to a guest: whoever has the address of their page may answer for them. */
async function openFor({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const { slug = '', token = '', id = '' } = params;
  const survey = await findSurvey(context.db, id);
  if (survey?.meetingSlug !== slug || surveyState(survey, new Date()) === 'draft') return notFound();
  const respondent = await guestAsked(context.db, survey, token);
  return respondent ? { survey, respondent, place: `/meetings/${slug}/mine/${token}` } : notFound();
}

export async function loader(args: LoaderFunctionArgs) {
  const { survey, respondent, place } = await openFor(args);
  const facts = await readAnswerPage(args.context, args.request, survey, respondent, new Date());
  return { ...facts, place };
}

export async function action(args: ActionFunctionArgs) {
  const { survey, respondent, place } = await openFor(args);
  return takeAnswers(
    args.context,
    args.request,
    survey.id,
    respondent,
    `${place}/survey/${survey.id}?thanks`,
  );
}

export default function GuestSurvey() {
  const { place, results, ...facts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { survey } = facts;
  return (
    <>
      <AnswerPage
        {...facts}
        refused={refused}
        changeHref={`${place}/survey/${survey.id}?change`}
        resultsHref={results && survey.audience === 'everyone' ? `/surveys/${survey.id}/results` : null}
      />
      <p className="mt24">
        <a href={place}>申し込みの内容に戻る</a>
      </p>
    </>
  );
}
