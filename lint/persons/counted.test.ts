import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { counted } from './counted.ts';

// It makes the rarer names known.
nameTagger();

const names = (text: string) => counted(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['平田・堀・麦倉の3名', ['平田', '堀', '麦倉']],
  ['仁木/門馬/小笠原の3人で', ['仁木', '門馬', '小笠原']],
  ['陽菜、大和、こはるの三人きょうだい', ['陽菜', '大和', 'こはる']],
  ['健太、美咲の二人を迎えに', ['健太', '美咲']],
  ['カズとマコト、二人とも元気', ['カズ', 'マコト']],
])('names in a row that are counted: %s', (text, found) => {
  expect(names(text)).toEqual(found);
});

test.each([
  '父、母、妹の三人で暮らす',
  '相談員、保健師、民生委員の3名が同席',
  '石狩、空知、後志の3件',
  'りんご、みかん、ばななの三つ',
  'これとそれ、両名の署名',
])('other rows name nobody: %s', (text) => {
  expect(names(text)).toEqual([]);
});
