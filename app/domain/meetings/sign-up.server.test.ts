import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { addMember, later, must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { NO_DECISIONS } from '../anonymization/check.server.ts';
import { addMeeting, type NewMeeting } from './add-meeting.server.ts';
import { attendanceFigures, attendees, checkIn, entranceCode } from './attendance.server.ts';
import { cancelMeeting } from './cancel-meeting.server.ts';
import { onlineAddress } from './entry.server.ts';
import { formOf } from './meeting-form.ts';
import { findMeeting } from './meetings.server.ts';
import { guestSignup, ownSignup, ownStandings } from './own-signup.server.ts';
import { remindOfMeetings } from './remind.server.ts';
import { editMeeting } from './save-meeting.server.ts';
import { cancelSignup, NOTHING_SAID, signUpColleague, signUpGuest, signUpMember } from './sign-up.server.ts';
import { readSignupView } from './signup-view.server.ts';

const MEETING: NewMeeting = {
  slug: 'kai',
  series: '情報交換会',
  number: 8,
  title: '冬の暮らし',
  day: '2026-05-15',
  startsAt: '13:30',
  endsAt: '16:00',
  place: 'オンライン',
  onlineUrl: 'https://example.org/room',
  themes: [],
  groups: [
    { no: 1, theme: '家計' },
    { no: 2, theme: '住まい' },
  ],
};

async function openWorld(rest: Partial<NewMeeting> = {}) {
  const network = await openNetwork();
  must(await addMeeting(network.db, { ...MEETING, ...rest }, NOW));
  return network;
}

const signUp = (db: Db, member: { id: string; organizationId: string }, at = NOW) =>
  signUpMember(db, member, 'kai', member.id, NOTHING_SAID, at);
const mails = async (db: Db) =>
  (await db.selectFrom('mail').select('kind').orderBy('due_at').execute()).map(({ kind }) => kind);
const found = async (db: Db) => {
  const meeting = await findMeeting(db, 'members', 'kai');
  if (!meeting) throw new Error('The meeting is gone');
  return meeting;
};

describe('signing up', () => {
  test('of fifty people at once for the last place gives it to exactly one', async () => {
    const { db, asker } = await openWorld({ capacity: 2 });
    must(await signUp(db, asker));
    const members = [];
    for (let i = 0; i < 50; i += 1)
      members.push(await addMember(db, { organizationId: asker.organizationId }));
    const outcomes = await Promise.all(members.map((member) => signUp(db, member, later(1))));
    const statuses = outcomes.map((outcome) => must(outcome).status);
    expect(statuses.filter((status) => status === 'attending')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'waiting')).toHaveLength(49);
  });

  test('twice is one place, with what was said last', async () => {
    const { db, asker } = await openWorld();
    const first = must(await signUp(db, asker));
    const said = { manner: 'voice' as const, years: 3, programme: null, wishes: [2, 2, 9, 1] };
    expect(must(await signUpMember(db, asker, 'kai', asker.id, said, later(1))).id).toBe(first.id);
    expect(await ownSignup(db, 'kai', asker.id)).toMatchObject({ manner: 'voice', years: 3, wishes: [2, 1] });
  });

  test('moves those up who wait when somebody cancels, and when there are more places', async () => {
    const { db, asker, peer, reader, desk } = await openWorld({ capacity: 1 });
    const { id } = must(await signUp(db, asker));
    must(await signUp(db, peer, later(1)));
    must(await signUp(db, reader, later(2)));
    expect(await ownSignup(db, 'kai', reader.id)).toMatchObject({ status: 'waiting', waitingAs: 2 });
    must(await cancelSignup(db, 'kai', { memberId: asker.id, signupId: id }, later(3)));
    expect(await ownSignup(db, 'kai', peer.id)).toMatchObject({ status: 'attending' });
    expect(await ownSignup(db, 'kai', reader.id)).toMatchObject({ status: 'waiting', waitingAs: 1 });
    const meeting = await found(db);
    const form = { ...formOf(meeting, 'https://example.org/room'), capacity: '2' };
    must(await editMeeting(db, desk, 'kai', meeting.version, form, NO_DECISIONS, later(4)));
    expect(await ownSignup(db, 'kai', reader.id)).toMatchObject({ status: 'attending' });
    expect(await mails(db)).toEqual([
      'meeting-signed-up',
      'meeting-waiting',
      'meeting-waiting',
      expect.stringMatching(/left|moved/),
      expect.stringMatching(/left|moved/),
      'meeting-moved-up',
    ]);
  });

  test('shows in lists how a member stands to each meeting', async () => {
    const { db, asker, peer, reader } = await openWorld({ capacity: 1 });
    const { id } = must(await signUp(db, asker));
    must(await signUp(db, peer, later(1)));
    const standings = () => Promise.all([asker, peer, reader].map((member) => ownStandings(db, member.id)));
    expect(await standings()).toEqual([{ kai: 'attending' }, { kai: 'waiting' }, {}]);
    must(await cancelSignup(db, 'kai', { memberId: asker.id, signupId: id }, later(2)));
    expect(await standings()).toEqual([{}, { kai: 'attending' }, {}]);
  });

  test('is for oneself and for colleagues, not for others; and ends with the deadline', async () => {
    const { db, asker, peer } = await openWorld({ closesAt: later(60).toISOString() });
    expect(await signUpMember(db, asker, 'kai', peer.id, NOTHING_SAID, NOW)).toMatchObject({
      refusal: { code: 'forbidden' },
    });
    const colleague = { familyName: '菅原', email: '' };
    must(await signUpColleague(db, asker, 'kai', colleague, NOTHING_SAID, NOW));
    must(await signUpColleague(db, asker, 'kai', colleague, NOTHING_SAID, NOW));
    expect(await attendees(db, 'kai')).toHaveLength(1);
    // Nobody is to take all places, or to flood somebody with letters.
    const address = { email: 'onaji@example.jp' };
    must(await signUpColleague(db, asker, 'kai', { familyName: '本間', ...address }, NOTHING_SAID, NOW));
    expect(
      await signUpColleague(db, asker, 'kai', { familyName: '千葉', ...address }, NOTHING_SAID, NOW),
    ).toMatchObject({ refusal: { fields: { email: 'taken' } } });
    for (const familyName of ['三浦', '石田', '木村', '後藤', '清水', '藤田', '遠藤', '坂本'])
      must(await signUpColleague(db, asker, 'kai', { familyName, email: '' }, NOTHING_SAID, NOW));
    expect(
      await signUpColleague(db, asker, 'kai', { familyName: '村上', email: '' }, NOTHING_SAID, NOW),
    ).toMatchObject({ refusal: { fields: { familyName: 'too-many-colleagues' } } });
    expect(await signUp(db, asker, later(61))).toMatchObject({ refusal: { code: 'closed' } });
  });

  test('tells where it is held online to those who have a place alone', async () => {
    const { db, asker, peer } = await openWorld({ capacity: 1 });
    must(await signUp(db, asker));
    must(await signUp(db, peer, later(1)));
    const meeting = await found(db);
    const told = async (memberId: string | null) =>
      (await readSignupView(db, meeting, memberId, later(2))).onlineUrl;
    expect(await told(asker.id)).toBe(await onlineAddress(db, 'kai'));
    expect(await told(peer.id)).toBe('');
    expect(await told(null)).toBe('');
    expect(JSON.stringify(meeting)).not.toContain('example.org');
  });
});

