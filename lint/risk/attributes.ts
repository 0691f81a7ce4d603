import type { Reading } from '../reading.ts';
import type { Suggestion } from '../rule.ts';
import { exactAge } from '../rules/exact-age.ts';
import { nationality } from '../rules/nationality.ts';
import { concernsClient, place } from '../rules/place.ts';
import { after, before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import { yearsOf } from './ages.ts';
import { HANDBOOK_SHARES, nationalityShare } from './shares.ts';
import type { Attribute, Sex, Trait } from './trait.ts';

// What the rules ask for is read as well: it is less, but not nothing.
const WIDE_PLACE =
  /(?:空知|石狩|後志|胆振|日高|渡島|檜山|上川|留萌|宗谷|オホーツク|十勝|釧路|根室)管内(?:の(?:市|町村|町|村))?|札幌市内/g;
const WIDE_AGE =
  /(?<![0-9~-])[1-9]0代(?:前半|後半|以上)?(?!以[上下]|未満|から|まで|を?中心|向け|[がは](?:多|最も|中心)|の割合|[~・、]?[1-9]0代)|(?:19|20)[0-9]0年代(?=生まれ)|(?:未就学児|就学前(?=の子|の娘|の息子))|(?:(?<![一-龥々0-9])|(?<=[男女子孫娘]))[小中高](?:学|校)?[1-6一二三四五六](?:年生?)?(?![0-9組か月~年歳人名回件万時日階])|(?:小学|中学|高校)生(?=の(?:子|娘|息子|長|次|三|孫|兄|弟|姉|妹)|が[一二三1-3]人)/g;
const HOUSEHOLD: ReadonlyArray<[words: RegExp, form: Extract<Trait, { kind: 'household' }>['form']]> = [
  [
    /(?:一人|ひとり|独り|1人)(?:暮らし|住まい)(?!を(?:始め|希望|考|目指)|へ|向け|した[いく]|したこと|の(?:準備|費用|練習))|独居(?!向け)|単身(?:者|世帯)?(?!赴任|用|向け|者?世帯?の(?:基準|収入|上限|場合)|の(?:場合|基準))/g,
    'alone',
  ],
  [/母子(?:家庭|世帯)(?!等|向け|自立|の(?:場合|基準))|シングルマザー/g, 'mother'],
  [/父子(?:家庭|世帯)(?!等|向け|の(?:場合|基準))|シングルファ(?:ー)?ザー/g, 'father'],
  [/ひとり親(?!家庭等|家庭支援|支援|向け|世帯?の(?:場合|基準))/g, 'one-parent'],
];
const FOREIGN =
  /外国籍(?!の?(?:住民|市民|相談|世帯への))|外国人(?=の(?:方|男性|女性|夫|妻|母|父|ご?夫婦|ご?家族))/g;
const HANDBOOK =
  /(?:身体障[害がい]{1,2}者?|身障|療育|精神(?:障[害がい]{1,2}者)?(?:保健)?(?:福祉)?)手帳(?=を?(?:所持|お?持|取得(?:済|して)|あり|[(、 ]?[1-3A-B]級?))/g;

// 女性 and 男性 as people, not as the name of a desk or a programme.
const SEX =
  /(?<value>男性|女性)(?!相談|支援|センター|専用|向け|限定|職員|スタッフ|保護|会議|の?(?:相談員|支援員|担当)|同士)/g;
const MAN = '男性|男(?!女)|夫|父|息子|長男|次男|三男|祖父|兄|弟';
const WOMAN = '女性|女|妻|母|娘|長女|次女|三女|祖母|姉|妹';
/** 43歳の男性, 40代、単身女性; 母（78歳）, 長男は43歳. */
const SEX_AFTER = new RegExp(`^(?:[の、,・ )]{0,2})(?:独身|単身|無職)?の?(?:(${MAN})|(${WOMAN}))`);
const SEX_BEFORE = new RegExp(`(?:(${MAN})|(${WOMAN}))(?:さん)?[はが、,・( ]{0,2}(?:今年)?$`);

/** Everything a text tells of its client that is counted; in no order. */
export function attributesOf(reading: Reading): Attribute[] {
  return [
    ...places(reading),
    ...ages(reading),
    ...sexes(reading.text),
    ...households(reading.text),
    ...nationalities(reading),
    ...handbooks(reading.text),
  ];
}

const at = (
  { start, end }: { start: number; end: number },
  text: string,
  trait: Trait,
  wider: Suggestion[] = [],
) => ({
  trait,
  start,
  end,
  words: text.slice(start, end),
  wider,
});

function places(reading: Reading): Attribute[] {
  const { text } = reading;
  const wide = matchAll(text, WIDE_PLACE).filter(({ start, end }) =>
    concernsClient(reading, { start, end, wider: '道内' }),
  );
  return [...place.find(reading), ...wide].map((span) =>
    at(span, text, { kind: 'place', area: text.slice(span.start, span.end) }),
  );
}

function ages(reading: Reading): Attribute[] {
  const { text } = reading;
  const wide = matchAll(text, WIDE_AGE).map((match) => ({ ...match, suggestions: [] }));
  return [...exactAge.find(reading), ...wide].flatMap(({ start, end, suggestions }) => {
    const years = yearsOf(text.slice(start, end));
    if (years === undefined) return [];
    const beside = sexBeside(text, start, end);
    const trait = { kind: 'age', ...years, ...(beside ? { sex: beside.sex } : {}) } as const;
    const age = at({ start, end }, text, trait, suggestions);
    return [beside ? { ...age, beside: beside.word } : age];
  });
}

function sexBeside(text: string, start: number, end: number): { sex: Sex; word: string } | undefined {
  const found = SEX_AFTER.exec(after(text, end, 8)) ?? SEX_BEFORE.exec(before(text, start, 8));
  const [, man, woman] = found ?? [];
  if (man !== undefined) return { sex: 'male', word: man };
  return woman === undefined ? undefined : { sex: 'female', word: woman };
}

const PERSON: Suggestion = { replacement: '方', label: '方' };

const sexes = (text: string): Attribute[] =>
  matchAll(text, SEX).map((match) => {
    const sex = match.text === '男性' ? 'male' : 'female';
    return at(match, text, { kind: 'sex', sex }, text.startsWith('の方', match.end) ? [] : [PERSON]);
  });

const households = (text: string): Attribute[] =>
  HOUSEHOLD.flatMap(([words, form]) =>
    matchAll(text, words).map((match) => at(match, text, { kind: 'household', form })),
  );

function nationalities(reading: Reading): Attribute[] {
  const { text } = reading;
  const named = nationality.find(reading).map((hit) => {
    const share = nationalityShare(text.slice(hit.start, hit.end));
    return at(hit, text, { kind: 'nationality', share }, hit.suggestions);
  });
  const foreign = matchAll(text, FOREIGN).map((match) => at(match, text, { kind: 'nationality', share: 1 }));
  return [...named, ...foreign];
}

function handbooks(text: string): Attribute[] {
  return matchAll(text, HANDBOOK).flatMap((match) => {
    const share = HANDBOOK_SHARES.find(([called]) => called.test(match.text))?.[1];
    return share === undefined ? [] : [at(match, text, { kind: 'handbook', share })];
  });
}
