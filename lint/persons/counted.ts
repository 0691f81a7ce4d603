import { matchAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { isGivenName, isSurname, readsAsGivenName } from './lexicon.ts';
import { isRole } from './roles.ts';

interface Span {
  start: number;
  end: number;
}

const WORD =
  '(?:[\\u3400-\\u9fff々]{1,4}|[ぁ-ゖ]{2,5}?|[ァ-ヺー]{2,6}|[A-Z]\\.? ?[A-Z][a-z]{1,9}|[A-Z][a-z]{2,9})';
// 平田・堀・麦倉の3名, 仁木/門馬/小笠原の3人, 陽菜、大和、こはるの三人きょうだい
const ROW = new RegExp(
  `(?:(?<=[者人名童たの]は)|(?<![\\u3400-\\u9fff々ァ-ヺーA-Za-z]|[ぁ-ゖ](?=[ぁ-ゖ])))(?<value>${WORD}(?:[/、・,]${WORD}){1,5})(?=の?(?:(?<number>[2-6二三四五六])[人名件]|(?<homes>[2-6])世帯|両名|(?<kin>の(?:兄弟|姉妹|きょうだい|兄妹|姉弟|双子|親子|夫婦|ふたり|二人))))`,
  'g',
);
// カズとマコト、二人とも
const PAIR =
  /(?<![ァ-ヺーぁ-ゖ])(?<one>[ァ-ヺー]{2,4}|[ぁ-ゖ]{2,4})と(?<two>[ァ-ヺー]{2,4}|[ぁ-ゖ]{2,4})(?=、?(?:二人|ふたり|2人|両名))/g;

// 平野と星と南、3人とも
const TRIPLE = new RegExp(
  `(?<![\\u3400-\\u9fff々ァ-ヺーぁ-ゖ])(?<value>${WORD}と${WORD}と${WORD})(?=、?の?[3三]人)`,
  'g',
);

const KANJI_DIGITS = '〇一二三四五六';
const countOf = (digit: string) =>
  /[0-9]/.test(digit) ? Number(digit) : Math.max(0, KANJI_DIGITS.indexOf(digit));

const isKnown = (name: string) =>
  /^[\u3400-\u9fff]/.test(name)
    ? isSurname(name) || isGivenName(name)
    : readsAsGivenName(name) || isForeignName(name);

/** Names in a row that are as many as the text counts, most of them known. */
export function counted(text: string): Span[] {
  const rows = matchAll(text, ROW).flatMap(({ start, text: row, groups }) => {
    const names = row.split(/[/、・,]/);
    const sure = names.filter((name) => isKnown(name) && !isRole(name));
    const count = groups.kin ? names.length : countOf(groups.number ?? groups.homes ?? '2');
    const foreign = sure.length > 0 && names.every((name) => /^[ァ-ヺー]{2,}$/.test(name));
    if (names.length !== count || (sure.length * 2 < names.length && !foreign) || names.some(isRole))
      return [];
    let at = start;
    return names.map((name) => {
      const span = { start: at, end: at + name.length };
      at += name.length + 1;
      return span;
    });
  });
  const pairs = matchAll(text, PAIR).flatMap(({ start, groups }) => {
    const { one = '', two = '' } = groups;
    if (!readsAsGivenName(one) || !readsAsGivenName(two)) return [];
    const next = start + one.length + 1;
    return [
      { start, end: next - 1 },
      { start: next, end: next + two.length },
    ];
  });
  const triples = matchAll(text, TRIPLE).flatMap(({ start, text: row }) => {
    const names = row.split('と');
    if (names.length !== 3 || names.some(isRole) || names.filter(isKnown).length < 2) return [];
    let at = start;
    return names.map((name) => {
      const span = { start: at, end: at + name.length };
      at += name.length + 1;
      return span;
    });
  });
  return [...rows, ...pairs, ...triples];
}
