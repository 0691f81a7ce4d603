import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('birth-date', text);

test.each(['S55.4.12', '昭和55年4月12日', '1980年4月12日', '1980/04/12', '平成元年六月一日'])(
  'finds a full date of birth: %s',
  (date) => {
    expect(find(`${date}生まれの方`)).toEqual([date]);
    expect(find(`生年月日：${date}`)).toEqual([date]);
  },
);

test('leaves a full date that nobody was born on', () => {
  expect(find('平成27年7月27日付けの通知')).toEqual([]);
});
