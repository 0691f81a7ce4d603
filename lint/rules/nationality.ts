import { COUNTRIES } from '../dictionaries/countries.ts';
import type { Rule } from '../rule.ts';
import { execAll } from '../text/match.ts';

const NATIONALITY = new RegExp(
  `(?:(?<![ァ-ヶー一-龥])(?<value>${COUNTRIES})(?:国籍|籍|出身|系|人(?!道|気|材|民|工|数)|の人(?=で|が|だ|と|、|。)|(?:に|へ)(?:は|も)?(?:帰|戻|送還|強制送還|一時帰国)|から(?:[^、。]{0,4})?(?:来|避難|移|帰国|の(?:留学|技能|避難))|の(?:技能)?(?:実習|留学)生(?=だった|の方|が来|、|[ァ-ヺ])|の(?:[\u3400-\u9fff]{0,3})(?:方|女性|男性|員さん|生さん|ご?夫婦|ご?家族|母子|青年|若者)(?!からの相談|が多|々|向け|への?対応|に対する|の(?:相談|利用)が|の(?:コミュニティ|団体|集まり|会)))|(?:国 ?籍|母国|出身国|本国)[はが: 　|]{1,3}(?<value2>${COUNTRIES})|(?:[ァ-ヶーA-Za-z]|さん|様|氏|夫婦|夫妻|くん|ちゃん)\\((?:[0-9]{1,3}[歳代]?、|男性?、|女性?、)?(?<value3>${COUNTRIES})(?=[)、])|(?<=、)(?<value6>${COUNTRIES})(?=、(?:19|20)[0-9]{2}|、[0-9]{1,3}歳)|(?<=[ァ-ヺーA-Za-z](?: [^ 0-9\\n]{1,6})? )(?<value7>${COUNTRIES})(?=\\n|$| [0-9])|(?<=入居|来所|来談|方」?)\\((?<value4>${COUNTRIES})\\)|(?<=[0-9]日? ?|[MTSHR][0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2} )(?<value5>${COUNTRIES})(?=\n|$| ))`,
  'g',
);

export const nationality: Rule = {
  id: 'nationality',
  severity: 'warning',
  title: '国籍',
  message: '国の名前まで書くと、地域によっては本人が分かります。「外国籍」で足りませんか。',
  find: ({ text }) =>
    execAll(text, NATIONALITY).map((match) => {
      const value =
        match.groups?.value ??
        match.groups?.value2 ??
        match.groups?.value3 ??
        match.groups?.value4 ??
        match.groups?.value5 ??
        match.groups?.value6 ??
        match.groups?.value7 ??
        match.groups?.value8 ??
        '';
      const start = match.index + match[0].indexOf(value);
      const end = start + value.length;
      const next = text.slice(end, end + 2);
      const replacement = /^国?籍/.test(next) ? '外' : '外国';
      const label = replacement === '外' ? '外国籍' : '外国';
      return {
        start,
        end,
        weight: 2,
        suggestions: [{ replacement: /^籍/.test(next) ? '外国' : replacement, label }],
      };
    }),
  examples: {
    flagged: [
      { text: 'ベトナム国籍の方です', hit: 'ベトナム', suggestion: '外' },
      { text: 'ネパールから来た留学生', hit: 'ネパール', suggestion: '外国' },
    ],
    clean: ['ベトナム語のちらしがあります', 'ネパール料理店の店主', '外国籍の方の児童手当'],
  },
};