test('a guest signs up, is counted on their side, checks in and is mailed', async () => {
  const { db, asker } = await openWorld();
  must(await signUp(db, asker));
  const guest = { organization: '厚生労働省 社会・援護局', familyName: '本間', email: 'honma@example.jp' };
  const link = { slug: 'kai', side: 'ministry' as const };
  const { token } = must(await signUpGuest(db, link, guest, 'own', NOW));
  expect(await signUpGuest(db, link, guest, 'own', NOW)).toMatchObject({
    refusal: { code: 'signed-up-already' },
  });
  expect(await guestSignup(db, 'kai', token)).toMatchObject({ familyName: '本間', status: 'attending' });
  const code = await entranceCode(db, 'kai');
  expect(await checkIn(db, 'kai', 'guess', { token }, NOW)).toMatchObject({ refusal: { code: 'expired' } });
  expect(await checkIn(db, 'kai', code, { token }, NOW)).toMatchObject({ refusal: { code: 'not-today' } });
  const onTheDay = new Date('2026-05-15T13:20:00+09:00');
  must(await checkIn(db, 'kai', code, { token }, onTheDay));
  must(await checkIn(db, 'kai', code, { memberId: asker.id }, onTheDay));
  expect(attendanceFigures(await attendees(db, 'kai'))).toMatchObject({
    came: 2,
    cameLine: '2名（2機関：自治体1（1）・厚労省（1））',
  });
});

