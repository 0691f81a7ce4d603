import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAllowed } from '#app/domain/permissions.ts';
import { FIRST_QUESTIONS } from '#app/domain/surveys/draft.ts';
import { makeSurvey } from '#app/domain/surveys/edit-survey.server.ts';
import { allSurveys, surveyState } from '#app/domain/surveys/read-survey.server.ts';
import { maySeeResults } from '#app/domain/surveys/results.server.ts';
import { surveysToAnswer } from '#app/domain/surveys/to-answer.server.ts';
import { meetingForSurvey, resultReader } from '#app/http/find-survey.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { Section } from '#app/ui/section.tsx';
import { SurveyCalls } from '#app/ui/survey/survey-calls.tsx';
import { surveyNote } from '#app/ui/survey/words.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('アンケート');

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'meeting.take-part');
  const { db } = args.context;
  const now = new Date();
  const manages = isAllowed(viewer.role, 'meeting.manage');
  const all = (await allSurveys(db)).map((survey) => ({ ...survey, state: surveyState(survey, now) }));
  return {
    manages,
    toAnswer: await surveysToAnswer(db, viewer, now),
    results: all.filter((survey) => maySeeResults(survey, resultReader(viewer), now)),
    // The desk's own list has what it writes and what is under way.
    all: manages ? all : [],
  };
}

/** The desk begins a survey, of a meeting or of the whole network. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'meeting.manage');
  const form = await readForm(args.request);
  const meeting = await meetingForSurvey(args.context, form.text('meeting'));
  const draft = {
    title: meeting === null ? '新しいアンケート' : '会のアンケート',
    lead: '',
    anonymous: true,
    audience: 'members' as const,
    closesAt: '',
    questions: [...FIRST_QUESTIONS],
  };
  const made = await makeSurvey(args.context.db, viewer, meeting, draft, new Date());
  if (!made.ok) throw new Error('The survey that every survey begins with was refused');
  throw redirect(`/surveys/${made.value}/edit?done=made`);
}

export default function Surveys() {
  const { manages, toAnswer, results, all } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs steps={[{ label: '情報交換会', href: '/meetings' }]} />
      <PageHead
        title="アンケート"
        lead="会のあとの感想や、次に話したいことをうかがいます。"
        act={
          manages ? (
            <form method="post" action="/surveys?index">
              <button className="btn" type="submit">
                アンケートを作る
              </button>
            </form>
          ) : undefined
        }
      />
      <Section id="to-answer" title="受け付け中" count={`${toAnswer.length}件`} narrow>
        {toAnswer.length === 0 ? (
          <Empty icon="done" title="お答えいただくアンケートはありません">
            会のあとなどにうかがうときは、ここと、会のページに出ます。
          </Empty>
        ) : (
          <SurveyCalls surveys={toAnswer} />
        )}
      </Section>
      {!manages && results.length > 0 && (
        <Section id="results" title="結果" count={`${results.length}件`} narrow>
          <PlainList
            items={results.map((survey) => ({
              href: `/surveys/${survey.id}/results`,
              title: survey.title,
              note: [survey.meeting, surveyNote(survey, survey.state)].filter(Boolean).join('・'),
            }))}
          />
        </Section>
      )}
      {all.length > 0 && (
        <Section id="all" title="準備と結果" count={`${all.length}件`} narrow>
          <PlainList
            items={all.map((survey) => ({
              href: `/surveys/${survey.id}/edit`,
              title: survey.title,
              note: [survey.meeting, surveyNote(survey, survey.state)].filter(Boolean).join('・'),
            }))}
          />
        </Section>
      )}
    </>
  );
}
