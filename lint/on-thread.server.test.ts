import { expect, test } from 'vitest';
import { lintFields } from './engine.ts';
import { checkOnThread, lintFully, nameTagger } from './full.server.ts';

test('a server’s thread says of short texts what the check says in place, and of many at once in any order', async () => {
  const texts = ['佐藤さんは43歳です。', '長女の一花が来ました。', '書類を3部送りました。'];
  checkOnThread();
  const found = await Promise.all(texts.map((body) => lintFully({ body })));
  const inPlace = texts.map((body) => lintFields({ body }, { tagger: nameTagger() }));
  expect(found).toEqual(inPlace);
  expect(found.map((findings) => findings.map(({ text }) => text))).toEqual([['佐藤', '43歳'], ['一花'], []]);
});
