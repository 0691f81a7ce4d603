import type { Mask } from '../text/mask.ts';
import { matchAll } from '../text/match.ts';
import { beginsPlace, GAZETTEER, type KnownPlace, LONGEST_PLACE } from './gazetteer.ts';

/** A place named in a text, whoever it belongs to. */
export interface PlaceMention extends KnownPlace {
  start: number;
  end: number;
}

const KANJI = /[\u3400-\u9fff々〆ヶ]/;
const KATAKANA = /[ァ-ヶー]/;

const LANDMARK =
  /道の駅(?!で[のも、])[ぁ-ん一-龥ァ-ヶー]{1,9}?(?=の(?!の)|から|[にではがを、。)]|$)|[一-龥々ヶノァ-ヶー0-9]{1,8}(?:駅(?!前)|団地|公園|商店街|温泉|港(?!湾)|海岸|空港|ターミナル|河川敷|地区(?!連絡|社協|民)|バスセンター|川(?:の河川敷|(?=の(?:橋|堤防|土手)|沿い|べり))|[湖沼](?=の(?:駐車|ほとり|湖畔|近く|そば))|村(?!落)|町(?!内|民|村|役|立|営|会|長|外|中)|丁目)/g;
const GENERIC =
  /^(?:[0-9一二三四五六七八九十同各全両当本某他近隣新旧駐新]+|最寄り?|市|市営|道営|公営|児童|都市|地下鉄|市?町|当該|人口|前|隣|出身|地元|農漁?|漁師?|炭鉱|城?下|対象|実施|道内|道外|市内|管内|次|主要?|大きな|小さな|バス)?(?:駅|団地|公園|商店街|温泉|港|海岸|空港|ターミナル|河川敷|地区|村|町|丁目)$/;

/**
 * Places by dictionary and by kind; sorted, without overlaps.
 *
 * @param institutions what the names of institutions take; a place inside one is part of it
 */
export function findPlaces(text: string, institutions: Mask): PlaceMention[] {
  const found = [...byName(text), ...byKind(text)].filter((place) => institutions.isFree(place));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return joinCityAndWard(text, withoutOverlaps(text, found));
}

function byName(text: string): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!beginsPlace(text.slice(at, at + 2))) continue;
    for (let length = Math.min(LONGEST_PLACE, text.length - at); length > 0; length--) {
      const known = GAZETTEER.get(text.slice(at, at + length));
      if (known === undefined) continue;
      const end = at + length + quarterLength(text, at + length);
      if (standsAlone(text, at, at + length)) found.push({ start: at, end, ...known });
      at = end - 1;
      break;
    }
  }
  return found;
}

// 江別市大麻にお住まい: a quarter after its municipality, where what follows says that somebody lives there.
const QUARTER =
  /(?<=[市区町村])[\u3400-\u9fff々]{2,4}(?=にお?住|在住|の(?:アパート|自宅|実家|団地|市営|道営)|から転|\))/y;

function quarterLength(text: string, at: number): number {
  QUARTER.lastIndex = at;
  return QUARTER.exec(text)?.[0].length ?? 0;
}

function byKind(text: string): PlaceMention[] {
  return matchAll(text, LANDMARK)
    .filter((match) => !GENERIC.test(match.text))
    .map(({ start, end, text: name }) => ({
      start,
      end,
      wider: /[町村]$/.test(name) ? '道内の町' : '市内',
      small: false,
    }));
}

/** Of two places over one passage a municipality stays, else the one that reaches further (札幌駅, not 札幌). */
function withoutOverlaps(text: string, places: readonly PlaceMention[]): PlaceMention[] {
  const kept: PlaceMention[] = [];
  for (const place of places) {
    const last = kept[kept.length - 1];
    if (last === undefined || last.end <= place.start) kept.push(place);
    else if (place.end > last.end && !/[市区町村]$/.test(text.slice(last.start, last.end))) {
      kept[kept.length - 1] = { ...place, start: last.start };
    }
  }
  return kept;
}

/** 北見 in 北見市 is found longer already; here a name must not be a piece of a longer word (石狩 in 石狩川). */
function standsAlone(text: string, start: number, end: number): boolean {
  const previous = text[start - 1] ?? '';
  const next = text[end] ?? '';
  const name = text.slice(start, end);
  if (/[市区町村都府県]$/.test(name) && name.length > 2) return !(name.length <= 3 && KANJI.test(previous));
  if (KANJI.test(name[0] as string) && KANJI.test(previous) && !/[市区県道府在元約]/.test(previous))
    return false;
  if (KATAKANA.test(name[0] as string) && KATAKANA.test(previous)) return false;
  if (/[ぁ-ゖ]/.test(name[0] as string) && /[ぁ-ゖ]/.test(next.replace(/[はがをにでとのもへや]/, '')))
    return false;
  return !(KANJI.test(next) && !/[市区町村郡駅内出在方行発着周近付以生]/.test(next)) && !/[語人]/.test(next);
}

function joinCityAndWard(text: string, places: PlaceMention[]): PlaceMention[] {
  const joined: PlaceMention[] = [];
  for (const place of places) {
    const last = joined[joined.length - 1];
    if (
      last !== undefined &&
      last.end === place.start &&
      /[市郡都府県道]$/.test(text.slice(last.start, last.end))
    ) {
      last.end = place.end;
      last.wider = place.wider;
      last.small = place.small;
    } else joined.push({ ...place });
  }
  return joined;
}
