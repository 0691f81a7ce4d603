import { describe, expect, test } from 'vitest';
import { carryCaret } from './caret.ts';

/** Texts with the caret as ｜. */
const carried = (before: string, after: string) => {
  const at = before.indexOf('｜');
  const text = before.replace('｜', '');
  const caret = carryCaret(text, after, at);
  return `${after.slice(0, caret)}｜${after.slice(caret)}`;
};

describe('the caret', () => {
  test('stays at its letters when others write above, below or on both sides', () => {
    expect(carried('一\n二｜番\n三', '零\n一\n二番\n三\n四')).toBe('零\n一\n二｜番\n三\n四');
    expect(carried('｜一', '一\n二')).toBe('｜一\n二');
    expect(carried('一｜', '零\n一')).toBe('零\n一｜');
  });

  test('stays in a line that another has changed, as far as there is one', () => {
    expect(carried('一\n二番め｜です\n三', '零\n一\n二つめです\n三')).toBe('零\n一\n二つめ｜です\n三');
    expect(carried('一\n二｜', '')).toBe('｜');
  });

  test('stays in the same one of lines that are alike', () => {
    expect(carried('・\n・\n・｜\n', '・あ\n・\n・\n')).toBe('・あ\n・\n・｜\n');
  });
});
