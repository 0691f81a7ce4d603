import { expect, test } from 'vitest';
import { splitTags, tagLineProblem } from './tags.ts';

test.each([
  ['', []],
  ['ひきこもり', ['ひきこもり']],
  ['ひきこもり 8050', ['ひきこもり', '8050']],
  ['ひきこもり、８０５０，録音・年末年始', ['ひきこもり', '8050', '録音', '年末年始']],
  ['#録音 ＃年末年始', ['録音', '年末年始']],
  ['録音　録音\n録音', ['録音']],
  ['# ## 、、', []],
])('%j is read as %j', (typed, tags) => {
  expect(splitTags(typed)).toEqual(tags);
});

test('reading the tags of a reading changes nothing', () => {
  const tags = splitTags('㈱　ﾌｰﾄﾞﾊﾞﾝｸ #８０５０');
  expect(splitTags(tags.join(' '))).toEqual(tags);
});

test('five tags of twenty characters are the most', () => {
  const tag = 'あ'.repeat(20);
  expect(tagLineProblem(`${tag} 二 三 四 五`)).toBeUndefined();
  expect(tagLineProblem('一 二 三 四 五 六')).toBe('too-many');
  expect(tagLineProblem(`${tag}あ`)).toBe('too-long');
  expect(tagLineProblem(' '.repeat(501))).toBe('too-long');
});
