import type { Hit, Rule } from '../rule.ts';
import { after, before } from '../text/context.ts';
import { numberOf } from '../text/kanji-number.ts';
import { matchAll } from '../text/match.ts';

const BORN_BEFORE =
  /(?:生年月日|誕生日|生れ ?|生まれ(?= )|生まれた?(?:日|の)|DOB|生まれ[:は]|(?<=^|[【|])生(?=[】:|]))[^。\n]{0,16}$/;
const BORN_AFTER = /^ ?[)）]? ?(?:生(?![活保徒])|うまれ|に生|が?誕生)/;
// 14 Mar 1990, 1990-Mar-14, March 14, 1990: as passports and residence cards print it.
const ENGLISH =
  /(?:生年月日|誕生日|DOB|D\.O\.B\.?|[Bb]irth)[^0-9A-Za-z。\n]{0,6}(?<value>[0-9]{1,2}[ .-]?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ .,-]{0,2}(?:19|20)[0-9]{2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ .-]?[0-9]{1,2}[ .,]{1,2}(?:19|20)[0-9]{2})/g;
const COMPACT =
  /(?:生年月日|誕生日)[^0-9。\n]{0,6}(?<value>(?:19|20)[0-9]{2}[01][0-9][0-3][0-9])(?![0-9])|(?<![0-9])(?<value2>(?:19|20)[0-9]{2}[01][0-9][0-3][0-9])(?= ?生(?![活保徒成]))/g;

// A date right after a name is when somebody was born, if it is long ago: 真栄田 朝子 1948.10.9.
const LATEST_BESIDE_NAME = 2022;

/** 昭和55 → 1980; NaN where the era is unknown. */
function westernYear(year: string): number {
  const eras: Record<string, number> = {
    明治: 1867,
    M: 1867,
    大正: 1911,
    昭: 1925,
    平: 1988,
    令: 2018,
    T: 1911,
    昭和: 1925,
    S: 1925,
    平成: 1988,
    H: 1988,
    令和: 2018,
    R: 2018,
  };
  const match = year.match(/^(明治|大正|昭和|平成|令和|[MTSHR昭平令])? ?([0-9〇一二三四五六七八九十元]+)/);
  const number = numberOf(match?.[2] ?? '');
  return match?.[1] === undefined ? number : number + (eras[match[1]] ?? Number.NaN);
}

function decade(year: string): string {
  const born = westernYear(year);
  return Number.isNaN(born) ? '（生年月日）' : `${Math.floor(born / 10) * 10}年代`;
}

export const birthDate: Rule = {
  id: 'birth-date',
  severity: 'error',
  title: '生年月日',
  message: '生年月日です。年代だけにすると、分かりにくくなります。',
  find({ text, dates, persons }) {
    const besideName = (start: number) =>
      persons.some(
        (person) =>
          start > person.end &&
          start - person.end <= 6 &&
          /^[ 、,・()（）男女性:]+$/.test(text.slice(person.end, start).replace(/^(?:さん|様|氏)/, '')),
      );
    // 1987/01/26で登録してましたが1987/10/26の間違いです: one date of birth makes another of the next.
    const corrected = (start: number) =>
      /生年月日|誕生日|年生まれ/.test(text.slice(Math.max(0, start - 80), start));
    const hits: Hit[] = [];
    for (const { start, end, year } of dates) {
      if (year === undefined) continue;
      const born =
        BORN_BEFORE.test(before(text, start, 30)) ||
        BORN_AFTER.test(after(text, end, 6)) ||
        (westernYear(year) < LATEST_BESIDE_NAME && (besideName(start) || corrected(start)));
      if (!born) continue;
      const generalized = decade(year);
      hits.push({ start, end, weight: 6, suggestions: [{ replacement: generalized, label: generalized }] });
    }
    for (const { start, end, text: written } of matchAll(text, ENGLISH)) {
      const generalized = decade(written.slice(-4));
      hits.push({ start, end, weight: 6, suggestions: [{ replacement: generalized, label: generalized }] });
    }
    for (const { start, end, text: digits } of matchAll(text, COMPACT)) {
      const generalized = decade(digits.slice(0, 4));
      hits.push({ start, end, weight: 6, suggestions: [{ replacement: generalized, label: generalized }] });
    }
    return hits;
  },
  examples: {
    flagged: [
      { text: 'S55.4.12生まれの方', hit: 'S55.4.12', suggestion: '1980年代' },
      { text: '生年月日　昭和三十二年十一月五日', hit: '昭和三十二年十一月五日', suggestion: '1950年代' },
    ],
    clean: ['生年月日の欄は省きます', '平成30年10月1日改正の版です'],
  },
};
