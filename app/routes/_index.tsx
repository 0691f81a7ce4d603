import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { datesAsked } from '#app/domain/meetings/dates/read-dates.server.ts';
import { readSignupView } from '#app/domain/meetings/signup-view.server.ts';
import { programmesOf } from '#app/domain/members/settings.server.ts';
import { recentActivity } from '#app/domain/network/activity.server.ts';
import { firstSteps } from '#app/domain/network/first-steps.server.ts';
import { onEveryHome } from '#app/domain/network/home.server.ts';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { notesToVerify } from '#app/domain/notes/verify.server.ts';
import { unreadAnswers } from '#app/domain/notices/notices.server.ts';
import { firstWords } from '#app/domain/posts/render.server.ts';
import { countOpenIn, openQuestionsFor } from '#app/domain/questions/open.server.ts';
import { surveysToAnswer } from '#app/domain/surveys/to-answer.server.ts';
import { rowsPiece } from '#app/http/question-rows-piece.server.tsx';
import { requireMember } from '#app/http/require-member.server.ts';
import { Fragment } from '#app/page-context.tsx';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { AsideSection } from '#app/ui/aside-section.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Empty } from '#app/ui/empty.tsx';
import type { Fact } from '#app/ui/facts.tsx';
import { Activity } from '#app/ui/home/activity.tsx';
import { FirstSteps } from '#app/ui/home/first-steps.tsx';
import { Folk } from '#app/ui/home/folk.tsx';
import { NewAnswer } from '#app/ui/home/new-answer.tsx';
import { NextMeeting } from '#app/ui/home/next-meeting.tsx';
import { Papers } from '#app/ui/home/papers.tsx';
import { WritingInvitation } from '#app/ui/home/writing-invitation.tsx';
import { AskingDates } from '#app/ui/meeting/asking-dates.tsx';
import { meetingInstants, meetingName, reportNote } from '#app/ui/meeting/words.ts';
import { NotesToVerify } from '#app/ui/note/notes-to-verify.tsx';
import { notePaper } from '#app/ui/note/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { SurveyCalls } from '#app/ui/survey/survey-calls.tsx';
import { showDate, tokyoDay } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'home' };
export const meta: MetaFunction = () => title('ホーム');

const OPEN_SHOWN = 5;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'question.read');
  const { db } = args.context;
  const now = new Date();
  const today = tokyoDay(now);
  const mine = await programmesOf(db, viewer.id);
  const { next, ...shared } = await onEveryHome.get(db, today);
  const answers = await unreadAnswers(db, viewer.id, 5);
  const open = await openQuestionsFor(db, mine, viewer.id, OPEN_SHOWN);
  args.context.fragments.set('open', await rowsPiece(db, open, now, 'section'));
  return {
    now: now.toISOString(),
    viewer,
    programmes: (await programmes.get(db)).filter(({ slug }) => mine.includes(slug)).map(({ name }) => name),
    open: open.length,
    openCount: await countOpenIn(db, mine),
    steps: await firstSteps(db, viewer),
    answers: answers.map(({ body, ...answer }) => ({ ...answer, lead: firstWords(body) })),
    asked: await datesAsked(db, viewer),
    surveys: (await surveysToAnswer(db, viewer, now)).filter(({ answered }) => !answered),
    next,
    signup: next ? await readSignupView(db, next, viewer.id, now) : null,
    ...shared,
    toVerify: await notesToVerify(db, viewer.id, now),
    activity: await recentActivity.get(db),
  };
}

