import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { surveyState, surveysOfMeeting } from '#app/domain/surveys/read-survey.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import { surveyNote } from '#app/ui/survey/words.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('会のアンケート');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  const now = new Date();
  const surveys = await surveysOfMeeting(args.context.db, meeting.slug);
  return { meeting, surveys: surveys.map((survey) => ({ ...survey, state: surveyState(survey, now) })) };
}

export default function MeetingSurveys() {
  const { meeting, surveys } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: meetingName(meeting), href: `/meetings/${meeting.slug}` },
          { label: '会の準備と記録', href: `/meetings/${meeting.slug}/manage` },
        ]}
      />
      <PageHead
        title="会のアンケート"
        lead="この会に申し込んだ方にうかがいます。質問のひな形から始め、公開する前に直せます。"
      />
      {surveys.length > 0 && (
        <PlainList
          items={surveys.map((survey) => ({
            href: `/surveys/${survey.id}/edit`,
            title: survey.title,
            note: surveyNote(survey, survey.state),
          }))}
        />
      )}
      <form method="post" action="/surveys?index" className="mt24">
        <input type="hidden" name="meeting" value={meeting.slug} />
        <button className="btn" type="submit">
          アンケートを作る
        </button>
      </form>
    </div>
  );
}
