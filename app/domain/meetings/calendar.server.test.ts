import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEntry, calendarOf } from './calendar.server.ts';

const ENTRY: CalendarEntry = {
  slug: '8',
  name: '第8回「冬の暮らし」',
  lead: '灯油代、年末の窓口。',
  day: '2026-12-11',
  startsAt: '13:30',
  endsAt: '16:00',
  place: 'オンライン（Zoom）; 会場、なし',
  onlineUrl: '',
  cancelled: false,
  sequence: 0,
  changedAt: '2026-11-01T00:00:00.000Z',
};
const SITE = { name: 'つながり', origin: 'https://tsunagari.example' };

const parse = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return { calendar, events };
};

describe('a calendar, as another program reads it', () => {
  test('has the hours of Tokyo, with the rules that go with them', () => {
    const { calendar, events } = parse(calendarOf([ENTRY], SITE, 'file'));
    const [event] = events as [ICAL.Event];
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component);
    expect(zone.tzid).toBe('Asia/Tokyo');
    expect(event.startDate.zone.tzid).toBe('Asia/Tokyo');
    expect(event.startDate.toString()).toBe('2026-12-11T13:30:00');
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-12-11T04:30:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-12-11T07:00:00.000Z');
    expect(event.summary).toBe(ENTRY.name);
    expect(event.location).toBe(ENTRY.place);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  });

  test('keeps the UID of a meeting through changes and cancelling, with a higher sequence', () => {
    const before = parse(calendarOf([ENTRY], SITE, 'feed')).events[0]!;
    const changed = { ...ENTRY, day: '2026-12-18', sequence: 1 };
    const after = parse(calendarOf([changed], SITE, 'feed')).events[0]!;
    const gone = parse(calendarOf([{ ...changed, cancelled: true, sequence: 2 }], SITE, 'file'));
    expect(after.uid).toBe(before.uid);
    expect(gone.events[0]!.uid).toBe(before.uid);
    expect([before.sequence, after.sequence, gone.events[0]!.sequence]).toEqual([0, 1, 2]);
    expect(gone.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(gone.events[0]!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  test('shows a meeting without an hour as a whole day', () => {
    const { events } = parse(calendarOf([{ ...ENTRY, startsAt: null, endsAt: null }], SITE, 'file'));
    expect(events[0]!.startDate.isDate).toBe(true);
    expect(events[0]!.startDate.toString()).toBe('2026-12-11');
  });

  test('has lines of 75 octets at most, each ended as mail programs want it', () => {
    const text = calendarOf([{ ...ENTRY, lead: 'とても長い案内文です。'.repeat(30) }], SITE, 'file');
    for (const line of text.trimEnd().split('\r\n')) {
      expect(line).not.toContain('\n');
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});
