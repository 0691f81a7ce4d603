import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isOpenForSignup } from '#app/domain/meetings/open-for-signup.ts';
import { colleaguesToSignUp, ownSignup, signedUpBy } from '#app/domain/meetings/own-signup.server.ts';
import {
  cancelSignup,
  changeSignup,
  NOTHING_SAID,
  signUpColleague,
  signUpMember,
} from '#app/domain/meetings/sign-up.server.ts';
import { programmes } from '#app/domain/network/programmes.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { readSignupForm } from '#app/http/signup-form.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { ColleagueList } from '#app/ui/meeting/colleague-list.tsx';
import { SignupFields } from '#app/ui/meeting/signup-fields.tsx';
import { SignupState } from '#app/ui/meeting/signup-state.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('会に申し込む');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting, viewer } = await requireMeeting(args, 'meeting.sign-up');
  const { db } = args.context;
  return {
    meeting,
    viewer,
    open: isOpenForSignup(meeting, new Date()),
    own: (await ownSignup(db, meeting.slug, viewer.id)) ?? null,
    others: await signedUpBy(db, meeting.slug, viewer.id),
    colleagues: await colleaguesToSignUp(db, meeting.slug, viewer),
    programmes: await programmes.get(db),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { meeting, viewer } = await requireMeeting(args, 'meeting.sign-up');
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const now = new Date();
  const words = readSignupForm(
    form,
    (await programmes.get(db)).map(({ slug }) => slug),
  );
  const { slug } = meeting;
  const holder = { memberId: viewer.id, signupId: form.text('id') };
  const colleague = { familyName: form.text('familyName'), email: form.text('email') };
  const act = async () => {
    switch (form.text('intent')) {
      case 'cancel':
        return cancelSignup(db, slug, holder, now);
      case 'change':
        return changeSignup(db, slug, holder, words, now);
      case 'colleague':
        return signUpMember(db, viewer, slug, form.text('member'), NOTHING_SAID, now);
      case 'named':
        return signUpColleague(db, viewer, slug, colleague, NOTHING_SAID, now);
      default:
        return signUpMember(db, viewer, slug, viewer.id, words, now);
    }
  };
  const outcome = await act();
  if (!outcome.ok)
    return data({ colleague, ...formTrouble(outcome.refusal) }, { status: statusOf(outcome.refusal) });
  nudge();
  throw redirect(
    form.text('intent') === '' ? `/meetings/${slug}?signed-up#signup` : `/meetings/${slug}/sign-up?done`,
  );
}

export default function SignUp() {
  const {
    meeting,
    viewer,
    open,
    own,
    others,
    colleagues,
    programmes: fields,
  } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const wrong: Record<string, string> = result?.wrong ?? {};
  const name = meetingName(meeting);
  const signedUp = own !== null && own.status !== 'cancelled';
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: name, href: `/meetings/${meeting.slug}` },
        ]}
      />
      <PageHead title={signedUp ? '申し込みの内容' : '会に申し込む'} lead={name} />
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ申し込んでいません" errors={result.errors} />
      )}
      {signedUp && <SignupState own={own} />}
      {!open && <Notice kind="info" title="いまは申し込みを受け付けていません" />}
      {open && (
        <form method="post" className="sheet mt24">
          <p>
            <b>
              {viewer.organization} {viewer.familyName}
            </b>
            <br />
            <span className="small quiet">この名前で名簿にのります</span>
          </p>
          <SignupFields groups={meeting.groups} programmes={fields} said={signedUp ? own : { ...NO_WORDS }} />
          {signedUp && <input type="hidden" name="id" value={own.id} />}
          <div className="btns mt24">
            <button className="btn" type="submit" name="intent" value={signedUp ? 'change' : ''}>
              {signedUp ? '変えた内容で保存する' : 'この内容で申し込む'}
            </button>
            {signedUp && (
              <button className="btn btn--quiet" type="submit" name="intent" value="cancel">
                申し込みを取り消す
              </button>
            )}
          </div>
          <p className="small quiet mt8">締切までは、何度でも直せます。</p>
        </form>
      )}
      {open && (
        <Section id="colleagues" title="同じ機関の人の分も申し込む">
          <ColleagueList others={others} colleagues={colleagues} />
          <form method="post" className="mt24">
            <TextField
              name="familyName"
              label="会員ではない同僚の名字"
              wrong={wrong.familyName}
              defaultValue={result?.colleague.familyName}
            />
            <TextField
              name="email"
              label="同僚のメールアドレス"
              optional="あれば案内が届きます"
              type="email"
              autoComplete="off"
              wrong={wrong.email}
              defaultValue={result?.colleague.email}
            />
            <button className="btn btn--line" type="submit" name="intent" value="named">
              この同僚を申し込む
            </button>
          </form>
        </Section>
      )}
    </div>
  );
}

const NO_WORDS = { manner: 'own' as const, years: null, programme: null, wishes: [] };
