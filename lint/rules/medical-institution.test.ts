import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('medical-institution', text);

test('finds a named hospital or clinic that a client goes to', () => {
  expect(find('妹のしのぶが発寒こころの診療所のデイケアに通う')).toEqual(['発寒こころの診療所']);
  expect(find('夫は、とかち野中央病院に入院')).toEqual(['とかち野中央病院']);
});

test('leaves hospitals without a name, and those that stand for themselves', () => {
  expect(find('本人は市内の病院に入院。Ｃ病院を退院。無料低額診療をしている精神科はありますか')).toEqual([]);
  expect(find('講師はみどり病院の相談室の方です')).toEqual([]);
});
