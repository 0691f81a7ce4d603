import { expect, test } from 'vitest';
import { dayOf, showsDay } from './number-format.ts';

test('formats of days are told from formats of numbers and of times', () => {
  for (const id of [14, 22, 27, 57]) expect(showsDay(id, undefined)).toBe(true);
  for (const id of [0, 1, 2, 9, 18, 20, 46, 49]) expect(showsDay(id, undefined)).toBe(false);
  for (const code of ['yyyy/m/d', '[$-411]ggge"年"m"月"d"日"', 'm"月"d"日"', 'General"x"yy'])
    expect(showsDay(176, code)).toBe(true);
  for (const code of ['General', '#,##0"yen"', '0.00_);[Red]\\(0.00\\)', '[h]:mm', '@', '0"day"'])
    expect(showsDay(176, code)).toBe(false);
});

test('a number is the day that Excel shows for it', () => {
  expect(dayOf(29221, false)).toBe('1980年1月1日');
  expect(dayOf(61, false)).toBe('1900年3月1日');
  expect(dayOf(45292.75, false)).toBe('2024年1月1日');
  expect(dayOf(27759, true)).toBe('1980年1月1日');
});
