import { describe, expect, test } from 'vitest';
import { CASE_TEMPLATE } from '../../domain/posts/case.ts';
import { type Edit, insertCaseTemplate, normalizePasted, toggleAround, toggleLinePrefix } from './edits.ts';

/** The text after the edit, with ［］ around what is selected. */
function edited(text: string, { start, end, replacement, select: [from, to] }: Edit): string {
  const result = text.slice(0, start) + replacement + text.slice(end);
  return `${result.slice(0, from)}［${result.slice(from, to)}］${result.slice(to)}`;
}

describe('the case template', () => {
  test('is set into an empty box, with the caret under the first heading', () => {
    const result = edited('', insertCaseTemplate(''));
    expect(result.replace('［］', '')).toBe(CASE_TEMPLATE);
    expect(result).toContain('■ 本人の状態・訴え\n［］');
  });

  test('takes what is already written under its first heading', () => {
    expect(edited('眠れない方です。\n', insertCaseTemplate('眠れない方です。\n'))).toBe(
      '■ 本人の状態・訴え\n眠れない方です。［］\n\n■ これまでの支援\n\n\n■ 聞きたいこと\n\n',
    );
  });

  test('adds only the headings that are missing', () => {
    const text = '■ 本人の状態・訴え\n眠れない方です。';
    expect(edited(text, insertCaseTemplate(text))).toBe(
      '■ 本人の状態・訴え\n眠れない方です。\n\n■ これまでの支援\n\n■ 聞きたいこと\n［］',
    );
  });
});

describe('marking lines', () => {
  test('marks every line that the selection touches', () => {
    expect(edited('一\n二\n三', toggleLinePrefix('一\n二\n三', 0, 3, '- '))).toBe('［- 一\n- 二］\n三');
  });

  test('takes the mark away where all lines have it', () => {
    expect(edited('- 一\n- 二', toggleLinePrefix('- 一\n- 二', 0, 7, '- '))).toBe('［一\n二］');
  });

  test('marks the line of the caret, and lets it stand at the end of the line', () => {
    expect(edited('一\n二', toggleLinePrefix('一\n二', 2, 2, '> '))).toBe('一\n> 二［］');
  });
});

describe('making bold', () => {
  test('surrounds the selection and keeps it selected', () => {
    expect(edited('これは大事です', toggleAround('これは大事です', 3, 5, '**'))).toBe(
      'これは**［大事］**です',
    );
  });

  test('makes bold text plain again', () => {
    expect(edited('これは**大事**です', toggleAround('これは**大事**です', 5, 7, '**'))).toBe(
      'これは［大事］です',
    );
  });

  test('puts the caret between the signs when nothing is selected', () => {
    expect(edited('', toggleAround('', 0, 0, '**'))).toBe('**［］**');
  });
});

describe('pasted text', () => {
  test('has plain line ends, spaces and no invisible characters', () => {
    expect(normalizePasted('一行目\r\n二\u00a0行目\v三\u00ad行\u200b目')).toBe('一行目\n二 行目\n三行目');
  });

  test('keeps empty lines, bullets and full-width spaces', () => {
    const text = '・一つ目\n\n● 二つ目\n　字下げ';
    expect(normalizePasted(text)).toBe(text);
  });
});
