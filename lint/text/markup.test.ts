import { describe, expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { withoutMarkup } from './markup.ts';

const texts = (typed: string) => lint(typed).map(({ ruleId, text }) => [ruleId, text]);

describe('Markdown does not hide what readers will see', () => {
  test.each([
    ['**佐藤**さんから相談', 'person-name', '佐藤'],
    ['佐**藤花**子さんから相談', 'person-name', '佐**藤花**子'],
    ['電話は090**-12*3*4-5678**です', 'phone-number', '090**-12*3*4-5678'],
    ['電話は090**-1234-5678です。\n次の番号**は', 'phone-number', '090**-1234-5678'],
    ['佐~~藤~~さんから相談', 'person-name', '佐~~藤'],
    ['佐`藤`さんから相談', 'person-name', '佐`藤'],
    ['佐[藤](https://example.jp)さんから相談', 'person-name', '佐[藤'],
    ['佐<b>藤</b>さんから相談', 'person-name', '佐<b>藤'],
    ['電話は090\\-1234\\-5678です', 'phone-number', '090\\-1234\\-5678'],
    ['電話は`090`-`1234`-`5678`です', 'phone-number', '090`-`1234`-`5678'],
    ['メールは hanako**@**example.jp です', 'email-address', 'hanako**@**example.jp'],
  ])('%s', (typed, rule, passage) => {
    expect(texts(typed)).toContainEqual([rule, passage]);
  });

  test('a text with markup and nobody in it has no finding', () => {
    expect(
      texts('- **封筒**を分ける\n- [手引き](https://example.jp)を読む\n- 10~12時に `様式03-2` を出す'),
    ).toEqual([]);
  });

  test('most texts have none', () => {
    expect(withoutMarkup('家賃の相談です。')).toBeUndefined();
  });
});
