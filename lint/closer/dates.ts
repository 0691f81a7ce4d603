import type { Reading } from '../reading.ts';
import type { Hit } from '../rule.ts';
import { after, before } from '../text/context.ts';
import { type DateMention, partOfMonth } from '../text/dates.ts';
import { execAll } from '../text/match.ts';
import { firstWithin } from '../text/sorted.ts';
import type { Look } from './look.ts';

// 腰を痛めて退職、5月15日付; 診断書は6月3日付で: a paper of a client's own, or what it says.
const PAPER =
  /(?:退職|解雇|離職|雇い止め|採用|異動|転出|転入|診断書|意見書|督促状?|催告書?|差押え?(?:通知)?|内定(?:通知)?|契約書|(?:退職|離婚|転出|休職)[届願]|(?:解雇|離職|採用)通知書?|遺言|手紙|紹介状|申立書?|陳述書)[はがのも、:]{0,2} ?$/;
// 12/24の夜、ルミさんの夫が倒れた: what happened to somebody who is named in the same sentence.
const HAPPENED =
  /倒れ|亡くな|入院|退院|救急|逮捕|家出|家を出|受診|来所|来談|解雇|退職|離婚|出産|転居|引っ?越|保護され|搬送|死亡|行方/;
// 翌月15日までに明け渡す
const NEXT_MONTH = /(?:翌月|翌々月|再来月)(?<day>3[01]|[12][0-9]|[1-9])日(?=まで|に(?![0-9一二])|で)/g;
const OF_HOME =
  /明け?渡|退去|立ち?退|出(?:て|る|なければ)|引き払|返済|支払|払[うわい]|入居|退院|退所|出所|面談|受診/;

function concerns({ text, persons, aboutClient }: Reading, { start, end }: DateMention): boolean {
  const left = before(text, start, 60);
  const right = after(text, end, 60);
  if (/^付(?![属け録き])/.test(right)) return aboutClient && PAPER.test(left);
  const from = start - left.length;
  const until = end + right.length;
  return (
    /^の?(?:朝|昼|夜|晩|夕方|深夜|未明|早朝|午[前後]|に|、)/.test(right) &&
    HAPPENED.test(right) &&
    firstWithin(persons, from, until) !== undefined
  );
}

/** Dates of a client's life that only the words around them tell. */
export const dates: Look = {
  rule: 'exact-date',
  find(reading) {
    const hit = (start: number, end: number, replacement: string): Hit => ({
      start,
      end,
      weight: 1,
      suggestions: [{ replacement, label: replacement }],
    });
    const named = reading.dates
      .filter((date) => concerns(reading, date))
      .map((date) => hit(date.start, date.end, partOfMonth(date)));
    if (!reading.aboutClient) return named;
    const next = execAll(reading.text, NEXT_MONTH)
      .filter(
        ({ index }) =>
          OF_HOME.test(after(reading.text, index, 30)) &&
          !/毎月|各月|請求/.test(before(reading.text, index, 30)),
      )
      .map(({ index, 0: shown, groups }) =>
        hit(
          index,
          index + shown.length,
          `翌月${partOfMonth({ month: undefined, day: Number(groups?.day) })}`,
        ),
      );
    return [...named, ...next];
  },
};
