import { expect, test } from 'vitest';
import { nameTagger } from '../full.server.ts';
import { passages } from '../testing.ts';

const tagger = nameTagger();
const found = (rule: string, text: string) => passages(rule, text, { tagger });

test.each([
  ['employer', '本人は「まるふく」で働いていた', ['まるふく']],
  ['employer', '夫はクレドナを先月退職', ['クレドナ']],
  ['employer', '母はソレイユという洋品店で接客', ['ソレイユ']],
  ['employer', '息子はハッピネスの社員寮を出た', ['ハッピネス']],
  ['care-facility', '母はあじさいへ入居した', ['あじさい']],
  ['care-facility', '本人はポラリスという施設に移った', ['ポラリス']],
])('%s: %s', (rule, text, expected) => {
  expect(found(rule, text)).toEqual(expected);
});

test.each([
  '本人は会社を辞めて、コンビニで働いている',
  '母は深夜のパートに就職した',
  '夫は体調を理由に退職',
  '職場はシフト制。本人は朝が苦手',
  '娘は今月でバイトを辞める',
  '母は施設に入居した',
])('work and homes without a name: %s', (text) => {
  expect([...found('employer', text), ...found('care-facility', text)]).toEqual([]);
});

test('the wage of somebody is not of a firm', () => {
  expect(found('person-name', '佐藤さんが来所。佐藤の給料は手渡し')).toEqual(['佐藤', '佐藤']);
});
