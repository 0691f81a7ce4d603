import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerDates } from '#app/domain/meetings/dates/answer-dates.server.ts';
import { fixDate } from '#app/domain/meetings/dates/fix-date.server.ts';
import { DATE_LIMITS } from '#app/domain/meetings/dates/limits.ts';
import { answersOf, candidatesOf, findPlanned } from '#app/domain/meetings/dates/read-dates.server.ts';
import { setDates } from '#app/domain/meetings/dates/set-dates.server.ts';
import { proposeDate, weighDates } from '#app/domain/meetings/dates/weigh.ts';
import { findMeeting } from '#app/domain/meetings/meetings.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readDateAnswers, readDateRows } from '#app/http/date-forms.server.ts';
import { type PostedForm, readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import { unlessUnchecked } from '#app/http/unless-unchecked.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { DateChoices } from '#app/ui/meeting/date-choices.tsx';
import { type DateRow, DateRows } from '#app/ui/meeting/date-rows.tsx';
import { DateAnswers, DateSummary } from '#app/ui/meeting/date-tables.tsx';
import { dateReasonWords, showHours } from '#app/ui/meeting/date-words.ts';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { showDay } from '#app/ui/time.ts';
import type { Db } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data: facts }) =>
  title(facts ? `日程：${facts.name}` : '日程');

const DONE: Record<string, string | undefined> = {
  answered: '答えを預かりました。決まるまで、何度でも直せます。',
  set: '候補の日を書きました。会員のホームに出ています。',
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'meeting.take-part');
  const { db } = args.context;
  const slug = args.params.slug as string;
  const meeting = await findPlanned(db, slug);
  if (!meeting) return leadToMeeting(db, slug);
  const dates = await candidatesOf(db, slug);
  const members = await answersOf(db, slug, meeting.hostId);
  const mine = members.find(({ memberId }) => memberId === viewer.id);
  const isDesk = viewer.role === 'secretariat';
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    slug,
    name: meetingName(meeting),
    lead: meeting.lead,
    dates,
    members,
    weighed: weighDates(dates, members),
    proposal: proposeDate(dates, members),
    mine: mine ? { answers: mine.answers, remark: mine.remark } : null,
    isDesk,
    done: DONE[done] ?? null,
  };
}

/** A day that is found stands on the meeting's own page. */
async function leadToMeeting(db: Db, slug: string): Promise<never> {
  if (await findMeeting(db, 'members', slug)) throw redirect(`/meetings/${slug}`);
  return notFound();
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request);
  const intent = form.text('intent');
  const isDesk = intent === 'set' || intent === 'fix';
  const viewer = await requireMember(args, isDesk ? 'meeting.manage' : 'meeting.take-part');
  const { db, nudge } = args.context;
  const slug = args.params.slug as string;
  const now = new Date();
  if (intent === 'fix') {
    const fixed = await fixDate(db, viewer.id, slug, form.text('date'), now);
    // Somebody else was as quick; the meeting's page says which day it is.
    if (!fixed.ok && fixed.refusal.code !== 'changed-meanwhile') return notFound();
    nudge();
    throw redirect(`/meetings/${slug}`);
  }
  if (intent === 'set') {
    const outcome = await setDates(db, viewer.id, slug, readDateRows(form, DATE_LIMITS.most), now);
    return answered(outcome, `/meetings/${slug}/dates?done=set`, form);
  }
  const ids = (await candidatesOf(db, slug)).map(({ id }) => id);
  const said = readDateAnswers(form, ids);
  const outcome = (await unlessUnchecked(answerDates(db, viewer, slug, said, form.text('remark'), now))) ?? {
    ok: false as const,
    refusal: { code: 'unchecked' as const },
  };
  return answered(outcome, `/meetings/${slug}/dates?done=answered`, form);
}

/** What was typed goes back with what is wrong about it. */
function answered(outcome: Outcome<null>, href: string, form: PostedForm) {
  if (outcome.ok) throw redirect(href);
  const { refusal } = outcome;
  if (refusal.code === 'not-found') return notFound({ body: form.text('remark') });
  const rows = form.text('intent') === 'set' ? readDateRows(form, DATE_LIMITS.most) : null;
  const typed = { remark: form.text('remark'), rows };
  return data({ typed, ...formTrouble(refusal) }, { status: statusOf(refusal) });
}

