import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const namesIn = (text: string) => passages('person-name', text, { tagger });

describe('nobody is named by', () => {
  test.each([
    ['somebody of a story', '本棚にサザエさんの漫画とコナンくんの絵本があります。'],
    ['somebody of history', '渋沢栄一の新しいお札と、芥川の小説の話をしました。'],
    ['what somebody does, in katakana', '就労支援ナビゲーターさんとジョブコーチさんに会いました。'],
    ['an animal', 'ヒグマさんが出たので中止です。お月さまがきれいでした。'],
    ['who writes', '東野圭吾の小説を読みました。鈴木直道知事の方針です。'],
    ['a river', '西川の堤防で会いました。'],
    ['a carrier, and a restaurant', '佐川が不在票を入れました。吉野家で食べました。'],
    ['a town elsewhere', '本人は千葉へ帰りました。'],
    ['a relative, politely', '甥御さんは漁に出ていて、親御さんとは疎遠です。'],
    ['a word of a form', '記入例の「見本」を見ます。デビット（4111で始まる番号）は書きません。'],
    ['a self-help group', 'ギャンブラーズ・アノニマスの例会に行きました。'],
    ['an everyday thing', '佐藤さんは来ます。本は図書館に返し、鍵は預かりました。'],
    ['a town where somebody goes', '本人の弟は当別から長沼に職場が変わります。赤平の炭住で育ちました。'],
    ['what is sold under a name', '佐藤さんに渡したふりかけは「ゆかり」でした。'],
  ])('%s', (_, text) => {
    expect(namesIn(text).filter((name) => name !== '佐藤')).toEqual([]);
  });
});

test.each([
  ['川西の兄さんに任せていました。', '川西'],
  ['おがたという方から手紙です。', 'おがた'],
  ['本さんという方から電話です。', '本'],
])('somebody: %s', (text, name) => {
  expect(namesIn(text)).toEqual([name]);
});
