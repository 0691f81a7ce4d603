import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('person-name', text, { tagger });

test.each([
  ['面談では「さくらと代わって」と言う。さくらさんは長女です。', ['さくら', 'さくら']],
  ['佐藤さんと当別さんが来所しました。', ['佐藤', '当別']],
  ['教室の「さくら」へ、つばさくんが通う', ['つばさ']],
])('people: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '学習支援の教室名は「さくら」「つばさ」の2つ。さくらは小学生、つばさは中学生です。',
  '新しいシステムの「かなえ」に入力します。かなえは30分で消えます。',
  '網走さん、例の様式は見つかりましたか。',
  '司会は白糠さん、書記は音更さんでお願いします。',
])('rooms, programmes, towns: %s', (text) => {
  expect(found(text)).toEqual([]);
});