export default function Home() {
  const facts = useLoaderData<typeof loader>();
  const { viewer, open, answers, asked, surveys, next, report, notes, toVerify, newcomers, activity } = facts;
  const now = new Date(facts.now);
  const fields = facts.programmes.length > 0 ? facts.programmes.join('・') : 'すべての分野';
  return (
    <>
      <PageHead dateline={showDate(now)} title={`${viewer.familyName}さん、おつかれさまです`} />
      {!viewer.introduced && !facts.steps && (
        <Notice kind="info" title="はじめまして">
          <p>
            どんな仕事をしているか、<a href="/settings">自己紹介を書いて</a>みませんか。
          </p>
        </Notice>
      )}
      <Columns
        aside={
          <>
            {asked.length > 0 && (
              <AsideSection id="asked" title="日程をきいています">
                <AskingDates meetings={asked} />
              </AsideSection>
            )}
            {surveys.length > 0 && (
              <AsideSection id="surveys" title="アンケートにお答えください">
                <SurveyCalls surveys={surveys} />
              </AsideSection>
            )}
            {next && facts.signup && <NextMeetingOf meeting={next} signup={facts.signup} />}
            {report && (
              <AsideSection id="report" title="開催報告">
                <p>
                  <a href={`/meetings/${report.slug}/report`}>
                    <b>{meetingName(report)}</b>
                  </a>
                </p>
                <p className="quiet">{reportNote(report)}</p>
              </AsideSection>
            )}
            <Activity {...activity} />
          </>
        }
      >
        <WritingInvitation />
        {facts.steps ? (
          <FirstSteps {...facts.steps} />
        ) : (
          <Section
            id="open"
            title="回答を待っている質問"
            count={`${facts.openCount}件`}
            link={{ href: '/questions?state=open', label: 'すべて' }}
            note={
              <>
                あなたの分野（{fields}）で、まだ回答がない質問です。
                <a href="/settings#programmes">分野を変える</a>
              </>
            }
          >
            {open > 0 ? (
              <Fragment as="ol" name="open" />
            ) : (
              <Empty icon="done" title="待っている質問はありません">
                新しい質問が届くと、ここに出ます。
              </Empty>
            )}
          </Section>
        )}
        {answers.length > 0 && (
          <Section
            id="answers"
            title="あなたへの新しい回答"
            count={`${answers.length}件`}
            link={{ href: '/notices', label: 'すべて' }}
          >
            <ul>
              {answers.map(({ id, questionId, title: asked, lead, at, organization, familyName }) => (
                <NewAnswer
                  key={id}
                  question={{ id: questionId, title: asked }}
                  answerId={id}
                  lead={lead}
                  author={{ organization, familyName }}
                  at={at}
                  now={now}
                />
              ))}
            </ul>
          </Section>
        )}
        {toVerify.length > 0 && (
          <Section
            id="verify"
            title="確かめてほしいノート"
            count={`${toVerify.length}本`}
            note="あなたが受け持つノートのうち、1年以上たったものです。今も正しければ、ボタンを押してください。"
          >
            <NotesToVerify notes={toVerify} />
          </Section>
        )}
      </Columns>
      {notes.length > 0 && (
        <Section id="notes" title="新しいノート" link={{ href: '/notes', label: 'すべて' }}>
          <Papers papers={notes.map(notePaper)} />
        </Section>
      )}
      {newcomers.length > 0 && (
        <Section id="folk" title="新しい仲間" link={{ href: '/organizations', label: 'すべて' }}>
          <Folk
            newcomers={newcomers.map(({ id, organization, familyName, introduction }) => ({
              id,
              author: { organization, familyName },
              introduction,
            }))}
          />
        </Section>
      )}
    </>
  );
}

type Facts = ReturnType<typeof useLoaderData<typeof loader>>;

function NextMeetingOf({
  meeting,
  signup: { own, open, onlineUrl, attending, organizations },
}: {
  meeting: NonNullable<Facts['next']>;
  signup: NonNullable<Facts['signup']>;
}) {
  const facts: Fact[] = [{ label: '場所', value: meeting.place }];
  if (attending > 0) facts.push({ label: '申込み', value: `${attending}名（${organizations}機関）` });
  if (onlineUrl !== '') facts.push({ label: '入口', value: <a href={onlineUrl}>オンラインの入口</a> });
  if (own?.status === 'waiting') facts.push({ label: '空き待ち', value: `${own.waitingAs}番目です` });
  const signedUp = own?.status === 'attending';
  const place = `/meetings/${meeting.slug}`;
  return (
    <NextMeeting
      href={`/meetings/${meeting.slug}`}
      title={meetingName(meeting)}
      {...meetingInstants(meeting)}
      signedUp={signedUp ? {} : null}
      facts={facts}
      act={
        open && own?.status !== 'waiting' && !signedUp
          ? { href: `${place}/sign-up`, label: '申し込む' }
          : { href: place, label: 'くわしく見る' }
      }
    />
  );
}
