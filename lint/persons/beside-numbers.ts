import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import {
  isBuiltLikeGivenName,
  isFullName,
  isGivenName,
  isSurname,
  readsAsGivenName,
  readsAsSurname,
  surnames,
} from './lexicon.ts';
import { nameRightOf } from './right-of.ts';
import { isRole } from './roles.ts';

interface Span {
  start: number;
  end: number;
}

// K-0419 我妻, 24-0117 高橋: a line of a desk's own list.
const CODE =
  /(?<=^|\n[・●○■*-]? ?)(?:[A-Z]{1,3}-?[0-9]{3,6}|[RHS]?[0-9]{1,4}-[0-9]{3,5}|(?:No|NO|№)\.? ?[0-9]{3,6})[ :、|]{1,3}(?=\S)/g;
// …九十九番地 村営住宅3号棟 日向寺 稔, 番号 0001234567 真狩 トキ: two words after a number, and nothing behind them.
const AFTER_NUMBER =
  /(?<=[0-9][号棟室地階]{0,2}室? )(?<value>(?<family>[\u3400-\u9fff々]{1,4}) (?<given>[\u3400-\u9fff々]{1,3}|[ぁ-ゖ]{2,5}|[ァ-ヺー]{2,5}))(?=[」』)\n、。]|$|様|さん|宛)/g;
// くどう いつき　011(000)9021: two words before a telephone number.
const BEFORE_PHONE =
  /(?<![ぁ-ゖァ-ヺー\u3400-\u9fff])(?<value>(?<family>[\u3400-\u9fff々]{1,4}|[ぁ-ゖ]{2,5}|[ァ-ヺー]{2,6}) (?<given>[\u3400-\u9fff々]{1,3}|[ぁ-ゖ]{2,5}|[ァ-ヺー]{2,5}))(?=[ :、(]{1,3}(?:TEL|tel|電話|携帯)?[ :]?\(?0[0-9]{1,3}[-() ])/g;
// 2) 粟野 初回: a point of the agenda about somebody.
const POINT =
  /(?<=(?:^|\n)[0-9①-⑳]{1,2}[).、:]? ?|(?:^|\n)[・●○■*-] ?)(?:\([\u3400-\u9fff]{1,2}\))? ?(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8})(?=(?:さん|様|氏|世帯|家|ケース)? (?:初回|再プラン|新規|継続|中断|終結|終了|再開|延長|見直し|転入|転居|面談|初期|インテーク|プラン|モニタリング|評価)(?![\u3400-\u9fff]{3}))/g;

// ・（継）石倉 家計表○: how it stands with somebody, in brackets.
const MARKED =
  /(?<=(?:^|\n)[・●○■*-]? ?\((?:継|継続|新|新規|終|終結|再|再開|中|中断|休|済|未|保留)\) ?)(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8})(?=(?:さん|様|氏)?(?: |$|\n))/g;

/** Names that stand beside a number in a list, an address or a note. */
export function besideNumbers(text: string): Span[] {
  const coded = matchAll(text, CODE).flatMap(({ end: start }) => {
    const end = nameRightOf(text, start, 'label');
    if (end < 0) return [];
    const name = withoutState(text.slice(start, end));
    return isRole(name) || GAZETTEER.has(name) || !isKnown(name) ? [] : [{ start, end: start + name.length }];
  });
  const pairs = [...matchAll(text, AFTER_NUMBER), ...matchAll(text, BEFORE_PHONE)].filter(({ groups }) =>
    isPair(groups.family ?? '', groups.given ?? ''),
  );
  const points = [...matchAll(text, POINT), ...matchAll(text, MARKED)].filter(
    ({ text: name }) =>
      // 3) 中央 新規: what is a noun too may be an area.
      (surnames.has(name) || isFullName(name) || isForeignName(name)) &&
      !isRole(name) &&
      !GAZETTEER.has(name),
  );
  return [...coded, ...pairs, ...points].map(({ start, end }) => ({ start, end }));
}

const isKnown = (name: string) => {
  const [first = ''] = name.split(/[ ・]/);
  return (
    surnames.has(first) || (isSurname(first) && first.length > 1) || isFullName(name) || isForeignName(first)
  );
};

/** 我妻 返済中 is a name and how things stand. */
function withoutState(name: string): string {
  const [first = '', second = ''] = name.split(' ');
  return isGivenName(second) || readsAsGivenName(second) || isForeignName(first) ? name : first;
}

function isPair(family: string, given: string): boolean {
  if (isRole(family) || isRole(given)) return false;
  const kana = /^[ぁ-ゖァ-ヺー]+$/;
  if (kana.test(family)) return readsAsSurname(family) && readsAsGivenName(given);
  if (kana.test(given)) return readsAsGivenName(given);
  return isGivenName(given) || (isSurname(family) && isBuiltLikeGivenName(given));
}
