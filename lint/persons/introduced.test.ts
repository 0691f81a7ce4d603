import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('person-name', text, { tagger });

describe('names that a sentence introduces', () => {
  test.each([
    ['砂川という方が、相談に来られました', ['砂川']],
    ['バルテレミーという利用者の件です', ['バルテレミー']],
    ['小比類巻から折り返しあり', ['小比類巻']],
    ['吾妻は「もう来ない」と言う', ['吾妻']],
    ['娘の雫は学校へ行かない', ['雫']],
    ['弟の岳を叩いた', ['岳']],
    ['妻の名は「こなみ」', ['こなみ']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    '独居という方が多い',
    '三人に一人は箱も持って来ません',
    '名前を聞かずに「気になる家がある」と話してもらう',
    '本人のことは、答えない',
    '会社によっては待ってくれます',
    '甥や姪の順に連絡する',
    '母の行方は分からない',
    '東の空が明るく、雨が来た',
    '役場から電話がありました',
    '夫の声が聞こえる',
    '照会の結果は「実態で判断」',
  ])('nobody: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
