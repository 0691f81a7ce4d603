import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkIn } from '#app/domain/meetings/attendance.server.ts';
import { onlineAddress } from '#app/domain/meetings/entry.server.ts';
import { findMeeting } from '#app/domain/meetings/meetings.server.ts';
import { guestSignup } from '#app/domain/meetings/own-signup.server.ts';
import { cancelSignup, changeSignup, NOTHING_SAID } from '#app/domain/meetings/sign-up.server.ts';
import { surveyState, surveysOfMeeting } from '#app/domain/surveys/read-survey.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { readManner } from '#app/http/signup-form.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { MannerField } from '#app/ui/meeting/signup-fields.tsx';
import { SignupState } from '#app/ui/meeting/signup-state.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('申し込みの内容');

/** A guest's own page: whoever has its address may change or cancel. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db } = context;
  const slug = params.slug as string;
  const own = await guestSignup(db, slug, params.token as string);
  const meeting = own && (await findMeeting(db, 'members', slug));
  if (!own || !meeting) return notFound();
  const now = new Date();
  const surveys = own.status === 'attending' ? await surveysOfMeeting(db, slug) : [];
  const mayKnow = own.status === 'attending' && meeting.status === 'announced';
  return {
    open: surveys.filter((survey) => surveyState(survey, now) === 'open'),
    meeting,
    own,
    onlineUrl: mayKnow ? await onlineAddress(db, slug) : '',
    place: `/meetings/${slug}/mine/${params.token}`,
  };
}

export async function action({ params, context, request }: ActionFunctionArgs) {
  const { db, nudge } = context;
  const [slug, token] = [params.slug as string, params.token as string];
  const form = await readForm(request);
  const now = new Date();
  const words = { ...NOTHING_SAID, manner: readManner(form) };
  const act = async () => {
    switch (form.text('intent')) {
      case 'cancel':
        return cancelSignup(db, slug, { token }, now);
      case 'here':
        return checkIn(db, slug, form.text('code').normalize('NFKC').trim(), { token }, now);
      default:
        return changeSignup(db, slug, { token }, words, now);
    }
  };
  const outcome = await act();
  if (!outcome.ok && outcome.refusal.code === 'not-found') return notFound();
  if (!outcome.ok) return data(formTrouble(outcome.refusal), { status: statusOf(outcome.refusal) });
  nudge();
  throw redirect(`/meetings/${slug}/mine/${token}`);
}

export default function GuestPage() {
  const { meeting, own, onlineUrl, open, place } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="narrow">
      <PageHead
        title="申し込みの内容"
        lead={`${meetingName(meeting)}　${own.organization} ${own.familyName}さん`}
      />
      {result && <ErrorSummary title="まだ変わっていません" errors={result.errors} />}
      <SignupState own={own} onlineUrl={onlineUrl} />
      {open.map(({ id, title: name }) => (
        <p key={id} className="mt16">
          <a className="btn btn--line" href={`${place}/survey/${id}`}>
            アンケートに答える：{name}
          </a>
        </p>
      ))}
      {own.status !== 'cancelled' && (
        <>
          <p className="mt16">
            <a href={`/meetings/${meeting.slug}`}>会の案内を見る</a>
          </p>
          <form method="post" className="mt24">
            <MannerField manner={own.manner} />
            <div className="btns mt16">
              <button className="btn" type="submit">
                変えた内容で保存する
              </button>
              <button className="btn btn--quiet" type="submit" name="intent" value="cancel">
                申し込みを取り消す
              </button>
            </div>
          </form>
          {own.status === 'attending' && !own.attended && (
            <Section id="here" title="会場での受付">
              <form method="post">
                <TextField name="code" label="受付の合言葉" autoComplete="off" />
                <button className="btn btn--line" type="submit" name="intent" value="here">
                  受付する
                </button>
              </form>
            </Section>
          )}
        </>
      )}
    </div>
  );
}
