import { describe, expect, test } from 'vitest';
import {
  decisionFields,
  type FieldFinding,
  groupFindings,
  groupKey,
  parseDecisions,
  splitKey,
} from './decisions.ts';

function finding(over: Partial<FieldFinding>): FieldFinding {
  return {
    field: 'body',
    ruleId: 'person-name',
    severity: 'error',
    start: 0,
    end: 2,
    text: '佐藤',
    shown: '佐藤さん',
    message: '人の名前のようです。',
    suggestions: [{ replacement: 'Ａ', label: 'Ａさん' }],
    certain: false,
    ...over,
  };
}

function form(...fields: Array<[string, string]>): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe('grouping findings', () => {
  test('puts the same passage of all fields into one group', () => {
    const groups = groupFindings([finding({ field: 'title' }), finding({ start: 10, end: 12 })]);
    expect(groups.map(({ key, places }) => [key, places.length])).toEqual([['person-name:佐藤', 2]]);
  });

  test('keeps the same passage apart when different rules found it', () => {
    expect(groupFindings([finding({}), finding({ ruleId: 'place' })])).toHaveLength(2);
  });

  test('numbers what blocks the post before what only wants a reason, each in reading order', () => {
    const groups = groupFindings([
      finding({ text: '43歳', ruleId: 'exact-age', severity: 'warning' }),
      finding({ text: '佐藤' }),
      finding({ text: '東川町', ruleId: 'place', severity: 'warning' }),
      finding({ text: '鈴木' }),
    ]);
    expect(groups.map(({ text }) => text)).toEqual(['佐藤', '鈴木', '43歳', '東川町']);
  });

  test('names a group so that rule and passage can be told again, even with a colon in the passage', () => {
    const passage = { ruleId: 'account-id', text: 'LINE:taro' };
    expect(splitKey(groupKey(passage))).toEqual(passage);
  });
});

describe('reading decisions from a form', () => {
  test('finds rewrites, objections and reasons', () => {
    const decisions = parseDecisions(
      form(
        ['fix', 'exact-age:43歳'],
        ['object', 'person-name:大地'],
        ['why:place:東川町', 'other'],
        ['whytext:place:東川町', ' 町の広報に出ています '],
      ),
    );
    expect(decisions).toEqual({
      fixes: ['exact-age:43歳'],
      objections: ['person-name:大地'],
      keeps: [{ key: 'place:東川町', reason: 'other', note: '町の広報に出ています' }],
    });
  });

  test('lets a reason and an objection win over the rewrite that was ticked beforehand', () => {
    const decisions = parseDecisions(
      form(
        ['fix', 'place:東川町'],
        ['fix', 'person-name:大地'],
        ['fix', 'exact-age:43歳'],
        ['why:place:東川町', 'public'],
        ['object', 'person-name:大地'],
      ),
    );
    expect(decisions.fixes).toEqual(['exact-age:43歳']);
  });

  test('takes "no reason" and unknown reasons for none', () => {
    expect(parseDecisions(form(['why:place:東川町', ''], ['why:place:美瑛町', 'because'])).keeps).toEqual([]);
  });

  test('ignores a note without a reason', () => {
    expect(parseDecisions(form(['whytext:place:東川町', '広報'])).keeps).toEqual([]);
  });

  test('reads back what was written into the form', () => {
    const decisions = {
      fixes: ['exact-age:43歳'],
      objections: ['person-name:大地'],
      keeps: [{ key: 'place:東川町', reason: 'public' as const, note: '' }],
    };
    expect(parseDecisions(form(...decisionFields(decisions)))).toEqual(decisions);
  });
});
