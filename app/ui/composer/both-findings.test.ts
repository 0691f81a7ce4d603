import { describe, expect, test } from 'vitest';
import { lintFields } from '#lint/engine.ts';
import { offeredLetters } from '#lint/offered-letters.ts';
import { bothFindings, onlyOfServer } from './both-findings.ts';
import type { FieldFinding } from './decisions.ts';

function nameAt(field: string, start: number, text: string, letter = 'Ａ'): FieldFinding {
  return {
    field,
    ruleId: 'person-name',
    severity: 'error',
    start,
    end: start + text.length,
    text,
    shown: text,
    message: '',
    suggestions: [{ replacement: letter, label: `${letter}さん` }],
    certain: false,
  };
}
const passages = (findings: readonly FieldFinding[]) => findings.map(({ text }) => text);

describe('what only the server finds', () => {
  const own = [nameAt('body', 10, '佐藤')];

  test('is what the browser has not found at all', () => {
    const server = [nameAt('body', 0, '砂金澄仁'), nameAt('body', 10, '佐藤')];
    expect(passages(onlyOfServer(server, own))).toEqual(['砂金澄仁']);
  });

  test('is not what the browser has found in part', () => {
    expect(onlyOfServer([nameAt('body', 8, '砂金佐藤')], own)).toEqual([]);
    expect(passages(onlyOfServer([nameAt('body', 8, '砂金')], own))).toEqual(['砂金']);
  });

  test('is told by field', () => {
    expect(passages(onlyOfServer([nameAt('title', 10, '佐藤')], own))).toEqual(['佐藤']);
  });
});

describe('the findings of both', () => {
  test('stand in the order in which the page is read', () => {
    const own = [nameAt('title', 5, '一'), nameAt('body', 5, '四')];
    const server = [nameAt('tags', 0, '五'), nameAt('body', 0, '三'), nameAt('title', 9, '二')];
    expect(passages(bothFindings(own, server))).toEqual(['一', '二', '三', '四', '五']);
  });

  test('give one person one letter, and no letter to two', () => {
    const body = '砂金澄仁は、佐藤さんの隣の人です。';
    const server = [nameAt('body', 0, '砂金澄仁', 'Ａ')];
    const own = lintFields({ body }, { letters: offeredLetters(server) });
    expect([...offeredLetters(bothFindings(own, server))]).toEqual([
      ['砂金澄仁', 'Ａ'],
      ['佐藤', 'Ｂ'],
    ]);
  });
});
