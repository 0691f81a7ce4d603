import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();

import type { Profile } from '../rule.ts';

const found = (rule: string, text: string, profile?: Profile) =>
  passages(rule, text, profile ? { tagger, profile } : { tagger });

test.each<[string, string, Profile?]>([
  ['place', '本人の本籍地の市区町村に送る'],
  ['place', '札幌で担当していたときは、夫の側から相談がありました', 'answer'],
  ['place', '函館の皆さん、妻の件ではお世話になりました'],
  ['employer', '本人の荷物は佐川急便の営業所で受け取る'],
  ['employer', '本人の見学は次が物流倉庫です'],
  ['care-facility', '本人はシェルター周辺を歩かない'],
  ['exact-date', '会計さんのカード 4111 1111 1111 1111 有効期限 09/27'],
  ['exact-date', '連絡会議　10月16日\n佐藤さんの件を話した'],
  ['street-address', '本人との集合は北24条東1丁目駅の3番出口'],
  ['nationality', '母が中国の家族制度を話した'],
])('none: %s: %s', (rule, text, profile) => {
  expect(found(rule, text, profile)).toEqual([]);
});

test.each([
  ['employer', '夫は佐川急便で配達員として働く', ['佐川急便']],
  ['place', '本人は札幌にいたころ、働いていた', ['札幌']],
])('but: %s: %s', (rule, text, expected) => {
  expect(found(rule, text)).toEqual(expected);
});
