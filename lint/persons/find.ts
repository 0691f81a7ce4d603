import { looks } from '../closer/look.ts';
import { Mask } from '../text/mask.ts';
import { beside } from './beside.ts';
import { byHonorific } from './by-honorific.ts';
import { byLabel } from './by-label.ts';
import { byShape } from './by-shape.ts';
import { type PersonMention, personKey } from './mention.ts';
import { repeated } from './repeated.ts';

/**
 * Every name of a person in a text, one mention per passage, sorted.
 *
 * @param institutions what the names of institutions take; a name inside one is part of it
 * @param more finds further names, knowing those that the rules have found
 */
export function findPersons(
  text: string,
  institutions: Mask,
  more: (found: readonly PersonMention[]) => PersonMention[],
): PersonMention[] {
  const isName = (mention: PersonMention) =>
    institutions.isFree(mention) &&
    !isNobody(text.slice(mention.start, mention.end)) &&
    !looks.some((look) => look.isNobody?.(text, mention)) &&
    !(mention.weight < 3 && NAMED_AFTER.test(text.slice(mention.end, mention.end + 3)));
  const ruled = strongestFirst(
    text,
    [...byHonorific(text), ...byLabel(text), ...byShape(text)].filter(isName),
  );
  const found = strongestFirst(text, [...ruled, ...more(ruled).filter(isName)]);
  const kept = strongestFirst(text, [...found, ...beside(text, found).filter(isName)]);
  return strongestFirst(text, [
    ...kept,
    ...repeated(text, kept).filter((mention) => institutions.isFree(mention)),
  ]);
}

// 田中ビネー検査, 山本周五郎賞: what bears somebody's name.
const NAMED_AFTER =
  /^(?:検査|ビネー|クレペリン|式|法(?!人|律|事|要|名)|尺度|テスト|症候群|病(?![院気棟])|賞|記念|訴訟|杯)/;

// 田中ビネー, YYYYMMDD; ナマステ・ of a restaurant; 「上」様 on a receipt, 甲さん of a contract.
const NOBODY = /(?:ビネー|クレペリン|・)$|^(?:[YMDHS]+|[A-Z]\.?(?:[A-Z]\.?)?|[上甲乙丙丁]|既読|未読)$/;
const isNobody = (name: string) => NOBODY.test(name) || isSampleName(name);

// Names that forms and guides use as samples.
const isSampleName = (name: string) =>
  /^(?:福祉|北海|生活|支援|札幌|山田|甲野|自立|就労|相談|日本|東京|北海道|国保|年金|介護|健康)(?:太郎|花子|一郎|次郎)$/.test(
    personKey(name),
  );

function strongestFirst(text: string, mentions: PersonMention[]): PersonMention[] {
  const taken = new Mask(text.length);
  const kept: PersonMention[] = [];
  for (const mention of [...mentions].sort(
    (a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start),
  )) {
    if (!taken.isFree(mention)) continue;
    taken.take(mention);
    kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
