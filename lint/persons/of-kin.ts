import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isForeignName } from './foreign-names.ts';
import { isGivenName, isSurname, readsAsGivenName, readsAsSurname } from './lexicon.ts';
import { isRole, RELATIVE } from './roles.ts';

interface Span {
  start: number;
  end: number;
}

const KIN =
  'お?(?:じい|ばあ|父|母|兄|姉|とう|かあ|にい|ねえ|じ|ば)(?:さん|ちゃん)|(?:弟|妹|奥|旦那|嫁|息子|娘|婿|孫|親父|お孫)さん|親父(?![\\u3400-\\u9fff])|ご?(?:主人|家族|一家|両親)(?![\\u3400-\\u9fff])';
// 平賀のおじいさん, 川西の兄さん: who is called by the house they are of.
const OF_HOUSE = new RegExp(
  `(?<![\\u3400-\\u9fff々ァ-ヺーぁ-ゖ]|[はがをにともへで、。](?=[ぁ-ゖ]))(?<value>[\\u3400-\\u9fff々]{2,4}|[ァ-ヺー]{2,6})(?=の(?:${KIN}))`,
  'g',
);
const IN_SENTENCE = new RegExp(
  `(?<=[のはがをにともへで])(?<value>[\\u3400-\\u9fff々]{2,4}|[ァ-ヺー]{2,6})(?=の(?:${KIN}))`,
  'g',
);
// 大家の菅野谷のおばあちゃん: no list has every family name, but two words say who it is.
const OF_TWO = new RegExp(
  `(?<=(?<![\\u3400-\\u9fff])(?:${RELATIVE}|お?隣|向かい|近所|大家さん)の)(?<value>[\\u3400-\\u9fff々]{2,4})(?=の(?:${KIN}))`,
  'g',
);
// 友人のここな宅に三泊, 同級生のりらんち
const HOME_OF = new RegExp(
  `(?<=(?<![\\u3400-\\u9fff])${RELATIVE}の)(?<value>[ぁ-ゖー]{2,4}?|[ァ-ヺー]{2,6})(?=宅|んち|ん家|(?:さん|くん|ちゃん)?の家(?!族))`,
  'g',
);
// 安住改め筒井 真帆, 北見（旧姓）改め
const RENAMED =
  /(?<![\u3400-\u9fff々])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,8})(?=(?:さん)?改め、? ?[\u3400-\u9fffァ-ヺA-Z])/g;
// 一さんという珍しい名字: whatever the word is, it is said to be a name.
const SAID_TO_BE =
  /(?<![\u3400-\u9fff々])(?<value>[\u3400-\u9fff々]{1,4})(?=(?:さん)?(?:という|って(?:いう)?)[^、。\n「」]{0,6}(?:名字|苗字|姓(?!名)))/g;
// こうちゃん熱さがりました: beside さん these are words, beside ちゃん they are children.
const CHILD =
  /(?<=^|[^ぁ-ゖァ-ヺー\u3400-\u9fff]|(?:ちゃん|くん)と)(?<value>こう|そう|とも|さき|さく|まち|はじめ|れい|あさ|ちか|まま|なな|ほの|どう)(?=(?:ちゃん(?!と)|くん))/g;
// りくが学校行けた: two characters and what only children are told of.
const PUPIL =
  /(?<=^|[\n。!?「、] ?)(?<value>[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4})(?=が、?(?:今日|きょう|昨日|やっと|また|ひさびさに?|久しぶりに)?(?:学校|登校|園[にへ]|保育園|幼稚園|学童|部活|塾|教室|フリースクール|給食|宿題))/g;

// 菅野谷: three characters that end in what a landscape has. Of two too many are places themselves (裏山).
const LIKELY_FAMILY = /^[\u3400-\u9fff々]{2,3}[田谷川山島井野原木本沢崎藤岡橋森尾倉戸浦瀬津江塚坂]$/;

/** Towns elsewhere are family names too, and so are a few of the prefectures; the latter stay places. */
const isElsewhere = (name: string) =>
  GAZETTEER.get(name)?.wider === '道外' && !GAZETTEER.has(`${name}県`) && isSurname(name);