test('reminders go out a week and a day before, once', async () => {
  const { db, asker } = await openWorld();
  must(await signUp(db, asker));
  for (const at of [
    '2026-05-08T01:00:00Z',
    '2026-05-08T03:00:00Z',
    '2026-05-14T01:00:00Z',
    '2026-05-10T01:00:00Z',
  ])
    await remindOfMeetings(db, new Date(at));
  expect((await mails(db)).filter((kind) => kind === 'meeting-reminder')).toHaveLength(2);
});

describe('an edit', () => {
  test('never overwrites one that came meanwhile, and raises the number of the calendar entry', async () => {
    const { db, desk, asker } = await openWorld();
    must(await signUp(db, asker));
    const { version, sequence } = await found(db);
    const form = formOf(await found(db), '');
    must(await editMeeting(db, desk, 'kai', version, { ...form, day: '2026-05-16' }, NO_DECISIONS, later(1)));
    expect(
      await editMeeting(db, desk, 'kai', version, { ...form, title: '別の題' }, NO_DECISIONS, later(2)),
    ).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    expect(await found(db)).toMatchObject({ day: '2026-05-16', sequence: sequence + 1, title: '冬の暮らし' });
    expect(await mails(db)).toContain('meeting-changed');
  });

  test('keeps the numbers of groups that are wished for, and never drops one', async () => {
    const { db, desk, asker } = await openWorld();
    must(await signUpMember(db, asker, 'kai', asker.id, { ...NOTHING_SAID, wishes: [2] }, NOW));
    const { version } = await found(db);
    const form = formOf(await found(db), '');
    const edit = (groups: string) =>
      editMeeting(db, desk, 'kai', version, { ...form, groups }, NO_DECISIONS, later(1));
    expect(await edit('家計')).toMatchObject({ refusal: { fields: { groups: 'in-use' } } });
    must(await edit('就労\n住まい\n家計'));
    expect((await found(db)).groups.map(({ no, theme }) => [no, theme])).toEqual([
      [1, '家計'],
      [2, '住まい'],
      [3, '就労'],
    ]);
  });

  test('that a colleague makes for somebody leaves what they said', async () => {
    const { db, asker } = await openWorld();
    const said = { ...NOTHING_SAID, years: 7, wishes: [2, 1] };
    must(await signUpMember(db, asker, 'kai', asker.id, said, NOW));
    const colleague = await addMember(db, { organizationId: asker.organizationId, familyName: '本間' });
    must(await signUpMember(db, colleague, 'kai', asker.id, NOTHING_SAID, NOW));
    expect(await ownSignup(db, 'kai', asker.id)).toMatchObject({ years: 7, wishes: [2, 1] });
  });

  test('that names a client is refused', async () => {
    const { db, desk } = await openWorld();
    const { version } = await found(db);
    const form = { ...formOf(await found(db), ''), lead: '相談者の佐藤花子さん（090-1234-5678）のこと' };
    expect(await editMeeting(db, desk, 'kai', version, form, NO_DECISIONS, NOW)).toMatchObject({
      refusal: { code: 'not-anonymous' },
    });
  });
});

test('a meeting that is called off says why, and ends signing up', async () => {
  const { db, desk, asker, peer } = await openWorld();
  must(await signUp(db, asker));
  must(await cancelMeeting(db, desk, 'kai', '大雪のため', later(1)));
  expect(await found(db)).toMatchObject({ status: 'cancelled', cancelReason: '大雪のため', sequence: 1 });
  expect(await signUp(db, peer, later(2))).toMatchObject({ refusal: { code: 'closed' } });
  expect(await mails(db)).toContain('meeting-cancelled');
});
