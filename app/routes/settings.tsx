import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { makeFeedLink, readFeedLink, revokeFeedLink } from '#app/domain/feeds/feed-link.server.ts';
import { PASSWORD_LENGTH } from '#app/domain/login/password-length.ts';
import { chooseMail, MAIL_WAYS, readMailChoice } from '#app/domain/members/mail-choice.server.ts';
import { changePassword, changeProfile, readProfile } from '#app/domain/members/settings.server.ts';
import { listProgrammes } from '#app/domain/network/programmes.server.ts';
import { LIMITS } from '#app/domain/posts/limits.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { orBusy } from '#app/http/or-busy.server.ts';
import { readProfileForm } from '#app/http/profile-form.server.ts';
import { requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Check } from '#app/ui/check.tsx';
import { type FieldFinding, NO_DECISIONS } from '#app/ui/composer/decisions.ts';
import { RefusedFindings } from '#app/ui/composer/refused-findings.tsx';
import { numbered } from '#app/ui/composer/standing.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { FieldSet, TextArea, TextField } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { FeedForm } from '#app/ui/settings/feed-form.tsx';
import { MailForm } from '#app/ui/settings/mail-form.tsx';

export const handle: RouteHandle = { place: 'settings' };
export const meta: MetaFunction = () => title('設定');

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'settings.change');
  const { db } = args.context;
  return {
    viewer,
    profile: await readProfile(db, viewer.id),
    programmes: await listProgrammes(db),
    mail: await readMailChoice(db, viewer.id),
    feed: (await readFeedLink(db, viewer.id)) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, sessions, cookies, config } = args.context;
  const form = await readForm(args.request);
  const viewer = await requireMember(args, 'settings.change', { body: form.text('introduction') });
  const intent = form.text('intent');
  const withText = form.text('withText') === '1';
  if (intent === 'mail') {
    const way = MAIL_WAYS.find((one) => one === form.text('way')) ?? 'usual';
    await chooseMail(db, viewer.id, { way, withText }, new Date());
    return told('メールの受け取り方を保存しました。');
  }
  if (intent === 'feed') {
    const link = `${config.origin}/feeds/${await makeFeedLink(db, viewer.id, withText, new Date())}`;
    return {
      ...told('新着を読むためのリンクを作りました。'),
      links: { atom: `${link}.atom`, rss: `${link}.rss` },
    };
  }
  if (intent === 'feed-end') {
    await revokeFeedLink(db, viewer.id, new Date());
    return told('新着を読むためのリンクを、使えなくしました。');
  }
  if (intent === 'password') {
    const typed = {
      current: form.text('current'),
      next: form.text('next'),
      address: args.context.address,
    };
    const outcome = await orBusy(changePassword(db, viewer.id, typed, new Date()));
    if (!outcome.ok) {
      return data({ ...told(null), ...formTrouble(outcome.refusal) }, { status: statusOf(outcome.refusal) });
    }
    // Whoever knew the old password is out; this browser goes on.
    await sessions.invalidateUserSessions(viewer.id);
    const session = await sessions.createSession(viewer.id, {});
    cookies.push(sessions.createSessionCookie(session.id).serialize());
    return told('パスワードを変えました。ほかの端末では、ログインし直してください。');
  }
  const typed = await readProfileForm(db, form, viewer);
  const outcome = await changeProfile(db, viewer, typed);
  if (!outcome.ok) {
    const findings = outcome.refusal.code === 'not-anonymous' ? outcome.refusal.findings : [];
    return data(
      { ...told(null), typed, findings, ...formTrouble(outcome.refusal) },
      { status: statusOf(outcome.refusal) },
    );
  }
  return told('自己紹介と分野を保存しました。');
}

/** What a form of this page came to. */
const told = (saved: string | null) => ({
  saved,
  typed: null as { introduction: string; programmes: string[] } | null,
  findings: [] as FieldFinding[],
  links: null as { atom: string; rss: string } | null,
  ...formTrouble(null),
});

export default function Settings() {
  const { viewer, profile, programmes, mail, feed } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const wrong: Record<string, string> = result?.wrong ?? {};
  const typed = result?.typed;
  const findings: FieldFinding[] = result?.findings ?? [];
  const chosen = typed?.programmes ?? profile.programmes;
  return (
    <div className="narrow">
      <PageHead title="設定" />
      {result?.saved && <Notice kind="ok" title={result.saved} />}
      {result && result.errors.length > 0 && (
        <ErrorSummary title="まだ保存していません" errors={result.errors} />
      )}
      <Facts
        facts={[
          { label: '名前', value: `${viewer.organization} ${viewer.familyName}` },
          { label: 'メール', value: profile.email },
        ]}
      />
      <p className="mt8">
        <a href="/settings/affiliation">名字や機関を変える</a>
      </p>
      <Section id="profile" title="自己紹介と分野">
        <form method="post">
          <input type="hidden" name="intent" value="profile" />
          {findings.length > 0 && (
            <RefusedFindings
              submissionKey="introduction"
              as="h3"
              items={numbered(findings, NO_DECISIONS)}
              decisions={NO_DECISIONS}
              unfit={[]}
              texts={{ introduction: typed?.introduction }}
              rewritesOnly
            >
              <button className="btn" type="submit">
                言い換えを当てて、保存する
              </button>
            </RefusedFindings>
          )}
          <TextArea
            name="introduction"
            label="自己紹介"
            help={`どんな仕事をしているか、何を知りたいか。${LIMITS.introduction}字まで。会員だけが読めます。`}
            wrong={wrong.introduction}
            rows={4}
            defaultValue={typed?.introduction ?? profile.introduction}
          />
          <FieldSet
            name="programmes"
            label="わたしの分野"
            help="ホームに、この分野の未回答の質問が出ます。選ばなければ、すべての分野が出ます。"
          >
            {programmes.map(({ slug, name }) => (
              <Check
                key={slug}
                name="programme"
                value={slug}
                label={name}
                defaultChecked={chosen.includes(slug)}
              />
            ))}
          </FieldSet>
          <div className="btns mt24">
            <button className="btn" type="submit">
              保存する
            </button>
          </div>
        </form>
      </Section>
      <MailForm {...mail} />
      <FeedForm feed={feed} links={result?.links ?? null} />
      <Section id="password" title="パスワードを変える">
        <form method="post">
          <input type="hidden" name="intent" value="password" />
          <TextField
            name="current"
            type="password"
            label="いまのパスワード"
            autoComplete="current-password"
            wrong={wrong.current}
          />
          <TextField
            name="next"
            type="password"
            label="新しいパスワード"
            autoComplete="new-password"
            help={`${PASSWORD_LENGTH.least}文字以上。短い文でもかまいません。`}
            wrong={wrong.next}
          />
          <div className="btns mt24">
            <button className="btn btn--line" type="submit">
              変える
            </button>
          </div>
        </form>
      </Section>
      <Section id="logout" title="ログアウト">
        <form method="post" action="/logout">
          <p className="sec__note">共用のパソコンでは、使いおわったらログアウトしてください。</p>
          <button className="btn btn--line" type="submit">
            ログアウトする
          </button>
        </form>
      </Section>
    </div>
  );
}
