import { after } from '../text/context.ts';
import type { Look } from './look.ts';

// 平岸のセコマ前で保護, 麻生のネカフェから電話: where somebody was found or rings from, as a short message says it.
const FOUND =
  /^[市町村区駅]?(?:の[^、。\n]{1,10}?)?(?:前|付近|近く|周辺)?(?:で(?:保護(?:され|し|$|[。、!\n])|倒れ|寝て|寝泊|野宿|発見され|見つかっ|待ち合わせ(?:た|し|て|です|$))|から(?:電話(?:です|が|あり|$)|着信|LINE))/;
const OFFICE = /窓口|役所|役場|社協|センター|保健所|職員|担当|支援|協議会|包括|会議|研修|事務所/;

/** Places where somebody was found. */
export const foundThere: Look = {
  rule: 'place',
  find: ({ text, places, notice }) =>
    notice
      ? []
      : places
          .filter(({ end }) => {
            const shown = FOUND.exec(after(text, end, 24))?.[0];
            return shown !== undefined && !OFFICE.test(shown);
          })
          .map(({ start, end, wider }) => ({
            start,
            end,
            weight: 1,
            suggestions: [{ replacement: wider, label: wider }],
          })),
};
