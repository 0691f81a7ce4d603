import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('exact-age', text);

test.each([
  ['43歳の男性', '43歳'],
  ['自称52才', '52才'],
  ['六十七歳', '六十七歳'],
  ['夫（東 竜也、33）の名前', '33'],
  ['父は79、母は76。', '79'],
  ['昭和55年生まれ', '昭和55年'],
  ['3年2組の担任', '3年2組'],
])('finds the age in 「%s」', (text, age) => {
  expect(find(text)[0]).toBe(age);
});

test('leaves whom a programme serves', () => {
  expect(
    find('65歳以上、15歳から18歳到達後まで、40歳から64歳の方、60歳からの繰上げ、40代、65歳になると介護保険'),
  ).toEqual([]);
});
