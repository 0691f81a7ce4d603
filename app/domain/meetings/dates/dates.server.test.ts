import { describe, expect, test, vi } from 'vitest';
import type { DateAnswer } from '#db/schema.ts';
import { must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { meetingOf } from '#tests/support/meetings.server.ts';
import { countUnread } from '../../notices/notices.server.ts';
import { findMeeting } from '../meetings.server.ts';
import { answerDates } from './answer-dates.server.ts';
import { fixDate } from './fix-date.server.ts';
import { answersOf, candidatesOf, datesAsked } from './read-dates.server.ts';
import { setDates } from './set-dates.server.ts';
import { proposeDate } from './weigh.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

const on = (day: string) => ({ day, startsAt: '13:30', endsAt: '16:00' });
const THREE = ['2026-12-11', '2026-12-16', '2026-12-18'].map(on);
const BLANK = { day: '', startsAt: '', endsAt: '' };

async function openPlanned() {
  const network = await openNetwork();
  const slug = await meetingOf(network.db, { status: 'planning', hostId: network.peer.organizationId });
  const { db, desk } = network;
  must(await setDates(db, desk.id, slug, [...THREE, BLANK], NOW));
  const dates = await candidatesOf(db, slug);
  /** ○△× for the three days. */
  const say = (signs: string) =>
    new Map(
      [...signs].map((sign, index): [string, DateAnswer] => [
        dates[index]?.id ?? '',
        ({ '○': 'yes', '△': 'maybe', '×': 'no' } as const)[sign] ?? 'no',
      ]),
    );
  return { ...network, slug, dates, say };
}

describe('finding the date of a meeting', () => {
  test('asks members, counts what they say, and one press makes it the date and tells them', async () => {
    const { db, asker, peer, reader, desk, slug, dates, say } = await openPlanned();
    expect(await datesAsked(db, asker)).toMatchObject([
      { slug, answered: false, days: THREE.map(({ day }) => day) },
    ]);
    must(await answerDates(db, asker, slug, say('×○△'), '午後なら', NOW));
    must(await answerDates(db, peer, slug, say('××○'), '', NOW));
    must(await answerDates(db, asker, slug, say('×○○'), '午後なら', NOW));
    expect(await datesAsked(db, asker)).toMatchObject([{ slug, answered: true }]);
    const members = await answersOf(db, slug, peer.organizationId);
    expect(members.find(({ memberId }) => memberId === asker.id)?.remark).toBe('午後なら');
    expect(members.find(({ memberId }) => memberId === peer.id)?.must).toBe('host');
    const proposal = proposeDate(dates, members);
    expect(proposal?.id).toBe(dates[2]?.id);

    expect(await findMeeting(db, 'everyone', slug)).toBeUndefined();
    must(await fixDate(db, desk.id, slug, proposal?.id ?? '', NOW));
    expect(await findMeeting(db, 'everyone', slug)).toMatchObject({
      day: '2026-12-18',
      startsAt: '13:30',
      endsAt: '16:00',
    });
    expect([await countUnread(db, asker.id), await countUnread(db, peer.id)]).toEqual([1, 1]);
    expect(await countUnread(db, reader.id)).toBe(0);
    expect(await datesAsked(db, reader)).toEqual([]);
    expect(await fixDate(db, desk.id, slug, dates[0]?.id ?? '', NOW)).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    });
    expect(await answerDates(db, asker, slug, say('○○○'), '', NOW)).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('keeps the answers of candidates that stay, and forgets those of days that changed', async () => {
    const { db, asker, desk, slug, say } = await openPlanned();
    must(await answerDates(db, asker, slug, say('○○○'), '', NOW));
    must(await setDates(db, desk.id, slug, [...THREE.slice(0, 2), on('2026-12-22')], NOW));
    const [first, second, third] = await candidatesOf(db, slug);
    const [mine] = await answersOf(db, slug, null);
    expect([first, second, third].map((date) => mine?.answers[date?.id ?? ''])).toEqual([
      'yes',
      'yes',
      undefined,
    ]);
  });

  test('refuses too few or impossible candidates, and remarks that name somebody', async () => {
    const { db, asker, desk, slug, say } = await openPlanned();
    const set = (rows: Array<typeof BLANK>) => setDates(db, desk.id, slug, rows, NOW);
    expect(await set(THREE.slice(0, 2))).toMatchObject({ refusal: { fields: { candidates: 'missing' } } });
    expect(await set([...THREE, on('2026-02-30')])).toMatchObject({
      refusal: { fields: { 'day-3': 'unknown' } },
    });
    expect(await set([...THREE, { ...on('2026-12-22'), endsAt: '09:00' }])).toMatchObject({
      refusal: { fields: { 'to-3': 'bad-limits' } },
    });
    expect(await set([...THREE, on('2026-12-11')])).toMatchObject({
      refusal: { fields: { 'day-3': 'same' } },
    });
    const named = await answerDates(db, asker, slug, say('○○○'), '電話は090-1234-5678へ', NOW);
    expect(named).toMatchObject({ refusal: { code: 'not-anonymous' } });
    expect(await answersOf(db, slug, null)).toEqual([]);
    expect(await answerDates(db, asker, slug, new Map(), '', NOW)).toMatchObject({
      refusal: { fields: { dates: 'missing' } },
    });
  });
});
