import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('person-name', text, { tagger });

test.each([
  ['帰りに平賀のおじいさんが転びかけた', ['平賀']],
  ['本人は川西の兄さんに任せていた', ['川西']],
  ['大家の菅野谷のおばあちゃんは現金で、と言う', ['菅野谷']],
  ['友人のここな宅に三泊した', ['ここな']],
  ['本人（安住改め筒井 真帆さん）', ['安住', '筒井 真帆']],
  ['一さんという珍しい名字の方', ['一']],
  ['こうちゃん熱さがりました', ['こう']],
  ['りくが学校行けたそうです', ['りく']],
  ['長男・蓮7歳、次女ひなた 4歳', ['蓮', 'ひなた']],
  ['お隣の久住のおばさんが見に来た', ['久住']],
])('somebody of a house, a home, a school: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '隣町のおじいさんが転びかけた',
  '旭川のおばあちゃんに預けた',
  '近所のおばさんが見に来た',
  '職場のお兄さんに聞いた',
  '本人の実家のお母さん',
  '日を改めて訪問',
  '名称改め、くらし相談室',
  '大家さんという立場',
  'こうちゃんと片付ける',
  'みんなが学校に来た',
  '福島のおじいちゃんの家',
  '友人の自宅に三泊',
  '隣の部屋のおじさん',
  '長男満7歳、次女約4歳',
  '父の職場のお姉さん',
  '近所の空家のおじさん',
])('nobody: %s', (text) => {
  expect(found(text)).toEqual([]);
});
