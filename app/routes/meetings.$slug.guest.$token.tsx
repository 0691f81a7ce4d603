import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findGuestLink } from '#app/domain/meetings/guest-links.server.ts';
import { findMeeting } from '#app/domain/meetings/meetings.server.ts';
import { isOpenForSignup } from '#app/domain/meetings/open-for-signup.ts';
import { signUpGuest } from '#app/domain/meetings/sign-up.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { Pace } from '#app/http/pace.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { readManner } from '#app/http/signup-form.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { SIDE_NAMES } from '#app/ui/meeting/manner.ts';
import { MannerField } from '#app/ui/meeting/signup-fields.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('会に申し込む');

/** An office shares one address, and some mistype. */
const pace = new Pace(20, 10 * 60 * 1000);

async function open({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const { db } = context;
  const link = await findGuestLink(db, params.slug as string, params.token as string);
  const meeting = link && (await findMeeting(db, 'members', link.slug));
  return link && meeting ? { link, meeting } : notFound();
}

export async function loader(args: LoaderFunctionArgs) {
  const { link, meeting } = await open(args);
  return { meeting, side: link.side, open: isOpenForSignup(meeting, new Date()) };
}

export async function action(args: ActionFunctionArgs) {
  const { db, nudge, address } = args.context;
  const { link, meeting } = await open(args);
  const form = await readForm(args.request);
  const typed = {
    organization: form.text('guestOrganization'),
    familyName: form.text('familyName'),
    email: form.text('email'),
  };
  if (!pace.allows(address, performance.now()))
    return data(
      { typed, ...formTrouble({ code: 'invalid', fields: { email: 'too-many-tries' } }) },
      { status: 429 },
    );
  const outcome = await signUpGuest(db, link, typed, readManner(form), new Date());
  if (!outcome.ok)
    return data({ typed, ...formTrouble(outcome.refusal) }, { status: statusOf(outcome.refusal) });
  nudge();
  throw redirect(`/meetings/${meeting.slug}/mine/${outcome.value.token}`);
}

export default function GuestSignUp() {
  const { meeting, side, open: isOpen } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const wrong: Record<string, string> = result?.wrong ?? {};
  return (
    <div className="narrow">
      <PageHead title="会に申し込む" lead={`${meetingName(meeting)}（${SIDE_NAMES[side]}の方）`} />
      {result && <ErrorSummary title="まだ申し込んでいません" errors={result.errors} />}
      {isOpen ? (
        <form method="post">
          <TextField
            name="guestOrganization"
            label="所属"
            required
            autoComplete="organization"
            wrong={wrong.guestOrganization}
            defaultValue={result?.typed.organization}
          />
          <TextField
            name="familyName"
            label="名字"
            required
            autoComplete="family-name"
            wrong={wrong.familyName}
            defaultValue={result?.typed.familyName}
          />
          <TextField
            name="email"
            label="メールアドレス"
            required
            type="email"
            autoComplete="email"
            help="オンラインの入口と、変更のためのリンクをお送りします。"
            wrong={wrong.email}
            defaultValue={result?.typed.email}
          />
          <MannerField manner="own" />
          <div className="btns mt24">
            <button className="btn" type="submit">
              この内容で申し込む
            </button>
          </div>
        </form>
      ) : (
        <Notice kind="info" title="いまは申し込みを受け付けていません" />
      )}
    </div>
  );
}
