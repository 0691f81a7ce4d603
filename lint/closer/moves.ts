import { isRole } from '../persons/roles.ts';
import { GAZETTEER } from '../places/gazetteer.ts';
import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

// 北郷に引っ越す, 篠路へ転居: no list has every quarter, but what one moves to is a place.
const MOVES_TO =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{2,4})(?=(?:に|へ)(?:引っ?越(?:し(?![をは])|す|さ|せ)|転居(?![をは])|移り住|移住|住み替))/g;
// 施設に転居, 県外へ引っ越す: where to, but not which.
const GENERIC =
  /^(?:[同各別他両隣近実現新公民借社官自]|(?:全員|円満|突然|急遽|無断|勝手|内緒|順調|早々|自力|簡単|最終|緊急|頻繁|何度|単身|一緒|無事|早期|早急|直|市営|町営|村営|道営|県営|賃貸|冬|夏))|[県道府都市町村区]?[内外]$|(?:家|宅|居|寮|屋|室|館|舎|所|場|棟|階|団地|施設|都会|田舎|郊外|地方|海外|本州|内地|以前|直前|以後|直後|途中|先月|来月|今月|今年|来年|去年|昨年|急|次|方|年|月|日|頃|末|旬|春|秋)$/;

const isPlace = (name: string) => !GENERIC.test(name) && !isRole(name);

/** Quarters that somebody moves to. */
export const moves: Look = {
  rule: 'place',
  find: ({ text, aboutClient }) =>
    !aboutClient
      ? []
      : matchAll(text, MOVES_TO)
          .filter(({ text: name }) => isPlace(name) && !GAZETTEER.has(name))
          .map(
            ({ start, end }): Hit => ({
              start,
              end,
              weight: 1,
              suggestions: [{ replacement: '市内', label: '市内' }],
            }),
          ),
  // A family name is a quarter too often to stand against the verb.
  isNobody: (text, { start, end, weight }) =>
    weight < 3 &&
    matchAll(text.slice(Math.max(0, start - 1), end + 6), MOVES_TO).some(
      ({ text: name }) => name === text.slice(start, end) && isPlace(name),
    ),
};
