import { numberOf } from '../text/kanji-number.ts';

export interface Years {
  from: number;
  until: number;
}

/** Year of the census that people are counted from: whoever is born in 1980 was counted at 40. */
const COUNTED_IN = 2020;
const ERAS: Record<string, number> = {
  大: 1911,
  T: 1911,
  昭: 1925,
  S: 1925,
  平: 1988,
  H: 1988,
  令: 2018,
  R: 2018,
};
const SCHOOLS: Record<string, { first: number; years: number }> = {
  小: { first: 6, years: 6 },
  中: { first: 12, years: 3 },
  高: { first: 15, years: 3 },
};

const only = (age: number): Years => ({ from: age, until: age });
const bornIn = (first: number, last: number): Years => ({
  from: Math.max(0, COUNTED_IN - last),
  until: Math.max(0, COUNTED_IN - first),
});

/** The ages that an age, a decade, a grade or a year of birth stands for (43歳, 40代後半, 小3, 昭和55年); undefined for other words. */
export function yearsOf(words: string): Years | undefined {
  const decade = /^([1-9])0代(前半|後半|以上)?/.exec(words);
  if (decade) return ofDecade(Number(decade[1]) * 10, decade[2]);
  const grade = /^([小中高])(?:学|校)?(?:生|([1-6一二三四五六])年?生?)?$/.exec(words);
  if (grade) return ofSchool(grade[1] as string, grade[2]);
  if (/^(?:未就学|就学前|乳幼児)/.test(words)) return { from: 0, until: 6 };
  const western = /^((?:19|20)[0-9]{2})年(代)?/.exec(words);
  if (western) {
    const year = Number(western[1]);
    return bornIn(year, western[2] ? year + 9 : year);
  }
  const era = /^(?:(大|昭|平|令)[和正成]|([STHR]))(.+)年/.exec(words);
  if (era) {
    const year = (ERAS[era[1] ?? era[2] ?? ''] ?? 0) + numberOf(era[3] ?? '');
    return Number.isNaN(year) ? undefined : bornIn(year, year);
  }
  const age = numberOf(/^([0-9一二三四五六七八九十]+) ?(?:[歳才]|$)/.exec(words)?.[1] ?? 'x');
  return Number.isNaN(age) ? undefined : only(age);
}

function ofDecade(from: number, part: string | undefined): Years {
  if (part === '以上') return { from, until: 104 };
  // Of 10代 the halves are those that the rule for ages proposes.
  if (part === '前半') return { from: from === 10 ? 13 : from, until: from === 10 ? 15 : from + 4 };
  if (part === '後半') return { from: from === 10 ? 16 : from + 5, until: from + 9 };
  return { from, until: from + 9 };
}

/** A grade is one year of age; its children turn from one age to the next in the course of it. */
function ofSchool(school: string, grade: string | undefined): Years {
  const { first, years } = SCHOOLS[school] as { first: number; years: number };
  if (grade === undefined) return { from: first, until: first + years - 1 };
  return only(first + Math.min(numberOf(grade), years) - 1);
}
