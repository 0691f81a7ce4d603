import { describe, expect, test } from 'vitest';
import type { FieldFinding } from './decisions.ts';
import { segments, shiftFindings } from './segments.ts';

function findingAt(text: string, passage: string): FieldFinding {
  const start = text.indexOf(passage);
  return {
    field: 'body',
    ruleId: 'person-name',
    severity: 'error',
    start,
    end: start + passage.length,
    text: passage,
    shown: passage,
    message: '',
    suggestions: [],
    certain: false,
  };
}

describe('cutting a text into segments', () => {
  const text = '昨日、佐藤さんと鈴木';
  const findings = [findingAt(text, '佐藤'), findingAt(text, '鈴木')];

  test('loses nothing of the text', () => {
    expect(
      segments(text, findings)
        .map((segment) => segment.text)
        .join(''),
    ).toBe(text);
  });

  test('gives each passage its finding', () => {
    expect(segments(text, findings).map(({ text, finding }) => [text, finding?.text])).toEqual([
      ['昨日、', undefined],
      ['佐藤', '佐藤'],
      ['さんと', undefined],
      ['鈴木', '鈴木'],
    ]);
  });

  test('has nothing to cut in an empty text', () => {
    expect(segments('', [])).toEqual([]);
  });
});

describe('moving findings along with an edit', () => {
  const before = '昨日、佐藤さんが来ました。鈴木さんもです。';
  const findings = [findingAt(before, '佐藤'), findingAt(before, '鈴木')];

  function passagesAfter(after: string): string[] {
    return shiftFindings(findings, before, after).map(({ start, end }) => after.slice(start, end));
  }

  test('moves those behind the edit and leaves those before it', () => {
    expect(passagesAfter('昨日、佐藤さんが窓口に来ました。鈴木さんもです。')).toEqual(['佐藤', '鈴木']);
    expect(passagesAfter('佐藤さんが来ました。鈴木さんもです。')).toEqual(['佐藤', '鈴木']);
  });

  test('drops the one that was edited', () => {
    expect(passagesAfter('昨日、佐々藤さんが来ました。鈴木さんもです。')).toEqual(['鈴木']);
    expect(passagesAfter('昨日、Ａさんが来ました。鈴木さんもです。')).toEqual(['鈴木']);
  });

  test('drops all when the whole text is replaced', () => {
    expect(passagesAfter('')).toEqual([]);
  });
});
