import { expect, test } from 'vitest';
import { must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { addMeeting, type NewMeeting } from './add-meeting.server.ts';
import { comingMeetings, findMeeting, meetingsBySlugs, pastMeetings } from './meetings.server.ts';

const meeting = (slug: string, rest: Partial<NewMeeting> = {}): NewMeeting => ({
  slug,
  series: '情報交換会',
  title: `${slug}の会`,
  place: 'オンライン',
  themes: [],
  day: '2026-05-15',
  ...rest,
});

test('visitors know of no meeting for members, and of none whose day is being found', async () => {
  const { db } = await openNetwork();
  must(await addMeeting(db, meeting('open'), NOW));
  must(await addMeeting(db, meeting('inner', { audience: 'members' }), NOW));
  must(await addMeeting(db, meeting('inner-past', { audience: 'members', day: '2026-03-01' }), NOW));
  must(await addMeeting(db, meeting('planned', { day: null, status: 'planning' }), NOW));
  const slugs = (meetings: Array<{ slug: string }>) => meetings.map(({ slug }) => slug);
  expect(slugs(await comingMeetings(db, 'everyone', '2026-04-01', 9))).toEqual(['open']);
  expect(slugs(await comingMeetings(db, 'members', '2026-04-01', 9))).toEqual(['inner', 'open']);
  expect(slugs(await pastMeetings(db, 'everyone', '2026-04-01', 9))).toEqual([]);
  expect(slugs(await pastMeetings(db, 'members', '2026-04-01', 9))).toEqual(['inner-past']);
  expect(await findMeeting(db, 'everyone', 'inner')).toBeUndefined();
  expect(await findMeeting(db, 'everyone', 'planned')).toBeUndefined();
  expect(await findMeeting(db, 'members', 'planned')).toMatchObject({ day: null, status: 'planning' });
  expect([...(await meetingsBySlugs(db, 'everyone', ['open', 'inner', 'planned'])).keys()]).toEqual(['open']);
});

test('a meeting keeps all that is told of it', async () => {
  const { db, asker } = await openNetwork();
  const told = {
    kind: 'symposium' as const,
    lead: '制度のこれからを話します。',
    startsAt: '13:30',
    endsAt: '16:00',
    timetable: [{ at: '13:30', what: 'はじめに', speaker: '事務局' }],
    capacity: 40,
    closesAt: '2026-05-10T08:00:00.000Z',
    groups: [{ no: 1, theme: '家計', lead: '督促状をどう読むか' }],
  };
  must(await addMeeting(db, meeting('all', { ...told, hostOrganizationId: asker.organizationId }), NOW));
  expect(await findMeeting(db, 'everyone', 'all')).toMatchObject({
    ...told,
    host: { id: asker.organizationId },
    version: 1,
    sequence: 0,
    status: 'announced',
    audience: 'everyone',
  });
});
