import { describe, expect, test } from 'vitest';
import { findAll } from './check.server.ts';
import { shownView } from './shown.server.ts';

const found = async (body: string) =>
  (await findAll({ title: '件名', body }, {})).map(({ field, ruleId, text }) => `${field} ${ruleId} ${text}`);

describe('what readers will see is checked too', () => {
  test.each([
    ['code whose ticks do not pair', '``、山`田`さんの件', 'body person-name 山`田'],
    ['code over a line break', '佐`藤\nさ`んの件', 'body person-name 佐`藤'],
    ['an address with brackets', '佐[藤](http://a.example/c_(d))さん', 'body person-name 佐[藤'],
    [
      'a link whose title has brackets',
      '090-12[34](http://a.example "t(u)")-5678です',
      'body phone-number 090-12[34](http://a.example "t(u)")-5678',
    ],
  ])('%s', async (_, body, finding) => {
    expect(await found(body)).toEqual([finding]);
  });

  test('what was found as typed is told once', async () => {
    expect(await found('**佐藤**さんと`a`')).toEqual(['body person-name 佐藤']);
  });
});

test.each([
  ['plain text', 'ふつうの文章です。'],
  ['lists, quotes and tables', '- 一つ **め**\n- 二つめ\n\n> 引用\n\n| a | b |\n|---|---|\n| 一 | 二 |'],
  ['a link', '[案内](https://example.org/a) を見る'],
])('nothing is checked twice for %s', (_, body) => {
  expect(shownView(body)).toBeUndefined();
});
