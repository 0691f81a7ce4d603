import { execAll } from '../text/match.ts';
import { GENERIC_AFTER, GENERIC_NAME, KINDS, type Kind } from './kinds.ts';
import { findLabelled } from './labelled.ts';

export type InstitutionKind = 'medical' | 'school' | 'employer' | 'care' | 'public';

/** The name of an institution, with its kind (空知みどり病院, グループホームすずらん); offsets in UTF-16 code units. */
export interface Institution {
  start: number;
  end: number;
  kind: InstitutionKind;
  /** False for 市内の病院, Ａ病院, 社協: nobody is the wiser. */
  named: boolean;
}

const NAME = /[\u3400-\u9fff々〆ヶぁ-ゖァ-ヺー・A-Za-z0-9&]/;
// A particle that follows a word which is not hiragana ends what stands before the name.
const CUT =
  /(?:[\u3400-\u9fff々ァ-ヺーA-Za-z0-9]|さん|くん|ちゃん|[今先]は|って|した|して|ている|いる|ある|から)(?:は|が(?![丘浦原])|を|に|で|と|も|へ(?!そ)|や(?=[\u3400-\u9fffァ-ヺ]|$)|から|まで|より|って|した|して|の(?!上(?!司)|[杜森里丘郷風空星虹泉音月光木樹街詩恵])(?=.))|[はを](?=[\u3400-\u9fffァ-ヺ])|が(?=[\u3400-\u9fffァ-ヺ])(?![丘浦原])|[0-9](?:日|月|時)(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])か(?=[\u3400-\u9fff]{2})|(?:している|していた|された|した|する|という|って)/g;
const LONGEST_NAME = 14;
// 美園荘というグループホーム: the name stands before its kind, tied to it by という.
const CALLED = KINDS.map(({ kind, suffix }) => ({
  kind,
  pattern: new RegExp(`(?:という|っていう)(?=${suffix.source})`, 'g'),
}));

const kinds = [...KINDS];

/** Adds kinds for as long as the program runs; a browser has no room for all. */
export function addKinds(more: readonly Kind[]): void {
  for (const kind of more) if (!kinds.includes(kind)) kinds.push(kind);
}

/** Institutions by the kind that follows or precedes their name; sorted, without overlaps. */
export function findInstitutions(text: string): Institution[] {
  const found: Institution[] = [];
  for (const { kind, suffix, prefix } of kinds) {
    for (const match of execAll(text, suffix)) {
      const end = match.index + match[0].length;
      const nameAt = beginOfName(text, match.index);
      const named = isNamed(text.slice(nameAt, match.index));
      found.push({ start: named ? nameAt : match.index, end, kind, named });
    }
    if (prefix === undefined) continue;
    for (const match of execAll(text, prefix)) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        kind,
        named: !GENERIC_AFTER.test(match[0]),
      });
    }
  }
  for (const { kind, pattern } of CALLED) {
    for (const match of execAll(text, pattern)) {
      const start = beginOfName(text, match.index);
      if (isNamed(text.slice(start, match.index))) found.push({ start, end: match.index, kind, named: true });
    }
  }
  return withoutOverlaps([...found, ...findLabelled(text)]);
}

// 市内の病院 says where; こころの診療所 is a name, since no place or person stands before its の.
const isNamed = (name: string) =>
  !GENERIC_NAME.test(name) &&
  !/[\u3400-\u9fff々ァ-ヺー]の$|(?<![\u3400-\u9fff々])[\u3400-\u9fff々][ぁ-ゖ]{1,2}の$|さんの$|(?:くん|ちゃん|君|様|家|い)の$|^[ぁ-ゖ]{1,3}[はがをて]$|(?:ような|みたいな|という|[にをがは]|あと|ほう|[\u3400-\u9fff]か)$/.test(
    name,
  );

function beginOfName(text: string, kindAt: number): number {
  let start = kindAt;
  while (start > 0 && kindAt - start < LONGEST_NAME && NAME.test(text[start - 1] as string)) start--;
  let cut = start;
  const run = text.slice(start, kindAt);
  for (const match of execAll(run, CUT)) cut = start + match.index + match[0].length;
  return cut;
}

function withoutOverlaps(institutions: Institution[]): Institution[] {
  institutions.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Institution[] = [];
  for (const next of institutions) {
    const last = kept[kept.length - 1];
    if (last === undefined || last.end <= next.start) kept.push(next);
    else if (!last.named && next.named) kept[kept.length - 1] = next;
    // 函館みさき台高校 ends where its kind ends; a kind further right (病院 in 病院前薬局) makes the longer name.
    else if (next.end > last.end && next.named) kept[kept.length - 1] = { ...next, start: last.start };
  }
  return kept;
}
