import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const amountsIn = (text: string) => passages('exact-amount', text, { tagger: nameTagger() });

test('what a client’s household pays is told to the yen beside its spending as well', () => {
  expect(amountsIn('佐藤さんの支出は灯油が３万４，１８０円、電気￥9,276です。')).toEqual([
    '３万４，１８０円',
    '￥9,276',
  ]);
});

test('not what has noughts at its end', () => {
  expect(amountsIn('佐藤さんの支出は灯油が３万4,100円です。')).toEqual([]);
});
