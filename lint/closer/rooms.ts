import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

const NAME = '[\\u3400-\\u9fff々ァ-ヺーA-Za-z]';
const IN_KANA = '(?<![ぁ-ゖ])[ぁ-ゖ]{2,6}';
// コーポさくら203, 第2北斗荘5号室, 北光団地3号棟402, あけぼの団地C-2-301: a house and the room in it.
const ROOM = new RegExp(
  `(?:(?:コーポ|ハイツ|メゾン|レジデンス|マンション|アパート|パレス|シャトー|ヴィラ|ヴィレッジ|サン(?=[ァ-ヺ])|グラン(?=[ァ-ヺ])|エスポワール|コート)(?:${NAME}{1,10}|${IN_KANA})|(?:第[0-9一二三四五] ?)?(?:(?:(?!市営|道営|町営|公営|県営|都営|村営)${NAME}){1,8}|${IN_KANA})(?:荘|ハイツ|コーポ|マンション|団地|ハウス|レジデンス|アパート|寮|ビル|コート)) ?(?:[A-Z0-9]{1,2}号?棟 ?|[A-Z]-?)?(?:[0-9]{1,3}号室|[0-9]{1,2}-[0-9]{2,4}|[0-9]{3,4}号?室?)(?![0-9年月日時円件名人歳戸世棟階分台か%-]|会議|研修|教室|ホール)`,
  'g',
);
// 豊平3-4-5-12-301: street, block, lot, house and room behind the quarter.
const ALL_NUMBERS =
  /(?<![\u3400-\u9fff々ヶ])[\u3400-\u9fff々ヶ]{2,6}[0-9]{1,2}(?:-[0-9]{1,4}){3,4}(?![0-9-])/g;
// 字熊牛原野99線東5番地, 基線12番地, 北15線西3: as farmland is counted.
const FARMLAND =
  /(?:字)?(?:[\u3400-\u9fff々ヶ]{1,8})?(?:(?:[東西南北]?[0-9]{1,3}|基)線(?:[東西南北] ?[0-9]{1,4}(?:番地?|号)?(?:の?[0-9]{1,3})?|[0-9]{1,4}番地?(?:の?[0-9]{1,3})?)|原野[0-9]{1,5}(?:番地?)?(?:の?[0-9]{1,3})?)(?![0-9線時分月年])/g;
// 北24西5-1-25, N24W5 1-25: Sapporo's grid, as it is said; 市営住宅3号棟405.
const GRID =
  /(?<![\u3400-\u9fff])(?:[北南] ?[0-9]{1,2}条?[西東] ?[0-9]{1,2}(?:丁目)?[- の][0-9]{1,3}(?:[-の][0-9]{1,4}){0,2}|[NS][0-9]{1,2} ?[WE][0-9]{1,2}[- ][0-9]{1,3}(?:-[0-9]{1,4}){0,2})(?![0-9年月日時円-])/g;
const PUBLIC_HOUSING =
  /(?:市営|道営|町営|村営|公営|UR|雇用促進)(?:住宅|団地)?[\u3400-\u9fffぁ-ゖァ-ヺー]{0,8}[A-Z0-9]{1,2}号?棟 ?[0-9]{2,4}(?:号室?)?(?![0-9戸世])/g;
// Not where somebody lives.
const OTHER = /(?:グループホーム|シェアハウス(?:は|が)|ゲストハウス|会場|研修|事務所|教室|会議)/;
const LIVES =
  /(?:住|〒|家は|暮|家賃|部屋|自宅|大家|退去|立ち?退|転居|引っ?越|入居|契約|居住|アパート|さん|本人|宅)/;

/** Less than the rule's: where a street is told too, all of it is one address. */
const BESIDE_A_STREET = 4.6;

const hit = (start: number, end: number, weight: number): Hit => ({
  start,
  end,
  weight,
  suggestions: [{ replacement: '（住所）', label: '（住所）' }],
});

/** A house by its name and the room in it: whoever has that needs no street. */
export const rooms: Look = {
  rule: 'street-address',
  find: ({ text, aboutClient, notice }) =>
    aboutClient && !notice && LIVES.test(text)
      ? [
          ...[...matchAll(text, ROOM), ...matchAll(text, ALL_NUMBERS)]
            .filter(({ text: shown }) => !OTHER.test(shown))
            .map(({ start, end }) => hit(start, end, BESIDE_A_STREET)),
          ...[FARMLAND, GRID, PUBLIC_HOUSING]
            .flatMap((pattern) => matchAll(text, pattern))
            .map(({ start, end }) => hit(start, end, 6)),
        ]
      : [],
};
