import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();

test.each([
  ['exact-age', '佐藤さん、75歳で後期高齢者医療に切り替わる月は保険料が変わります。'],
  ['medical-institution', '佐藤さんの夫は病院の脳外科にいます。'],
  ['place', '佐藤さんは道の駅で保護されました。'],
  ['employer', '佐藤さんはメニエール病で働けなくなりました。'],
])('%s: %s', (rule, text) => {
  expect(passages(rule, text, { tagger })).toEqual([]);
});

test.each([
  ['exact-age', '佐藤さんは75歳で、年金だけで暮らしています。', '75歳'],
  ['place', '佐藤さんは道の駅とうや湖に泊まっています。', '道の駅とうや湖'],
])('a client’s: %s: %s', (rule, text, passage) => {
  expect(passages(rule, text, { tagger })).toEqual([passage]);
});
