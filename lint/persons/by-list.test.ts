import { expect, test } from 'vitest';
import { byList } from './by-list.ts';

const names = (text: string) => byList(text).map(({ start, end }) => text.slice(start, end));

test('a list of which most are names names people', () => {
  expect(names('渡し先\n1 上野\n2 ハッサン\n3 道端 れい\n4 村\n計4世帯')).toEqual([
    '上野',
    'ハッサン',
    '道端 れい',
    '村',
  ]);
  expect(names('・相馬 就労準備へ\n・上杉 転居')).toEqual(['相馬', '上杉']);
});

test('so does a row', () => {
  expect(names('訪問先 伊東、蛯名、宗近')).toEqual(['伊東', '蛯名', '宗近']);
  expect(names('参加者3名(滝本・サユリ・ゆきえ)')).toEqual(['滝本', 'サユリ', 'ゆきえ']);
});

test.each([
  '1 米\n2 味噌\n3 灯油',
  '・司会 事務局\n・会場 市民会館',
  '石狩、空知、後志',
  '窓口(千歳・伊達・砂川)',
  '(ロサ・マリア)',
])('other lists name nobody: %s', (text) => {
  expect(names(text)).toEqual([]);
});
