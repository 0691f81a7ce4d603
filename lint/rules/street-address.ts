import { GAZETTEER } from '../places/gazetteer.ts';
import type { Rule } from '../rule.ts';
import { after, before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';

const N = '(?:[0-9]{1,4}|[〇一二三四五六七八九十百]{1,6})';
const TOWN =
  '(?:字|大字)?(?:[一-龥々ヶノァ-ヴー]{1,8}|[ぁ-んー]{1,6}(?=町|[東西南北]?[0-9])|[ぁ-ん]{2,5}(?:台|野|が丘|が原|の里|平)[東西南北]?)?(?:町|村)?';
const JOIN = '(?:\\n| )?';
const LOTS = `(?:${JOIN}${N}番(?:地?の?${N})?(?:地|号)?(?:の${N})?(?: ?${N}号)?|${JOIN}[東西南北]?[0-9]{1,4}(?:-[0-9]{1,4}){1,3}|${JOIN}-?[0-9]{1,4}(?![0-9:])(?:号)?)`;
const GRID = `[東西南北]?${N}条(?:[東西南北]?${N}丁目|[東西南北]${N}(?=-)|${N}丁目)(?:-?${LOTS})?`;
const SHORT_GRID = `(?<!第)${N}条[0-9]{1,2}-[0-9]{1,3}(?:-[0-9]{1,4}){0,2}`;
const BLOCK = `${N}丁目(?:${LOTS})?`;
const BANCHI = `${N}番地(?:の?${N})?(?:号)?|${N}番${N}号?`;
const ROOM = '[0-9]{1,4}(?:号室|号|室)?';
const BUILDING = `(?:[ \\n]?(?!電話|携帯|連絡|自宅|年齢|氏名|TEL|FAX|Tel)(?:第[0-9一二三四五])?[一-龥ぁ-んァ-ヴーA-Za-z・]{2,14}(?:[0-9]{1,2}号?棟 ?|[A-Z0-9]棟 ?)?(?:[ -]?${ROOM}(?![年月日歳円条0-9:-])|(?<=ハイツ|コーポ|荘|マンション|アパート|メゾン|コート|団地|レジデンス|パレス|ハウス)))`;

const ADDRESS = new RegExp(`(?:${TOWN}(?:${GRID}|${SHORT_GRID}|${BLOCK}|${BANCHI}))${BUILDING}?`, 'g');
// 緑2-15-1: hyphens alone make an address only after a town, a municipality or the label 住所.
const HYPHENS = new RegExp(
  `(?:(?<=[市区町村郡])|(?<=住所[^0-9\\n。]{1,8})|(?=[一-龥ぁ-んァ-ヴー]{1,8}町))[一-龥々ヶぁ-んァ-ヴー]{1,9}[0-9]{1,4}-[0-9]{1,4}(?:-[0-9]{1,4}){0,2}${BUILDING}?`,
  'g',
);

const CLUTTER = /^(?:.*(?:[都道府県]|[^ノ]市|区|郡)(?=.)|.*(?:は|が|の|を|に|で|、)(?=[一-龥]))/;

/** Cuts what stands before the town: 札幌市東区, 住まいは. The municipality alone is the place rule's. */
function trimmed(text: string, start: number, end: number): number {
  let cut = start;
  const head = text.slice(start, end).match(/^[^0-9〇一二三四五六七八九十]*/)?.[0] ?? '';
  const clutter = head.match(CLUTTER);
  if (clutter) cut += clutter[0].length;
  for (let length = Math.min(8, end - cut); length > 1; length--) {
    const name = text.slice(cut, cut + length);
    if (/[市町村区]$/.test(name) && GAZETTEER.has(name) && /^[^0-9丁番-]/.test(text.slice(cut + length)))
      return cut + length;
  }
  return cut;
}

// 大通西4丁目を7:50に出ます: a crossing gives its name to a stop, and says where nobody lives.
const STOP_AFTER = /^(?:」?と「|[を」]? ?(?:[0-9]{1,2}:[0-9]{2}|発|着|で(?:乗り|降り))|駅|停留|交差点|行き?)/;
const ONLY_BLOCK = /^[^0-9]*[0-9]{1,2}丁目$/;

// What every address has; most texts have none of it, and the search is slow.
const MAY_HOLD = /[0-9〇一二三四五六七八九十百](?:条|丁目|番)|[0-9]-[0-9]/;

const OFFICE =
  /(?:会場|場所|ところ|窓口|センター|プラザ|会館|事務局|事務所|役所|役場|法人|社協|所在地)[^。\n]{0,24}$/;
// 当センターは…へ移ります
const OWN = /当(?:センター|会|法人|事務所|事業所|室|社協)[^。\n]{0,24}$/;

export const streetAddress: Rule = {
  id: 'street-address',
  severity: 'error',
  title: '番地までの住所',
  message: '番地や建物までの住所です。地域名だけにすると伝わります。',
  find: ({ text, profile, notice }) =>
    (notice || !MAY_HOLD.test(text) ? [] : [...matchAll(text, ADDRESS), ...matchAll(text, HYPHENS)])
      .filter(
        (match) =>
          !OWN.test(before(text, match.start, 30)) &&
          !((profile === 'note' || profile === 'report') && OFFICE.test(before(text, match.start, 40))),
      )
      .map(({ start, end }) => ({ start: trimmed(text, start, end), end }))
      .filter(
        ({ start, end }) =>
          /[条丁番-]/.test(text.slice(start, end)) &&
          end - start >= 4 &&
          !/[○△□×〇]$/.test(text[start - 1] ?? '') &&
          !(ONLY_BLOCK.test(text.slice(start, end)) && STOP_AFTER.test(after(text, end, 8))),
      )
      .map(({ start, end }) => ({
        start,
        end,
        weight: 5,
        suggestions: [{ replacement: '（住所）', label: '（住所）' }],
      })),
  examples: {
    flagged: [
      {
        text: '住所は札幌市東区北61条東14丁目2-18 ハイツたんぽぽ203です',
        hit: '北61条東14丁目2-18 ハイツたんぽぽ203',
        suggestion: '（住所）',
      },
      { text: '小樽市緑町９丁目１５番１号', hit: '緑町９丁目１５番１号', suggestion: '（住所）' },
    ],
    clean: ['要領 第3条の改正', '2-1 プラン案', '北24条駅から歩いて5分'],
  },
};
