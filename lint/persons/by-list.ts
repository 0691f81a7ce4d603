import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { isFullName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
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

/** Names in a row or in the lines of a list, most of them known. */
export const byList = (text: string): Span[] => [...byLines(text), ...byRows(text)];

function byRows(text: string): Span[] {
  return matchAll(text, ROW).flatMap(({ start, text: row }) => {
    let at = start;
    const names = row.split(/[、・,]/).map((name) => {
      const span = { start: at, end: at + name.length, name };
      at += name.length + 1;
      return span;
    });
    const known = names.filter(({ name }) => isKnown(name)).length;
    const foreign = /^[ァ-ヺー]+・/.test(row);
    return known > 1 &&
      known * 2 >= names.length &&
      !foreign &&
      !names.some(({ name }) => isRole(name) || isTown(name))
      ? names
      : [];
  });
}

/** A place of Hokkaido; the names of towns elsewhere are mostly family names. */
const isTown = (name: string) =>
  GAZETTEER.has(name) && (GAZETTEER.get(name)?.wider !== '道外' || !isSurname(name));

/** Lines of a list of which each is a name, most of them known: 「1 上野」「2 ハッサン」「3 道端 れい」. */
function byLines(text: string): Span[] {
  const found: Span[] = [];
  let list: Array<{ start: number; name: string }> = [];
  const close = () => {
    const known = list.filter(({ name }) => isKnown(name)).length;
    if (known > 1 && known * 2 >= list.length && !list.some(({ name }) => isRole(name)))
      found.push(...list.map(({ start, name }) => ({ start, end: start + name.length })));
    list = [];
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const name = ITEM.exec(line)?.groups?.name;
    if (name === undefined) close();
    else list.push({ start: at + line.indexOf(name), name });
    at += line.length + 1;
  }
  close();
  return found;
}

function isKnown(name: string): boolean {
  const [first = '', second] = name.split(/[ ・]/);
  if (second !== undefined) return isSurname(first) || readsAsSurname(first) || isForeignName(first);
  if (isTown(name)) return false;
  return (
    isFullName(name) ||
    (isSurname(name) && name.length > 1) ||
    isForeignName(name) ||
    (/^[ぁ-ゖァ-ヺー]{2,}$/.test(name) && readsAsGivenName(name))
  );
}
