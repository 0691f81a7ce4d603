import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('exact-amount', text);

test.each(['3,271円', '83,412円', '１万１，６２０円', '¥8,413', '9874円', '十一万三千四百二十円'])(
  "finds a client's amount to the yen: %s",
  (amount) => {
    expect(find(`通帳の残高は${amount}です`)).toEqual([amount]);
  },
);

test('leaves rounded amounts and those of rules', () => {
  expect(find('本人の家賃は38,000円、食費は月3万5千円')).toEqual([]);
  expect(find('予算総額は1,234,567円、生活扶助はおよそ71,460円、最低賃金は1,010円')).toEqual([]);
});
