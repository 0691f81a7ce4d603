import { describe, expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const namesIn = (text: string) => passages('person-name', text, { tagger });

describe('a name is told by', () => {
  test.each([
    ['what one calls them', '薪は裏の小笠原のおじさんが割り、梶浦親方が運びます。', '小笠原'],
    ['what somebody is, before quotation marks', '勤め先の先輩「翼」から借りたそうです。', '翼'],
    [
      'what somebody answers to',
      '「ポン太」と呼ばないと怒ります。「タマキ」と呼ばれると返事をする。',
      'タマキ',
    ],
    ['what somebody does', '根室でカジタという船頭と揉めた。', 'カジタ'],
    ['what alone it is called', '雇い主のことはオオバとだけ呼びます。', 'オオバ'],
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
])('others: %s', (text) => {
  expect(namesIn(text)).toEqual([]);
});
