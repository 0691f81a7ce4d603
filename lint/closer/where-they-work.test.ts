import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (text: string) => passages('place', text, { tagger });

test.each([
  ['兄は浦河の日の出海産で働く', ['浦河']],
  ['母は苫前のご両親に頼めない', ['苫前']],
])('a town of somebody’s: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each(['浦河の町営住宅を案内した', '苫前の窓口を紹介する制度'])('of an office: %s', (text) => {
  expect(found(text)).toEqual([]);
});