export default function Dates() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { slug, name, lead, dates, members, weighed, proposal, mine, isDesk, done } = facts;
  const proposed = dates.find(({ id }) => id === proposal?.id);
  const wrong: Record<string, string> = refused?.wrong ?? {};
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '情報交換会', href: '/meetings' }]} />
      <PageHead title={`${name}の日程`} lead={lead || undefined} />
      {refused && refused.errors.length > 0 && (
        <ErrorSummary title="まだ送れていません" errors={refused.errors} />
      )}
      {done && !refused && <Notice kind="ok" title={done} />}
      {dates.length === 0 ? (
        <p>候補の日は、まだ決まっていません。</p>
      ) : (
        <Section
          id="answer"
          title="いつなら来られますか"
          note="候補の日ごとに選んで、送ってください。まだ分からない日は、そのままでかまいません。"
        >
          <form method="post" action={`/meetings/${slug}/dates`}>
            {wrong.dates && <p className="wrong">{wrong.dates}</p>}
            <DateChoices dates={dates} chosen={mine?.answers ?? {}} />
            <div className="mt16">
              <TextField
                name="remark"
                label="ひとこと"
                optional="なくてもかまいません"
                help="会員が読みます。名前や連絡先は書かないでください。"
                maxLength={DATE_LIMITS.remark}
                defaultValue={refused?.typed.remark ?? mine?.remark}
                wrong={wrong.remark}
              />
            </div>
            <div className="btns mt16">
              <button className="btn" type="submit">
                この答えを送る
              </button>
              <button className="btn btn--line" type="submit" name="all" value="yes">
                どの日も行ける
              </button>
            </div>
          </form>
        </Section>
      )}
      {members.length > 0 && (
        <Section id="answers" title="みんなの答え" count={`${members.length}名`}>
          <DateSummary dates={dates} weighed={weighed} proposed={proposal?.id ?? null} />
          <Fold summary="だれが、どう答えたか">
            <DateAnswers dates={dates} members={members} />
          </Fold>
        </Section>
      )}
      {isDesk && (
        <Section id="fix" title="日程を決める" note="決めると、会が公開され、答えた人にお知らせが届きます。">
          {proposed && proposal ? (
            <Notice kind="info" title={`いちばん合う日：${showDay(proposed.day)} ${showHours(proposed)}`}>
              <ul>
                {proposal.reasons.map((reason) => (
                  <li key={reason.code}>{dateReasonWords(reason)}</li>
                ))}
              </ul>
            </Notice>
          ) : (
            <p>答えが届くと、いちばん合う日をここに出します。</p>
          )}
          {dates.length > 0 && (
            <form method="post" action={`/meetings/${slug}/dates`} className="btns mt16">
              <input type="hidden" name="intent" value="fix" />
              {dates.map(({ id, day, ...hours }) => (
                <button
                  key={id}
                  className={id === proposed?.id ? 'btn' : 'btn btn--line'}
                  type="submit"
                  name="date"
                  value={id}
                >
                  {showDay(day)} {showHours(hours)} に決める
                </button>
              ))}
            </form>
          )}
          <Fold
            className="mt24"
            summary={dates.length > 0 ? '候補の日を直す' : '候補の日を書く'}
            open={dates.length === 0 || Boolean(refused?.typed.rows)}
          >
            <form method="post" action={`/meetings/${slug}/dates`} id="dates-form">
              <input type="hidden" name="intent" value="set" />
              {wrong.candidates && <p className="wrong">{wrong.candidates}</p>}
              <p className="help" id="candidates">
                {DATE_LIMITS.fewest}つから{DATE_LIMITS.most}
                まで。いらない行は空けておいてください。日や時刻を変えた候補は、答えがなくなります。
              </p>
              <DateRows rows={refused?.typed.rows ?? rowsOf(dates)} wrong={wrong} />
              <div className="btns mt16">
                <button className="btn btn--line" type="submit">
                  この候補できく
                </button>
              </div>
            </form>
          </Fold>
        </Section>
      )}
    </div>
  );
}

/** The candidates there are, and blank rows for more. */
function rowsOf(dates: DateRow[]): DateRow[] {
  const blank = { day: '', startsAt: '', endsAt: '' };
  return Array.from({ length: DATE_LIMITS.most }, (_, index) => dates[index] ?? blank);
}
