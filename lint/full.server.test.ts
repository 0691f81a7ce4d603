import { describe, expect, test } from 'vitest';
import { lintFields } from './engine.ts';
import { isFamilyAndGivenName, lintFully, nameTagger } from './full.server.ts';

const PADDING = '家計の見直しを三回行い、支払いの順番を決めました。\n'.repeat(80);

describe('the full check', () => {
  test('finds names that the rules alone do not', async () => {
    const fields = { body: '平山智香子は、1980年代に活動した日本の歌手。' };
    const found = await lintFully(fields, { profile: 'note' });
    expect(found.map(({ text }) => text)).toContain('平山智香子');
  });

  test('knows given names as parents build them today', async () => {
    const found = await lintFully({ body: '長女の一花と父の大悟が来ました。' });
    expect(found.map(({ text }) => text)).toEqual(['一花', '大悟']);
  });

  test('knows more trades than a browser', async () => {
    const found = await lintFully({ body: '佐藤さんは花月セレモニーを退職しました。' });
    expect(found.map(({ text }) => text)).toEqual(['佐藤', '花月セレモニー']);
  });

  test('sees nobody in what the network writes of itself', async () => {
    const fields = { body: '小樽市では、たるさぽが自立相談支援と家計改善支援を行っています。' };
    expect((await lintFully(fields)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('says the same of a long document, which is checked on a thread', async () => {
    const fields = {
      title: '佐藤さんのこと',
      body: `${PADDING}渡辺 翔さん（43歳）の電話は090-1234-5678です。`,
    };
    const options = { profile: 'question', letters: new Map([['佐藤', 'Ｃ']]) } as const;
    const found = await lintFully(fields, options);
    expect(found).toEqual(lintFields(fields, { ...options, tagger: nameTagger() }));
    expect(found.map(({ ruleId }) => ruleId)).toEqual([
      'person-name',
      'person-name',
      'exact-age',
      'phone-number',
    ]);
  });

  test('answers each of several long documents with its own findings', async () => {
    const names = ['佐藤', '渡辺', '小野寺', '高橋'];
    const found = await Promise.all(names.map((name) => lintFully({ body: `${PADDING}${name}さんの件` })));
    expect(found.map((findings) => findings.map(({ text }) => text))).toEqual(names.map((name) => [name]));
  });

  test('refuses a document of a length that nobody writes', async () => {
    await expect(lintFully({ title: 'あ', body: 'あ'.repeat(200_000) })).rejects.toThrow(/too long/);
  });
});

test.each(['山田太郎', '佐藤翔', '佐々木健', '林大地', '高橋みゆき'])(
  '%s is a family name with a given name',
  (name) => {
    expect(isFamilyAndGivenName(name)).toBe(true);
  },
);

test.each([
  '山田',
  '佐々木',
  '上久保',
  '勅使河原',
  '仲村渠',
  '一ノ瀬',
  '林',
  'オニール',
  'デ・ラ・クルス',
  '金田一',
])('%s is a family name alone', (name) => {
  expect(isFamilyAndGivenName(name)).toBe(false);
});
