import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('account-id', text);

test.each([
  ['LINE ID: taro_1985', 'taro_1985'],
  ['テレグラムの@kw_boss99です', '@kw_boss99'],
  ['Discordで（sora_north#0421）から', 'sora_north#0421'],
  ['メッセージはtatsu-ya.330という名前で届く', 'tatsu-ya.330'],
])('finds the account in 「%s」', (text, account) => {
  expect(find(text)).toEqual([account]);
});

test('leaves mentions of the network, versions, files and packages', () => {
  expect(find('@all と @事務局、v1.2.3、LINEで送ったtext01.pdf、`@hono/node-server`')).toEqual([]);
});
