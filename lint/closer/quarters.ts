import { isSurname } from '../persons/lexicon.ts';
import { GAZETTEER } from '../places/gazetteer.ts';
import { QUARTERS } from '../places/quarters.ts';
import type { Hit } from '../rule.ts';
import { after } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

const MIXED = [...QUARTERS.keys()].filter((name) => !/^[\u3400-\u9fff々]+$/.test(name)).join('|');
const WORD = new RegExp(
  `(?<![\\u3400-\\u9fff々ァ-ヺー])(?:${MIXED}|[\\u3400-\\u9fff々]{1,4})(?![\\u3400-\\u9fff々ァ-ヺー])`,
  'g',
);
// 南郷18丁目駅の3番出口: not an address.
const STATION = /(?<![\u3400-\u9fff々])[\u3400-\u9fff々]{1,4}[0-9]{1,2}(?:丁目|条)駅/g;
// 東旭川の寮, 永山に住む, 上野で見つかった, 大宮から来た: what is said of where people are, and never of people.
const WHERE =
  /^(?:に(?:お?住[みんむま]|転居|引っ?越|移り住|移っ|滞在|泊まっ)|で(?:見つか|倒れ|生まれ|育っ|暮らし|路上|野宿|寝泊|保護され|一人暮|ひとり暮|独居)|から(?:来た(?:ほう|方|人|子)|転入|転居|引っ?越|通って|通う|バスで|地下鉄で|歩いて)|出身|生まれ(?!た日)|育ち|在住|の(?:路上|簡宿|簡易宿|ドヤ|飯場|寮|ファミレス|ネカフェ|ネットカフェ|漫画喫茶|サウナ|カプセル|公園|駅前|商店街|団地|コンビニ|パチンコ))/;
/** Of somebody's things, too: only where hardly anybody bears the quarter's name. */
const WHOSE =
  /^の(?:大家|アパート|マンション|借家|家賃|部屋|住まい|一軒家|実家|自宅|公営|市営|道営|社宅|職場|お?(?:母|父|兄|姉|ばあ|じい)さんの(?:ところ|所|家|もと))/;

/** Whether a word is a place here, by what follows it. */
function isWhere(text: string, name: string, end: number): boolean {
  const known = QUARTERS.get(name) ?? GAZETTEER.get(name)?.wider;
  if (known !== '市内' && known !== '道外') return false;
  const right = after(text, end, 16);
  return WHERE.test(right) || (known === '市内' && WHOSE.test(right));
}

// 伊達には帰れん, 東川の日本語学校を卒業: of municipalities that are family names, too.
const OF_TOWN =
  /^(?:に[はも]?(?:帰[れらり]|戻[れらりっ])|の(?:日本語学校|小学校|中学校?|高校|役場|市役所|町役場|図書館|公民館|空港|(?:[^、。\n]{1,5}の)?家に(?:移|身を寄せ|避難)))/;
const isTown = (text: string, name: string, end: number): boolean =>
  GAZETTEER.has(name) && (OF_TOWN.test(after(text, end, 16)) || WHERE.test(after(text, end, 16)));

const hit = (start: number, end: number, weight: number, replacement: '市内' | '道外'): Hit => ({
  start,
  end,
  weight,
  suggestions: [{ replacement, label: replacement }],
});

/** Quarters where somebody lives, comes from or is, among them those that are family names too. */
export const quarters: Look = {
  rule: 'place',
  find: ({ text, aboutClient }) =>
    !aboutClient
      ? []
      : [
          ...matchAll(text, WORD)
            .filter(({ text: name, end }) => isWhere(text, name, end))
            .map(({ start, end, text: name }) => hit(start, end, 1, QUARTERS.get(name) ?? '市内')),
          // More than an address has.
          ...matchAll(text, STATION).map(({ start, end }) => hit(start, end, 6, '市内')),
        ],
  // A municipality is the place rule's.
  isNobody: (text, { start, end, shownEnd, weight }) =>
    weight < 3 &&
    shownEnd === end &&
    (isSurname(text.slice(start, end)) || QUARTERS.has(text.slice(start, end))) &&
    (isWhere(text, text.slice(start, end), end) || isTown(text, text.slice(start, end), end)),
};
