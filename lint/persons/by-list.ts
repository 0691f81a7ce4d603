import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { isFullName, isGivenName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import { isRole } from './roles.ts';

interface Span {
  start: number;
  end: number;
}

const ITEM =
  /^(?:[0-9]{1,2}[.) 、:]{1,2}|[・●○■□◆*-] ?)(?<name>[\u3400-\u9fff々ヶぁ-ゖァ-ヺー]{1,5}(?: [\u3400-\u9fff々ぁ-ゖァ-ヺー]{1,5}|(?:・[ァ-ヺー]{2,8}){1,3})?)(?:さん|様|氏)?(?: ?\([^()]{1,20}\))?(?: {1,2}\S.{0,40})?$/;

const WORD = '(?:[\\u3400-\\u9fff々]{2,4}|[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,5})';
// 訪問先　伊東、蛯名、ポール; 参加者3名（滝本・サラ・ゆきえ）
const ROW = new RegExp(`(?<=^|[\\n: (])(?<row>${WORD}(?:[、・,]${WORD}){1,9})(?=[)\\n。]| ?ほか|$)`, 'g');

/** Names in a row or in the lines of a list, most of them known: 「1 上野」「2 ハッサン」「3 道端 れい」. */
export const byList = (text: string): Span[] => [...rowsOf(text), ...listsOf(text)].filter(areNames).flat();

interface Named extends Span {
  name: string;
}

const areNames = (items: readonly Named[]): boolean => {
  const known = items.filter(({ name }) => isKnown(name)).length;
  return known > 1 && known * 2 >= items.length && !items.some(({ name }) => isRole(name) || isTown(name));
};

function rowsOf(text: string): Named[][] {
  return (
    matchAll(text, ROW)
      // ロサ・メンデス is one name.
      .filter((row) => !/^[ァ-ヺー]+・/.test(row.text))
      .map((row) => {
        let at = row.start;
        return row.text.split(/[、・,]/).map((name) => {
          const start = at;
          at += name.length + 1;
          return { start, end: start + name.length, name };
        });
      })
  );
}

/** Lines in a row that may be names, each list for itself. */
function listsOf(text: string): Named[][] {
  const lists: Named[][] = [[]];
  let at = 0;
  for (const line of text.split('\n')) {
    const words = ITEM.exec(line)?.groups?.name;
    const name = words && nameOf(words);
    const start = at + line.indexOf(name ?? '');
    if (name === undefined) lists.push([]);
    else lists.at(-1)?.push({ start, end: start + name.length, name });
    at += line.length + 1;
  }
  return lists;
}

/** 道端 れい is a name, of 相馬 転居 the first word. */
function nameOf(words: string): string {
  const [first = '', second = ''] = words.split(' ');
  return isGivenName(second) || readsAsGivenName(second) || isForeignName(first) ? words : first;
}

/** A place of Hokkaido; the names of towns elsewhere are mostly family names. */
const isTown = (name: string) =>
  GAZETTEER.has(name) && (GAZETTEER.get(name)?.wider !== '道外' || !isSurname(name));

function isKnown(name: string): boolean {
  const [first = '', second] = name.split(/[ ・]/);
  if (second !== undefined) return isSurname(first) || readsAsSurname(first) || isForeignName(first);
  return (
    isFullName(name) ||
    (isSurname(name) && name.length > 1) ||
    isForeignName(name) ||
    (/^[ぁ-ゖァ-ヺー]{2,}$/.test(name) && readsAsGivenName(name))
  );
}
