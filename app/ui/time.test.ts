import { describe, expect, test } from 'vitest';
import {
  daysUntil,
  showClock,
  showDate,
  showDay,
  showEraDate,
  showEraMonth,
  showEraYear,
  showMoment,
  showTimeAgo,
} from './time.ts';

/** 11:30 on Friday, 20 November 2026, in Tokyo */
const NOW = new Date('2026-11-20T02:30:00.000Z');

describe('telling how long ago something was', () => {
  test.each([
    ['2026-11-20T02:29:30.000Z', 'たった今'],
    ['2026-11-20T02:29:00.000Z', '1分前'],
    ['2026-11-20T01:30:01.000Z', '59分前'],
    ['2026-11-20T01:30:00.000Z', '1時間前'],
    ['2026-11-20T00:30:00.000Z', '2時間前'],
    ['2026-11-19T23:31:00.000Z', '2時間前'],
    ['2026-11-19T23:30:00.000Z', 'けさ 8:30'],
    ['2026-11-19T15:00:00.000Z', 'きょう 0:00'],
    ['2026-11-19T14:59:00.000Z', 'きのう 23:59'],
    ['2026-11-19T07:40:00.000Z', 'きのう 16:40'],
    ['2026-11-18T07:40:00.000Z', '11月18日'],
    ['2025-12-31T15:00:00.000Z', '1月1日'],
    ['2025-12-31T14:59:00.000Z', '2025年12月31日'],
  ])('%s is %s', (at, shown) => {
    expect(showTimeAgo(at, NOW)).toBe(shown);
  });

  test('counts minutes across midnight instead of saying yesterday', () => {
    expect(showTimeAgo('2026-11-19T14:50:00.000Z', new Date('2026-11-19T15:10:00.000Z'))).toBe('20分前');
  });

  test('says きょう for an afternoon that is more than three hours ago', () => {
    expect(showTimeAgo('2026-11-20T04:05:00.000Z', new Date('2026-11-20T12:00:00.000Z'))).toBe(
      'きょう 13:05',
    );
  });

  test('takes a moment slightly ahead of the clock as now', () => {
    expect(showTimeAgo('2026-11-20T02:30:20.000Z', NOW)).toBe('たった今');
  });

  test('names the day of what lies ahead', () => {
    expect(showTimeAgo('2026-11-24T04:30:00.000Z', NOW)).toBe('11月24日');
  });

  test('refuses a text that is no date', () => {
    expect(() => showTimeAgo('きのう', NOW)).toThrow(RangeError);
  });
});

describe('showing a date', () => {
  test('crosses into the next day where Tokyo does, at 15:00 UTC', () => {
    expect(showDate('2026-11-19T14:59:59.999Z')).toBe('2026年11月19日（木）');
    expect(showDate('2026-11-19T15:00:00.000Z')).toBe('2026年11月20日（金）');
  });

  test('takes a plain date as that day', () => {
    expect(showDay('2026-12-11')).toBe('12月11日（金）');
  });

  test('writes midnight as 0:00 and pads minutes only', () => {
    expect(showClock('2026-11-19T15:00:00.000Z')).toBe('0:00');
    expect(showClock('2026-11-20T00:05:00.000Z')).toBe('9:05');
  });

  test('names the year of a moment only when it is not this year', () => {
    expect(showMoment('2026-11-10T08:20:00.000Z', NOW)).toBe('11月10日 17:20');
    expect(showMoment('2025-11-10T08:20:00.000Z', NOW)).toBe('2025年11月10日 17:20');
  });
});

describe('showing a date in eras, as officers file it', () => {
  test('2026 is 令和8年', () => {
    expect(showEraDate('2026-12-11T04:30:00.000Z')).toBe('令和8年12月11日（金）');
    expect(showEraMonth('2026-09-18')).toBe('令和8年9月');
  });

  test('the first year is 元年, and it begins on 1 May 2019', () => {
    expect(showEraYear('2019-05-01')).toBe('令和元年');
    expect(showEraYear('2019-04-30')).toBe('平成31年');
  });
});

describe('counting days', () => {
  test('follows the calendar of Tokyo, not 24 hours', () => {
    expect(daysUntil('2026-11-20T14:59:00.000Z', NOW)).toBe(0);
    expect(daysUntil('2026-11-20T15:00:00.000Z', NOW)).toBe(1);
    expect(daysUntil('2026-12-11', NOW)).toBe(21);
    expect(daysUntil('2026-11-19T14:59:00.000Z', NOW)).toBe(-1);
  });
});
