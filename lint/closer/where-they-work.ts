import { after } from '../text/context.ts';
import type { Look } from './look.ts';

// 白老の虎杖海産で働いて, 室蘭の輪西鉄工を5/8退職, 苫前のご両親: where somebody's firm or family is.
const THERE =
  /^[市町村区]?の(?:[^、。のはがを\n「」]{2,12}(?:で(?:働|勤め)|に(?:勤め|就職|採用)|を(?:[0-9/月日末\u3400-\u9fff]{0,6})(?:退職|辞め|解雇|離職|クビ))|ご(?:両親|家族|実家|親族|主人)|お(?:母|父|兄|姉|じい|ばあ)さん)/;
const OF_OFFICE = /^[市町村区]?の(?:窓口|役場|役所|社協|支援|相談|センター|職員)/;

/** Municipalities where somebody works, or has their family. */
export const whereTheyWork: Look = {
  rule: 'place',
  find: ({ text, places, aboutClient }) =>
    aboutClient
      ? places
          .filter(({ end }) => {
            const right = after(text, end, 32);
            return THERE.test(right) && !OF_OFFICE.test(right);
          })
          .map(({ start, end, wider }) => ({
            start,
            end,
            weight: 1,
            suggestions: [{ replacement: wider, label: wider }],
          }))
      : [],
};
