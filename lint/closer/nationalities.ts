import { COUNTRIES } from '../dictionaries/countries.ts';
import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

const ANY = new RegExp(COUNTRIES);
// ネパールで中学まで, インドの子が: where somebody was a child, or has a family.
const GREW_UP = new RegExp(
  `(?<![ァ-ヺー\\u3400-\\u9fff])(?:${COUNTRIES})(?=で(?:中学|高校|小学|大学(?!院の)|学校|看護|教師|教員|医師|生まれ|育っ|結婚|兵役)|の(?:子(?![供ど]も|会|育|ども)|実家|家族|両親|親元|親(?![日族戚])|母親|父親|大学を|高校を|中学を)(?:[をがのにへとでは]|から))`,
  'g',
);
// 母がラオスです, 母国ペルーの父, 両親はブラジルに住んで, 帰国者（中国）
const OF_FAMILY = new RegExp(
  `(?<=母国(?:の|は)?|(?:本人|母|父|妻|夫|両親|祖父母?|祖母)(?:が|は)|(?:帰国者|残留邦人|難民|避難民|留学生|実習生|永住者|日系(?:人|[二三四]世)?)\\()(?:${COUNTRIES})(?=です|だ(?!け)|で、|。|、|の出|国籍|の(?:父|母|家|両親|妻|子|兄|姉|弟|妹|実家|家族)|に(?:住|残|い[たる])|\\)|から)`,
  'g',
);
// 国籍・地域 | ネパール
const LABELLED = new RegExp(
  `(?<=国籍(?:・地域(?:名)?|・?等|\\/地域)[はが: |「]{1,4}|国籍[「『])(?:${COUNTRIES})`,
  'g',
);
// (김서준、韓国), (21、ネパール): in the brackets behind somebody.
const BRACKETS = /^(?:さん|様|氏|くん|君|ちゃん)?\((?<list>[^()\n]{2,30})\)/;
const ITEM = new RegExp(`(?<=^|[、,・/ ])(?:${COUNTRIES})(?=$|[、,・/ 籍人])`, 'g');
// アミナ(Siti Aminah) インドネシア: between two columns.
const COLUMN = new RegExp(
  `^(?:さん|様|氏)?(?:\\([^()\\n]{1,24}\\))?[ |/、:]{1,4}(?:[1-9][0-9]歳?[、 ]{1,2})?(?<country>${COUNTRIES})(?=[ |/、。\\n(]|$|国?籍|人(?![気材]))`,
);

const hit = (start: number, end: number): Hit => ({
  start,
  end,
  weight: 2,
  suggestions: [{ replacement: '外国', label: '外国' }],
});

/** Countries that a client comes from, as the place beside a name or what was done there tells. */
export const nationalities: Look = {
  rule: 'nationality',
  find({ text, persons, aboutClient }) {
    if (!aboutClient || !ANY.test(text)) return [];
    const plain = [...matchAll(text, GREW_UP), ...matchAll(text, LABELLED), ...matchAll(text, OF_FAMILY)].map(
      ({ start, end }) => hit(start, end),
    );
    const beside = persons.flatMap(({ end: at }) => {
      const right = text.slice(at, at + 60);
      const column = COLUMN.exec(right);
      const country = column?.groups?.country;
      if (column && country !== undefined) {
        const end = at + column[0].length;
        return [hit(end - country.length, end)];
      }
      const brackets = BRACKETS.exec(right);
      const list = brackets?.groups?.list;
      if (!brackets || list === undefined) return [];
      const from = at + brackets[0].length - 1 - list.length;
      return matchAll(list, ITEM).map(({ start, end }) => hit(from + start, from + end));
    });
    return [...plain, ...beside];
  },
};
