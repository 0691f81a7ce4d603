import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('person-name', text, { tagger });

test.each([
  ['名前は琉唯斗（るいと）、高校の1年', ['琉唯斗', 'るいと']],
  ['長男の心羽（ここは）が休んだ', ['心羽', 'ここは']],
  ['相談者は五百旗頭さん（いおきべ）です', ['五百旗頭', 'いおきべ']],
  ['氏名：小鳥遊 澪（たかなし みお）', ['小鳥遊 澪', 'たかなし みお']],
  ['月見里さん（やまなし）から電話', ['月見里', 'やまなし']],
])('names and how they are read: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '相談員さん（いとこ）',
  '母（うつ）と父',
  '世帯（ひとり親）',
  '保健師（るす）',
  '学校（おやすみ）',
])('nobody: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  '佐藤さん（いとこ）',
  '佐藤さん（ひとりぐらし）',
  '佐藤さん（うつ）',
  '佐藤さん（おやすみ）',
  '佐藤さん（むすめ）',
])('the word beside a name is none: %s', (text) => {
  expect(found(text)).toEqual(['佐藤']);
});
