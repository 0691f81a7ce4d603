import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const namesIn = (text: string) => passages('person-name', text, { tagger });

describe('a name is told by', () => {
  test.each([
    ['a round of visits', '1件目 清里宅 変わりなし。2件目 岩内宅 留守。', '岩内'],
    ['with whom somebody lives', '白石区北郷15-6 メゾンひばり205\n奥様方。佐藤さん。', '奥'],
    ['a passport', '旅券の表記は SUGIARTO BUDI です。', 'SUGIARTO BUDI'],
    ['how it is read', '颯人くんに会いました。はやと、って読むんですね。', 'はやと'],
    ['what stands on an envelope', '茶封筒に「ニシムラ 5000円」とあります。', 'ニシムラ'],
    ['a number beside it in a notebook', '手帳には「ときこ 0138…」とだけ。', 'ときこ'],
  ])('%s', (_, text, name) => {
    expect(namesIn(text)).toContain(name);
  });
});

test.each([
  '封筒に「家賃 30000円」と書いて分けます。',
  '難しい、って読む前に思うそうです。',
  '市役所から「書類が足りない」と電話がありました。',
])('others: %s', (text) => {
  expect(namesIn(text)).toEqual([]);
});
