import { describe, expect, test } from 'vitest';
import { meetingHeading, meetingName } from './words.ts';

const meeting = (series: string, number: number | null, title: string) => ({
  series,
  number,
  title,
  day: '2026-12-11',
  startsAt: null,
  endsAt: null,
  participants: null,
  organizations: null,
});

describe('a meeting’s name', () => {
  test.each([
    ['情報交換会', 6, '第6回情報交換会「冬の備え」', '第6回 情報交換会', '冬の備え'],
    ['情報交換会', 4, '第4回情報交換会', '第4回 情報交換会', ''],
    ['情報交換会', 5, '冬の備え', '第5回 情報交換会', '冬の備え'],
    ['報告会', null, '最終報告会「支援とは」', '', '最終報告会「支援とは」'],
    ['シンポジウム', null, '制度のこれから', 'シンポジウム', '制度のこれから'],
  ])('%s %s 「%s」 keeps its theme as a heading', (series, number, name, line, title) => {
    expect(meetingHeading(meeting(series, number, name))).toEqual({ series: line, title });
  });

  test.each([
    ['情報交換会', 6, '第6回情報交換会「冬の備え」', '第6回情報交換会「冬の備え」'],
    ['情報交換会', 5, '冬の備え', '第5回「冬の備え」'],
  ])('%s %s 「%s」 in one line', (series, number, name, line) => {
    expect(meetingName(meeting(series, number, name))).toBe(line);
  });
});
