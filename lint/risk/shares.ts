/**
 * Part of the foreign nationals of Japan by country, in percent.
 * Source: 出入国在留管理庁 令和2年末現在における在留外国人数 (the ten largest of 2,887,116).
 */
const NATIONALITIES: Record<string, number> = {
  中国: 27,
  ベトナム: 15.5,
  韓国: 14.8,
  フィリピン: 9.7,
  ブラジル: 7.2,
  ネパール: 3.3,
  インドネシア: 2.3,
  台湾: 1.9,
  アメリカ: 1.9,
  米国: 1.9,
  タイ: 1.8,
};
/** No country outside the first ten has more people here than the tenth. */
const OTHER_NATIONALITY = 1.8;

export const nationalityShare = (country: string): number =>
  (NATIONALITIES[country] ?? OTHER_NATIONALITY) / 100;

/**
 * Part of the people of Japan who hold a disability handbook, by what texts call it.
 * Source: 厚生労働省 令和3年度福祉行政報告例 (身体 4,910,098; 療育 1,213,063), 令和2年度衛生行政報告例 (精神 1,180,269);
 * of 126,146,099 people.
 */
export const HANDBOOK_SHARES: ReadonlyArray<[called: RegExp, share: number]> = [
  [/^身/, 0.039],
  [/^療/, 0.0096],
  [/^精/, 0.0094],
];
