import { GAZETTEER } from '../places/gazetteer.ts';
import { isSurname, readsAsGivenName } from './lexicon.ts';
import type { PersonMention } from './mention.ts';
import { isRole } from './roles.ts';

const LEFT = /(?:^|[\n:。「(、・/ ])(?<name>[\u3400-\u9fff々]{2,4})[、・/]$/;
const RIGHT =
  /^[、・/](?<name>[\u3400-\u9fff々]{2,4}|[ぁ-ゖー]{2,5}|[ァ-ヺー]{2,6})(?= ?ほか|[、・/。\n)」]|$|さん|様|氏|の[0-9二三四五]人)/;
/** How the name before it is read. */
const READING = /^ (?<name>[ぁ-ゖー]{2,6} [ぁ-ゖー]{2,6}|[ァ-ヺー]{2,6} [ァ-ヺー]{2,6})(?![ぁ-ゖァ-ヺー])/;
/** Names that a list may have beside one. */
const MOST = 12;

/** Family names in a row with a name that is known: 森本、木村、ワタナベ夫妻. */
export function beside(text: string, known: readonly PersonMention[]): PersonMention[] {
  const found: PersonMention[] = [];
  const add = (start: number, name: string, isName = isSurname(name)) => {
    if (!isName || GAZETTEER.has(name) || isRole(name)) return false;
    const end = start + name.length;
    found.push({ start, end, shownEnd: end, weight: 1 });
    return true;
  };
  for (const mention of known) {
    // 一戸 勝美　いちのへ かつみ
    const reading = READING.exec(text.slice(mention.end, mention.end + 16))?.groups?.name;
    if (reading !== undefined && text.slice(mention.start, mention.end).includes(' '))
      add(mention.end + 1, reading, true);
    let start = mention.start;
    for (let count = 0; count < MOST; count += 1) {
      const name = LEFT.exec(text.slice(Math.max(0, start - 6), start))?.groups?.name;
      if (name === undefined || !add(start - 1 - name.length, name)) break;
      start -= 1 + name.length;
    }
    let end = mention.end;
    for (let count = 0; count < MOST; count += 1) {
      const name = RIGHT.exec(text.slice(end, end + 8))?.groups?.name;
      // 咲良、悠真、レオ、ことは ほか2名: after two names a word in kana is one.
      const likely =
        name !== undefined &&
        (isSurname(name) ||
          readsAsGivenName(name) ||
          (known.length > 1 && text.startsWith(' ほか', end + 1 + name.length)));
      if (name === undefined || !add(end + 1, name, likely)) break;
      end += 1 + name.length;
    }
  }
  return found;
}
