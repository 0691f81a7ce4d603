import { describe, expect, test } from 'vitest';
import { isBlank, requiredTextProblem, textProblem, tidy } from './text-problems.ts';

describe('a text that a member sent', () => {
  test.each([
    ['plain Japanese', '家賃の滞納が続いています。', undefined],
    ['tabs and line breaks', '一行目\n\t二行目', undefined],
    ['an emoji of several code points', '👩‍👩‍👧‍👦 と 🇯🇵', undefined],
    ['a kanji outside the basic plane', '𠮷野家', undefined],
    ['a kana with a combining mark of its own', 'か\u3099', undefined],
    ['a Vietnamese letter with three marks', 'e\u0302\u0301\u0323', undefined],
    ['nine marks on one letter', `a${'\u0301'.repeat(9)}`, undefined],
    ['ten marks on one letter', `a${'\u0301'.repeat(10)}`, 'combining-marks'],
    ['NUL', 'あ\u0000い', 'control-characters'],
    ['escape', 'あ\u001b[31mい', 'control-characters'],
    ['delete', 'あ\u007fい', 'control-characters'],
    ['a C1 control character', 'あ\u0085い', 'control-characters'],
    ['a right-to-left override', '090\u202e1234', 'control-characters'],
    ['a bidirectional isolate', 'あ\u2066い\u2069', 'control-characters'],
    ['the replacement character', '家賃の\ufffd納', 'unreadable'],
    ['half of a surrogate pair', '吉\ud842', 'unreadable'],
    ['the other half', '\udfb7吉', 'unreadable'],
  ])('%s → %j', (_, text, problem) => {
    expect(textProblem(text, 100)).toBe(problem);
  });

  test('may be exactly as long as the limit, counted in UTF-16 code units', () => {
    expect(textProblem('あ'.repeat(100), 100)).toBeUndefined();
    expect(textProblem('あ'.repeat(101), 100)).toBe('too-long');
    expect(textProblem('𠮷'.repeat(50), 100)).toBeUndefined();
    expect(textProblem(`${'𠮷'.repeat(50)}a`, 100)).toBe('too-long');
  });

  test('is measured before it is searched, so a huge one costs nothing', () => {
    expect(textProblem('\u0301'.repeat(5_000_000), 8000)).toBe('too-long');
  });
});

describe('a text that must say something', () => {
  test.each([
    ['nothing', ''],
    ['spaces of both widths', ' \u3000\u00a0'],
    ['line breaks and tabs', '\n\t\n'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['soft hyphens', '\u00ad\u00ad'],
    ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
    ['an empty Braille pattern', '\u2800'],
    ['invisible operators', '\u2061\u2062\u2063\u2064'],
    ['variation selectors', '\ufe0e\ufe0f\u180b'],
    ['invisible tags', '\u{e0041}\u{e0042}'],
  ])('is missing when it consists of %s', (_, text) => {
    expect(requiredTextProblem(text, 100)).toBe('missing');
  });

  test('is there when one character can be seen among them', () => {
    expect(isBlank('\u200bあ\u200b')).toBe(false);
    expect(requiredTextProblem('\u3000？\u3000', 100)).toBeUndefined();
  });

  test('has the problems of any other text too', () => {
    expect(requiredTextProblem('あ\u0000', 100)).toBe('control-characters');
  });
});

describe('tidying', () => {
  test('makes the line ends of Windows and old Mac text one kind', () => {
    expect(tidy('一\r\n二\r三\n四')).toBe('一\n二\n三\n四');
  });

  test('takes blank space of either width from both ends and leaves the middle alone', () => {
    expect(tidy('\n\u3000 一\u3000\n\n 二 \u3000\n')).toBe('一\u3000\n\n 二');
  });
});
