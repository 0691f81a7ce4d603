import type { Hit, Rule } from '../rule.ts';
import { after, before } from '../text/context.ts';
import { numberOf } from '../text/kanji-number.ts';
import { execAll, matchAll } from '../text/match.ts';

const AGE =
  /(?<![0-9.~-])(?:満|数え)?(?<value>(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?(?:歳|才)(?:[0-9]{1,2}(?:か|ヶ|カ)月)?)/g;
// 「65歳以上」 states whom a programme serves, not how old a client is.
const BOUND_AFTER =
  /^(?:前(?!後)|以上|以下|以降|未満|から(?!の(?:娘|息子|子))|まで|より(?:前|早|後|上|下)|の誕生日|時点|を超え|超|になると|になれば|になったら|になる前|を過ぎ|到達|に達|~|-|、?[0-9]+歳(?:まで|以)|代|児|の壁|時点|を(?:対象|上限|下限)|人口|若年|になる(?:年度|前日|まで)|前後の方)/;
const BOUND_BEFORE =
  /(?:[0-9一-九]歳?(?:から|~|-)|対象は|上限は|定年は?|満年齢|平均(?:年齢)?は?|最高|最年少は?)$/;
// 父は79、母は76; 夫（東 竜也、33）; 24になったばかり.
const BARE =
  /(?:(?:本人|夫|妻|父|母|兄|姉|弟|妹|息子|娘|長男|長女|次男|次女|三男|三女|祖父|祖母|孫|実際|(?<![今去昨毎近晩])年(?=は)|さん|くん|ちゃん|氏)(?:は|が|も|、|\(|も今年|は今年|はもう)? ?(?<value>[1-9][0-9])(?=になった|になり|になる|です|だそ|って|で、|、|。|と|\)|の)(?!、?[0-9]+(?:日|月|件)))|(?:\([一-龥ぁ-んァ-ヶー・ ]{2,12}、)(?<value2>[1-9][0-9])(?=\))|(?<![0-9])(?<value3>[1-9][0-9])(?=になったばかり)|今年で? ?(?<value4>[1-9][0-9]|[二三四五六七八九]?十[一二三四五六七八九]?)(?=に|で|です|。)/g;
// 年齢：19, 年齢 | 45 |
const LABELLED = /(?:年齢|年令|齢|お?歳)[】 ]?[:| ]{1,3}(?<value>[1-9][0-9])(?![0-9歳才代~%人名以.-])/g;
const IN_BRACKETS = /^\((?<age>[1-9][0-9])\)/;
const BESIDE_NAME = /^(?:\([^()\n]{1,8}\))?[ |]{1,6}(?<age>[1-9][0-9])(?=[ |\n]|$)/;
const BIRTH_YEAR =
  /(?<value>(?:昭和|平成|大正|令和|[STHR](?=[0-9]))(?:[0-9]{1,2}|[一二三四五六七八九十元]{1,3})年|(?:19|20)[0-9]{2}年)(?:度)?(?:の?早)?(?:生(?![活保])|うまれ)/g;
const CLASS =
  /(?<![0-9-])(?:[1-6一二三四五六]年 ?(?:[1-9][0-9]?|[A-Z]|[一二三四五六七八九])組|[小中高][1-6一二三四五六]の?[1-9A-Z]組)/g;

/** 43 → 40代, 4 → 乳幼児; the words people use for the age groups of support. */
function group(age: number): string {
  if (age >= 100) return '90代以上';
  if (age >= 20) return `${Math.floor(age / 10) * 10}代`;
  if (age >= 16) return '10代後半';
  if (age >= 13) return '10代前半';
  if (age >= 7) return '小学生';
  return '就学前';
}

function hit(start: number, end: number, replacement: string): Hit {
  return { start, end, weight: 2, suggestions: [{ replacement, label: replacement }] };
}

function decadeOfYear(year: string): string {
  const eras: Record<string, number> = {
    大正: 1911,
    T: 1911,
    昭和: 1925,
    S: 1925,
    平成: 1988,
    H: 1988,
    令和: 2018,
    R: 2018,
  };
  const era = year.match(/^(?:大正|昭和|平成|令和|[STHR])/)?.[0];
  const number = numberOf(year.slice(era?.length ?? 0, -1));
  const western = era === undefined ? number : number + (eras[era] ?? 0);
  return `${Math.floor(western / 10) * 10}年代`;
}

export const exactAge: Rule = {
  id: 'exact-age',
  severity: 'warning',
  title: '正確な年齢',
  message: 'ほかの手がかりと合わせると、本人が分かることがあります。年代で足りませんか。',
  find({ text, persons }) {
    const hits: Hit[] = [];
    for (const { shownEnd } of persons) {
      const age = text.slice(shownEnd, shownEnd + 8).match(/^ ?[(、・,] ?([1-9][0-9]?)(?=[)、・])/);
      if (age?.[1] === undefined) continue;
      const end = shownEnd + age[0].length;
      hits.push(hit(end - age[1].length, end, group(Number(age[1]))));
    }
    for (const { start, end, text: age } of matchAll(text, AGE)) {
      if (BOUND_AFTER.test(after(text, end, 10)) || BOUND_BEFORE.test(before(text, start, 10))) continue;
      const years = numberOf(age.replace(/ ?[歳才].*$/, ''));
      if (years <= 120) hits.push(hit(start, end, group(years)));
    }
    for (const match of execAll(text, BARE)) {
      const value =
        match.groups?.value ?? match.groups?.value2 ?? match.groups?.value3 ?? match.groups?.value4 ?? '';
      const start = match.index + match[0].length - value.length;
      hits.push(hit(start, start + value.length, group(numberOf(value))));
    }
    // 母ゆかり（39）
    for (const person of persons) {
      const bracket = IN_BRACKETS.exec(text.slice(person.shownEnd, person.shownEnd + 5));
      const age = bracket?.groups?.age;
      if (age === undefined) continue;
      const start = person.shownEnd + 1;
      hits.push(hit(start, start + age.length, group(Number(age))));
    }
    // A table with a column 年齢 has it beside the name.
    if (text.includes('年齢')) {
      for (const person of persons) {
        const cell = BESIDE_NAME.exec(text.slice(person.end, person.end + 24));
        if (!cell) continue;
        const end = person.end + cell[0].length;
        const age = cell.groups?.age ?? '';
        hits.push(hit(end - age.length, end, group(Number(age))));
      }
    }
    for (const { start, end, text: age } of matchAll(text, LABELLED))
      hits.push(hit(start, end, group(Number(age))));
    for (const { start, end, text: year } of matchAll(text, BIRTH_YEAR))
      hits.push(hit(start, end, decadeOfYear(year)));
    for (const { start, end } of matchAll(text, CLASS)) hits.push(hit(start, end, '在学中'));
    return hits;
  },
  examples: {
    flagged: [
      { text: '43歳の男性から相談', hit: '43歳', suggestion: '40代' },
      { text: '来月で三歳です', hit: '三歳', suggestion: '就学前' },
      { text: '昭和55年生まれの男性', hit: '昭和55年', suggestion: '1980年代' },
    ],
    clean: ['40代の男性から相談', '対象は65歳以上です', '15歳から18歳まで', '60歳からの繰上げ請求'],
  },
};
