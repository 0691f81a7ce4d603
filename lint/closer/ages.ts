import type { Hit } from '../rule.ts';
import { numberOf } from '../text/kanji-number.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

// 昭和48年ごろ東京で生まれた: the year, then where.
const BORN_SOMEWHERE =
  /(?<value>(?:昭和|平成|大正)(?:[0-9]{1,2}|[一二三四五六七八九十元]{1,3})年|19[0-9]{2}年)(?=(?:ごろ|頃)?(?:に|の?[春夏秋冬])?、?[\u3400-\u9fffァ-ヺー]{1,8}[^、。\n0-9]{0,8}[でに](?:生まれ(?![るれ])|誕生))/g;
// 年齢も31と言ったり三十四と言ったり
const SAID =
  /(?<=年齢[はもを]、?(?:[0-9]{2}と(?:言|い)ったり)?)(?:[1-9][0-9]|[二三四五六七八九]?十[一二三四五六七八九]?)(?=と(?:言|い|答|聞)|か[0-9二三四五六七八九十]|らしい|だと|くらい|ぐらい|前後と)|(?<=年齢[はもを][0-9]{2}と(?:言|い)ったり)[二三四五六七八九]?十[一二三四五六七八九]?/g;

// 丹羽 美空、27。 / グエン 男 23 / 武 四十六 長く…: behind somebody's name.
const BEHIND =
  /^(?:さん|様|氏|くん|ちゃん)?(?:\([^()\n]{1,16}\))?(?:[ 、・]{1,3}[男女]性?[ 、・]{1,3}(?<age>[1-9][0-9])(?=[ 、。\n)]|$)|、(?<bare>[1-9][0-9])(?=[。\n]|$)|[ 、]{1,3}(?<kanji>[二三四五六七八九]?十[一二三四五六七八九]?)(?= [^ ]))/;

// 平成7年4月2日生（29）
const BEHIND_BIRTH = /(?<=日?(?:生|生まれ)\()[1-9][0-9](?=[)、])/g;

/** 47 → 40代; a year of birth tells the same as an age. */
const decade = (shown: string): string => {
  const age = /年/.test(shown) ? Number.NaN : numberOf(shown);
  return age >= 20 ? `${Math.floor(age / 10) * 10}代` : '（年代）';
};

/** Ages and years of birth that no 歳 and no 生まれ follows. */
export const ages: Look = {
  rule: 'exact-age',
  find({ text, persons, aboutClient }) {
    if (!aboutClient) return [];
    const said = /生まれ|誕生|年齢/.test(text)
      ? [...matchAll(text, BORN_SOMEWHERE), ...matchAll(text, SAID)]
      : [];
    const born = text.includes('生') ? matchAll(text, BEHIND_BIRTH) : [];
    const behind = persons.flatMap(({ end: at }) => {
      const match = BEHIND.exec(text.slice(at, at + 32));
      const age = match?.groups?.age ?? match?.groups?.bare ?? match?.groups?.kanji;
      if (!match || age === undefined) return [];
      const end = at + match[0].length;
      return [{ start: end - age.length, end }];
    });
    return [...said, ...born, ...behind].map(({ start, end }): Hit => {
      const replacement = decade(text.slice(start, end));
      return { start, end, weight: 2, suggestions: [{ replacement, label: replacement }] };
    });
  },
};
