import type { Db, SignupStatus } from '#db/schema.ts';
import type { Letter, MailKind } from '../mail/kind.ts';
import { calendarOf } from './calendar.server.ts';
import { entryOf, onlineAddress } from './entry.server.ts';
import type { SignupMail } from './meeting-mail.server.ts';
import { type DatedMeeting, meetingsBySlugs } from './meetings.server.ts';
import { meetingName, meetingTime } from './name.ts';

interface Wording {
  /** The letter says nothing true any more when the sign-up is not one of these. */
  for: readonly SignupStatus[];
  subject(name: string): string;
  first(name: string, meeting: DatedMeeting): string;
  /** Whether it carries the calendar entry, and the address for those with a place. */
  withEntry: boolean;
}

const WORDINGS: Record<SignupMail, Wording> = {
  'meeting-signed-up': {
    for: ['attending'],
    subject: (name) => `${name}に申し込みました`,
    first: (name) => `${name}への申し込みを受け付けました。`,
    withEntry: true,
  },
  'meeting-waiting': {
    for: ['waiting'],
    subject: (name) => `${name}の空きを待っています`,
    first: (name) =>
      `${name}は定員に達しているため、空きを待つ列に入りました。空きが出ると自動で繰り上がり、メールでお知らせします。`,
    withEntry: false,
  },
  'meeting-moved-up': {
    for: ['attending'],
    subject: (name) => `${name}に参加できるようになりました`,
    first: (name) => `空きが出たので、${name}に参加できるようになりました。`,
    withEntry: true,
  },
  'meeting-left': {
    for: ['cancelled'],
    subject: (name) => `${name}の申し込みを取り消しました`,
    first: (name) => `${name}の申し込みを取り消しました。`,
    withEntry: false,
  },
  'meeting-changed': {
    for: ['attending', 'waiting'],
    subject: (name) => `${name}の日時か場所が変わりました`,
    first: (name) => `${name}の日時か場所が変わりました。いまの予定は次のとおりです。`,
    withEntry: true,
  },
  'meeting-cancelled': {
    for: ['attending', 'waiting'],
    subject: (name) => `${name}は中止になりました`,
    first: (name, { cancelReason }) => `${name}は中止になりました。\n${cancelReason}`,
    withEntry: true,
  },
  'meeting-reminder': {
    for: ['attending'],
    subject: (name) => `まもなく${name}です`,
    first: (name) => `${name}が近づきました。`,
    withEntry: true,
  },
};

/** Letters about a sign-up; what each says is read when it is sent. */
export const MEETING_LETTERS = Object.fromEntries(
  (Object.keys(WORDINGS) as SignupMail[]).map((kind) => [kind, letterOf(WORDINGS[kind])]),
) as Record<SignupMail, MailKind>;

/** @returns a kind of mail whose `about` is the id of a sign-up, with the secret of a guest's page behind a space */
function letterOf(wording: Wording): MailKind {
  return async (db, about, to, { link }) => {
    const [id = '', token] = about.split(' ');
    const signup = await findSignup(db, id);
    if (!signup || !wording.for.includes(signup.status)) return undefined;
    const meeting = (await meetingsBySlugs(db, 'members', [signup.slug])).get(signup.slug);
    if (!meeting) return undefined;
    const name = meetingName(meeting);
    const mayKnow = signup.status === 'attending' && meeting.status === 'announced';
    const onlineUrl = mayKnow && wording.withEntry ? await onlineAddress(db, meeting.slug) : '';
    const page = token ? link(`/meetings/${meeting.slug}/mine/${token}`) : link(`/meetings/${meeting.slug}`);
    const facts = [`日時： ${meetingTime(meeting)}`, `場所： ${meeting.place}`];
    if (onlineUrl !== '') facts.push(`オンラインの入口： ${onlineUrl}`);
    const letter: Letter = {
      subject: wording.subject(name),
      paragraphs: [
        ...(to.member ? [] : [`${signup.familyName} 様`]),
        wording.first(name, meeting),
        facts.join('\n'),
        to.member || token
          ? `変更や取り消しはこちらから： ${page}`
          : '変更や取り消しは、申し込みのときのメールのリンクか、申し込んだ方から行えます。',
      ],
      unsubscribe: token ? `/meetings/${meeting.slug}/mine/${token}` : undefined,
    };
    if (!wording.withEntry) return letter;
    const origin = link('');
    const entry = entryOf(meeting, onlineUrl);
    const method = entry.cancelled ? 'CANCEL' : 'PUBLISH';
    return {
      ...letter,
      attachment: {
        name: 'meeting.ics',
        type: `text/calendar; method=${method}`,
        text: calendarOf([entry], { name, origin }, 'file'),
      },
    };
  };
}

function findSignup(db: Db, id: string) {
  return db
    .selectFrom('meeting_signup')
    .select(['meeting_slug as slug', 'status', 'family_name as familyName'])
    .where('id', '=', id)
    .executeTakeFirst();
}
