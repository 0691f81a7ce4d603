import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('employer', text);

test.each([
  ['本人は(株)北鈴工業を退職', '(株)北鈴工業'],
  ['アルバイト先の居酒屋ゆきんこ亭が閉店。本人は困っている', '居酒屋ゆきんこ亭'],
  ['本人はカフェ・ポプラ並木で実習', 'カフェ・ポプラ並木'],
  ['佐藤さんは道南第一交通のパート', '道南第一交通'],
])('finds where a client works: %s', (text, name) => {
  expect(find(text)).toEqual([name]);
});

test('leaves trades, carriers and words that only look like companies', () => {
  expect(find('建設業で働く本人。市内の水産業に勤めた。配送は佐川急便です。就労準備の交通費が出る')).toEqual(
    [],
  );
});
