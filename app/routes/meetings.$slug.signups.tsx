import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attendanceFigures, attendees, markAttended } from '#app/domain/meetings/attendance.server.ts';
import { guestLinks, makeGuestLink, revokeGuestLink } from '#app/domain/meetings/guest-links.server.ts';
import { GUEST_SIDES } from '#app/domain/meetings/sides.ts';
import { cancelSignup } from '#app/domain/meetings/sign-up.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { CopyLink } from '#app/ui/desk/copy-link.tsx';
import { AttendeeTable } from '#app/ui/meeting/attendee-table.tsx';
import { SIDE_NAMES } from '#app/ui/meeting/manner.ts';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { showDate } from '#app/ui/time.ts';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('申込者');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  const { db } = args.context;
  const people = await attendees(db, meeting.slug);
  return { meeting, people, figures: attendanceFigures(people), links: await guestLinks(db, meeting.slug) };
}

export async function action(args: ActionFunctionArgs) {
  const { meeting, viewer } = await requireMeeting(args, 'meeting.manage');
  const { db, config, nudge } = args.context;
  const form = await readForm(args.request);
  const now = new Date();
  const { slug } = meeting;
  const id = form.text('id');
  switch (form.text('intent')) {
    case 'link': {
      const side = GUEST_SIDES.find((one) => one === form.text('side')) ?? 'outside';
      const token = await makeGuestLink(db, viewer.id, slug, side, now);
      return data({ side, link: `${config.origin}/meetings/${slug}/guest/${token}` });
    }
    case 'end-link':
      await revokeGuestLink(db, viewer.id, slug, id, now);
      break;
    case 'here':
      await markAttended(db, slug, id, true, now);
      break;
    case 'not-here':
      await markAttended(db, slug, id, false, now);
      break;
    case 'cancel':
      await cancelSignup(db, slug, { desk: true, signupId: id }, now);
      nudge();
  }
  throw redirect(`/meetings/${slug}/signups`);
}

export default function Signups() {
  const { meeting, people, figures, links } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const place = `/meetings/${meeting.slug}`;
  return (
    <>
      <Crumbs steps={[{ label: meetingName(meeting), href: `${place}/manage` }]} />
      <PageHead title="申込者" lead={figures.attending > 0 ? figures.line : undefined} />
      <p className="btns">
        <a className="btn btn--line" href={`${place}/signups.xlsx`}>
          名簿（Excel）
        </a>
        <a className="btn btn--line" href={`${place}/roster`}>
          名簿を印刷する
        </a>
        <a className="btn btn--line" href={`${place}/name-tags`}>
          名札を印刷する
        </a>
        <a className="btn btn--line" href={`${place}/entrance`}>
          受付のQRコード
        </a>
      </p>
      <Section
        id="people"
        title="申し込んだ人"
        count={`${figures.attending}名`}
        note={figures.came > 0 ? `受付を済ませた人：${figures.cameLine}` : undefined}
      >
        <AttendeeTable people={people} acts />
      </Section>
      <Section
        id="links"
        title="ゲスト用のリンク"
        note="国・道・道外の方は、ログインせずにこのリンクから申し込めます。"
      >
        {made && <CopyLink label={`${SIDE_NAMES[made.side]}の方へのリンク`} href={made.link} />}
        <ul>
          {links.map(({ id, side, madeAt }) => (
            <li key={id} className="bar mt16">
              <p>
                {SIDE_NAMES[side]}
                <span className="small quiet">　{showDate(madeAt)}に作成</span>
              </p>
              <form method="post">
                <input type="hidden" name="id" value={id} />
                <button className="btn btn--quiet btn--s" type="submit" name="intent" value="end-link">
                  使えなくする<span className="vh">（{SIDE_NAMES[side]}）</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
        <form method="post" className="btns mt16">
          <input type="hidden" name="intent" value="link" />
          {GUEST_SIDES.map((side) => (
            <button key={side} className="btn btn--line" type="submit" name="side" value={side}>
              {SIDE_NAMES[side]}の方へのリンクを作る
            </button>
          ))}
        </form>
      </Section>
    </>
  );
}
