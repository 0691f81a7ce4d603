import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

// メーカーや事業の名前：テルモ、エーザイ, 検査の例：ベック、バウム: whatever stands there is what the line says.
const LINE =
  /(?<=^|\n)[・●○■◆*-]? ?[^:\n。、]{0,10}(?:(?:メーカー|ブランド|商品|製品|検査|尺度|療法|技法|薬|症候群|用語|作品|曲|花|植物|機種|アプリ|学者|理論家|偉人|カタカナ名|外国名|架空の名|番組)(?:や[^:\n。、]{1,8}|など)?(?:の(?:名前|名称|名|例|一覧|呼び名))?|(?:企業|会社|事業|病気|制度|本|地名|駅|方言|サービス|団体|サンプル|名前|氏名|名字)(?:や[^:\n。、]{1,8}|など)?の(?:名前|名称|例|一覧|呼び名|見本)):(?<value>[^\n]{4,300})/g;
const LISTS = /[、,・/]/;
const KINDS = new Set(['person-name', 'employer', 'medical-institution', 'care-facility', 'school', 'place']);

let last: { text: string; lines: ReadonlyArray<{ start: number; end: number }> } | undefined;
const linesOf = (text: string) => {
  if (last?.text !== text)
    last = {
      text,
      lines: text.includes(':')
        ? matchAll(text, LINE).filter(({ text: list }) => LISTS.test(list) && !/さん|様|氏(?!病)/.test(list))
        : [],
    };
  return last.lines;
};
const isListed = (text: string, { start, end }: { start: number; end: number }) =>
  linesOf(text).some((line) => line.start <= start && end <= line.end);

/** Lines that list makers, tests, works or medicines by name. */
export const listedThings: Look = {
  isNobody: (text, mention) => mention.weight < 3 && isListed(text, mention),
  isNone: ({ text }, hit) => KINDS.has(hit.rule.id) && isListed(text, hit),
};
