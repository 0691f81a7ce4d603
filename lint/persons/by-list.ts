import { GAZETTEER } from '../places/gazetteer.ts';
import { isForeignName } from './foreign-names.ts';
import { isFullName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import { isRole } from './roles.ts';

const ITEM =
  /^(?:[0-9]{1,2}[.) 、:]{1,2}|[・●○■□◆*-] ?)(?<name>[\u3400-\u9fff々ヶぁ-ゖァ-ヺー]{1,5}(?: [\u3400-\u9fff々ぁ-ゖァ-ヺー]{1,5}|(?:・[ァ-ヺー]{2,8}){1,3})?)(?:さん|様|氏)?(?: ?\([^()]{1,20}\))?(?: {1,2}\S.{0,40})?$/;

/** Lines of a list of which each is a name, most of them known: 「1 上野」「2 ハッサン」「3 道端 れい」. */
export function byList(text: string): Array<{ start: number; end: number }> {
  const found: Array<{ start: number; end: number }> = [];
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
  if (GAZETTEER.has(name)) return false;
  return (
    isFullName(name) ||
    (isSurname(name) && name.length > 1) ||
    isForeignName(name) ||
    (/^[ぁ-ゖァ-ヺー]{2,}$/.test(name) && readsAsGivenName(name))
  );
}
