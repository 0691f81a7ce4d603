import { NUMERAL, numberOf } from './kanji-number.ts';
import { execAll } from './match.ts';

/** A date to the day as it stands in a text; offsets in UTF-16 code units. */
export interface DateMention {
  start: number;
  end: number;
  /** Absent for 12月5日, 6/17, 15日. */
  year: string | undefined;
  /** Absent for 15日, 同月22日. */
  month: number | undefined;
  day: number;
}

const ERA = '(?:明治|大正|昭和|平成|令和|[MTSHR昭平令](?=[0-9元]))';
const WEEKDAY = '(?: ?\\((?:[月火水木金土日](?:曜日?)?)(?:[・、]祝)?\\))?';
const DATES = new RegExp(
  [
    `(?<![0-9A-Za-z./-])(?<year>${ERA} ?${NUMERAL}年 ?|${ERA} ?${NUMERAL}[./-]|(?:19|20)[0-9]{2}(?:年 ?|[./-])|[一二][〇一二三四五六七八九]{3}年)`,
    `(?<month>${NUMERAL})(?:月 ?|[./-])(?<day>${NUMERAL})(?:日|(?![0-9件名人円%./-]))${WEEKDAY}`,
    `|(?<![0-9])(?<month2>[0-9〇一二三四五六七八九十]{1,3})月 ?(?<day2>[0-9〇一二三四五六七八九十]{1,3})日${WEEKDAY}`,
    `|(?<![0-9A-Za-z./,第-]|[0-9]:)(?<month3>1[0-2]|0?[1-9])/(?<day3>3[01]|[12][0-9]|0?[1-9])(?![0-9/年円以人名%件])${WEEKDAY}`,
    `|(?<![0-9月〇一二三四五六七八九十])(?<same>同月|今月|先月|来月|昨日|今日|明日|前日|翌日)?(?<day4>3[01]|[12][0-9]|[1-9])日(?![0-9間分本数目曜以])${WEEKDAY}`,
  ].join(''),
  'g',
);

/** Every date to the day, in the spellings of case notes: S41.9.3, 令和六年十月二十一日, 2024-07-02, 7/2(火), 15日. */
export function findDates(text: string): DateMention[] {
  const dates: DateMention[] = [];
  for (const match of execAll(text, DATES)) {
    const groups = match.groups ?? {};
    const month = groups.month ?? groups.month2 ?? groups.month3;
    const day = numberOf(groups.day ?? groups.day2 ?? groups.day3 ?? groups.day4 ?? '');
    const monthNumber = month === undefined ? undefined : numberOf(month);
    if (!(day >= 1 && day <= 31)) continue;
    if (monthNumber !== undefined && !(monthNumber >= 1 && monthNumber <= 12)) continue;
    dates.push({
      start: match.index,
      end: match.index + match[0].length,
      year: groups.year,
      month: monthNumber,
      day,
    });
  }
  return dates;
}

/** 5月12日 → 5月中旬; a date without a month keeps only the part of the month. */
export function partOfMonth({ month, day }: Pick<DateMention, 'month' | 'day'>): string {
  const part = day <= 10 ? '上旬' : day <= 20 ? '中旬' : '下旬';
  return month === undefined ? part : `${month}月${part}`;
}
