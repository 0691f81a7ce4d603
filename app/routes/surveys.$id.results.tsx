import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { removeSurveyText } from '#app/domain/surveys/remove-text.server.ts';
import { readResults } from '#app/domain/surveys/results.server.ts';
import { resultReader, surveyForDesk } from '#app/http/find-survey.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { PrintButton } from '#app/ui/meeting/print-button.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { answersWords, SurveyFigures } from '#app/ui/survey/survey-results.tsx';
import { untilWords } from '#app/ui/survey/words.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data: facts }) =>
  title(facts ? `結果：${facts.results.title}` : 'アンケートの結果');

/** For the desk at once, for members and visitors when they may. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const reader = resultReader(await context.viewer());
  const results = await readResults(context.db, params.id as string, reader, new Date());
  return results ? { results, isDesk: reader === 'desk', isMember: reader !== 'everyone' } : notFound();
}

/** The desk takes a free text out. */
export async function action(args: ActionFunctionArgs) {
  const { survey, viewer } = await surveyForDesk(args);
  const form = await readForm(args.request);
  const removed = await removeSurveyText(
    args.context.db,
    viewer.id,
    survey.id,
    form.text('text'),
    new Date(),
  );
  if (!removed.ok) return notFound();
  throw redirect(`/surveys/${survey.id}/results`);
}

export default function Results() {
  const { results, isDesk, isMember } = useLoaderData<typeof loader>();
  const place = `/surveys/${results.id}`;
  const until = results.closesAt === null ? '' : untilWords(results.closesAt);
  return (
    <>
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          ...(isMember ? [{ label: 'アンケート', href: '/surveys' }] : []),
          ...(isDesk ? [{ label: results.title, href: `${place}/edit` }] : []),
        ]}
      />
      <PageHead
        title={results.title}
        dateline="アンケートの結果"
        lead={results.closed ? answersWords(results) : `${answersWords(results)}・${until}受け付け中`}
      />
      {results.source && <p className="mt8">{results.lead}</p>}
      <p className="small quiet mt8">
        どの質問にも、答えた人の数（n）をそえています。割合は、その質問に答えた人のうちの割合です。
      </p>
      {isDesk && (
        <p className="btns mt16">
          <a className="btn btn--line" href={`${place}/results.xlsx`}>
            Excel で保存
          </a>
          <a className="btn btn--line" href={`${place}/results.csv`}>
            CSV で保存
          </a>
          <PrintButton />
        </p>
      )}
      <SurveyFigures results={results} removeAt={isDesk ? `${place}/results` : undefined} />
    </>
  );
}
