import { expect, test } from 'vitest';
import { findDates, partOfMonth } from './dates.ts';

test.each([
  'S41.9.3',
  '令和六年十月二十一日',
  '2024-07-02',
  '1979/08/15',
  '平成11年7月3日',
  '7月16日(火)',
  '6/17',
  '同月22日',
  '15日',
])('reads the date %s as a whole', (date) => {
  expect(findDates(`${date}に来所`).map(({ start, end }) => `${date}に来所`.slice(start, end))).toEqual([
    date,
  ]);
});

test.each([
  'R元年度',
  'H31.4 152件',
  '第7条',
  '5/8以上',
  '18:00-20:00',
  '3か月',
  '30日間',
  '1-2',
  '192.168.1.10',
])('%s is no day', (text) => {
  expect(findDates(text)).toEqual([]);
});

test('a day becomes a third of its month', () => {
  expect([1, 10, 11, 20, 21, 31].map((day) => partOfMonth({ month: 5, day }))).toEqual([
    '5月上旬',
    '5月上旬',
    '5月中旬',
    '5月中旬',
    '5月下旬',
    '5月下旬',
  ]);
  expect(partOfMonth({ month: undefined, day: 15 })).toBe('中旬');
});
