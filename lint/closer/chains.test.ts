import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('employer', text, { tagger });

test.each([
  ['妻はツルハでパートをしている', ['ツルハ']],
  ['長男はローソンの夜勤を続ける', ['ローソン']],
  ['本人はニトリの倉庫で働く', ['ニトリ']],
])('where somebody works: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each(['妻はツルハで薬を買う', '本人とはローソンの前で会う', '母はイオンでレジ袋をもらう'])(
  'where one buys: %s',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);
