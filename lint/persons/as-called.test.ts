import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const namesIn = (text: string) => passages('person-name', text, { tagger });

describe('a name is told by', () => {
  test.each([
    ['what one calls them', '薪は裏の小笠原のおじさんが割り、梶浦親方が運びます。', '小笠原'],
    ['what somebody is, before quotation marks', '勤め先の先輩「翼」から借りたそうです。', '翼'],
    ['a round of visits', '1件目 清里宅 変わりなし。2件目 岩内宅 留守。', '岩内'],
    ['with whom somebody lives', '白石区北郷15-6 メゾンひばり205\n奥様方。佐藤さん。', '奥'],
    ['a relative, where it is a noun', 'ローンの名義は長男の公平）を返せるか。', '公平'],
    ['a child beside another', 'いろはちゃんとそうすけくんが来ました。', 'いろは'],
    ['kin in a row', '家族は、父正、長女舞、三女歩の三人です。', '舞'],
    ['its class', '末っ子の海は小6です。', '海'],
    ['what somebody does', '根室でカジタという船頭と揉めた。', 'カジタ'],
    ['what alone it is called', '雇い主のことはオオバとだけ呼びます。', 'オオバ'],
    ['a passport', '旅券の表記は SUGIARTO BUDI です。', 'SUGIARTO BUDI'],
    ['how it is read', '颯人くんに会いました。はやと、って読むんですね。', 'はやと'],
    [
      'what somebody answers to',
      '「ポン太」と呼ばないと怒ります。「タマキ」と呼ばれると返事をする。',
      'タマキ',
    ],
    ['what stands on an envelope', '茶封筒に「ニシムラ 5000円」とあります。', 'ニシムラ'],
    ['a number beside it in a notebook', '手帳には「ときこ 0138…」とだけ。', 'ときこ'],
  ])('%s', (_, text, name) => {
    expect(namesIn(text)).toContain(name);
  });
});

test.each([
  '50代で、長く一人親方をしていた方です。',
  '「うちの姉ちゃんが働いてる」と話す子です。',
  '近所のおばさんが見に来ます。隣のじいさんは留守です。',
  '友人「離婚したい」と言うので同行しました。',
  '世界では「ハームリダクション」と呼ばれています。',
  '封筒に「家賃 30000円」と書いて分けます。',
  '難しい、って読む前に思うそうです。',
])('others: %s', (text) => {
  expect(namesIn(text)).toEqual([]);
});