// 北国の, 隣町の: what is no family name though it is built like one.
const isHouse = (name: string) =>
  !isRole(name) &&
  (GAZETTEER.has(name)
    ? isElsewhere(name)
    : /^[ァ-ヺー]+$/.test(name)
      ? isForeignName(name) || readsAsSurname(name)
      : isSurname(name));

// 長男・蓮7歳, 次女ひな4歳: between a relative and an age.
const AGED = new RegExp(
  `(?<=(?<![\\u3400-\\u9fff])${RELATIVE}[・の、 ]?)(?<value>(?![満約数もま])[\\u3400-\\u9fff々]{1,3}|[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,6})(?= ?\\(?[0-9]{1,2}(?:歳|才|\\)))`,
  'g',
);

// 三上母「助かった」, ドゥアルテ母より: whose mother, without の.
const KIN_ALONE = '(?:祖父|祖母|父|母|夫|妻|兄|姉|弟|妹|長男|長女|次男|次女|二男|二女|三男|三女|息子|娘)';
const WHOSE_KIN = new RegExp(
  `(?<=^|[\\n 、。・:「(/])(?<value>[\\u3400-\\u9fff々]{2,4}?|[ァ-ヺー]{3,8}|[ぁ-ゖ]{2,4})(?=(?:さん)?${KIN_ALONE}(?:「|[はがもにをとへ](?![ぁ-ゖ]{3})|より|から|、| ?\\(|の(?:話|電話|希望|意向|通院|受診|付き添い|同席|体調|仕事|入院|携帯)))`,
  'g',
);
const SORT_OF_PARENT =
  /^(?:シングル|ワーキング|ダブル|ステップ|フルタイム|パート|ヤング|アルコール|.*ケアラー)$/;
// 叶夢の妹夢(小3): the second of two names, and how old or in which class.
const KIN_AGED = new RegExp(
  `(?<=[\\u3400-\\u9fff々ぁ-ゖァ-ヺー]の${KIN_ALONE})(?<value>[\\u3400-\\u9fff々]{1,3}|[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,6})(?=\\((?:小|中|高|年[長中少]|[0-9]{1,3}(?:歳|才|\\))))`,
  'g',
);

/** Names of people who are told of as somebody's kin, or as a family. */
export function ofKin(text: string): Span[] {
  const houses = [OF_HOUSE, IN_SENTENCE].flatMap((pattern) =>
    matchAll(text, pattern).filter(({ text: name }) => isHouse(name)),
  );
  const second = matchAll(text, OF_TWO).filter(
    ({ text: name }) => isHouse(name) || (LIKELY_FAMILY.test(name) && !isRole(name) && !GAZETTEER.has(name)),
  );
  const homes = matchAll(text, HOME_OF).filter(
    ({ text: name }) => !isRole(name) && !/^(?:いま|もと|じぶん|ふたり|ひとり|うち)/.test(name),
  );
  const whose = matchAll(text, WHOSE_KIN).filter(
    ({ text: name }) =>
      !isRole(name) &&
      (/^[ぁ-ゖ]/.test(name)
        ? readsAsGivenName(name)
        : /^[ァ-ヺー]{4,}$/.test(name)
          ? !SORT_OF_PARENT.test(name)
          : isHouse(name) || (isGivenName(name) && !GAZETTEER.has(name))),
  );
  const younger = (
    /の..?\S{1,6}\((?:小|中|高|年[長中少]|[0-9])/.test(text) ? matchAll(text, KIN_AGED) : []
  ).filter(({ text: name }) => !isRole(name));
  const renamed = matchAll(text, RENAMED).filter(
    ({ text: name }) => !isRole(name) && (isSurname(name) || isGivenName(name) || isForeignName(name)),
  );
  const pupils = matchAll(text, PUPIL).filter(({ text: name }) => readsAsGivenName(name) && !isRole(name));
  const aged = matchAll(text, AGED).filter(
    ({ text: name }) => (isGivenName(name) || readsAsGivenName(name) || isForeignName(name)) && !isRole(name),
  );
  return [
    ...aged,
    ...whose,
    ...younger,
    ...houses,
    ...second,
    ...homes,
    ...renamed,
    ...pupils,
    ...matchAll(text, SAID_TO_BE),
    ...matchAll(text, CHILD),
  ].map(({ start, end }) => ({ start, end }));
}
