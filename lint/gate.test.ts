import { describe, expect, test } from 'vitest';
import { gate } from './gate.ts';

const fine = { title: '就労準備の交通費', body: 'Ａさん（40代）の件です' };

describe('the gate', () => {
  test('passes a document that names nobody', () => {
    expect(gate(fine)).toEqual({ verdict: 'pass', texts: fine, kept: [] });
  });

  test('refuses an error, and shows every finding', () => {
    const result = gate({ title: '佐藤さん', body: '43歳の男性' });
    expect(result).toMatchObject({
      verdict: 'refuse',
      findings: [
        { field: 'title', ruleId: 'person-name' },
        { field: 'body', ruleId: 'exact-age' },
      ],
    });
    expect(result).not.toHaveProperty('texts');
  });

  test('refuses a warning until its author says why it may stay', () => {
    const fields = { body: '43歳の男性と43歳の女性' };
    const reason = { ruleId: 'exact-age', text: '43歳', reason: 'unlinked', note: '' } as const;
    expect(gate(fields).verdict).toBe('refuse');
    expect(gate(fields, { acknowledgements: [{ ...reason, text: '44歳' }] }).verdict).toBe('refuse');
    expect(gate(fields, { acknowledgements: [reason] })).toEqual({
      verdict: 'pass',
      texts: fields,
      kept: [reason],
    });
  });

  test('takes another reason only with a note', () => {
    const fields = { body: '43歳の男性' };
    const reason = { ruleId: 'exact-age', text: '43歳', reason: 'other', note: ' ' } as const;
    expect(gate(fields, { acknowledgements: [reason] }).verdict).toBe('refuse');
    expect(gate(fields, { acknowledgements: [{ ...reason, note: '統計の例です' }] }).verdict).toBe('pass');
  });

  test('keeps only the reasons that were needed', () => {
    const reason = { ruleId: 'exact-age', text: '43歳', reason: 'public', note: '' } as const;
    expect(gate(fine, { acknowledgements: [reason] })).toMatchObject({ verdict: 'pass', kept: [] });
  });

  test('lets a post wait when its author objects to each name', () => {
    const fields = { body: '佐藤さんと渡辺さん' };
    const objection = (text: string) => ({ ruleId: 'person-name', text });
    expect(gate(fields, { objections: [objection('佐藤')] }).verdict).toBe('refuse');
    expect(gate(fields, { objections: [objection('佐藤'), objection('渡辺')] })).toMatchObject({
      verdict: 'wait',
      texts: fields,
      disputed: [{ text: '佐藤' }, { text: '渡辺' }],
    });
  });

  test('hears no objection to a certain error, nor a reason for any error', () => {
    const fields = { body: '090-1234-5678' };
    const answer = { ruleId: 'phone-number', text: '090-1234-5678' };
    expect(gate(fields, { objections: [answer] }).verdict).toBe('refuse');
    expect(gate(fields, { acknowledgements: [{ ...answer, reason: 'public', note: '' }] }).verdict).toBe(
      'refuse',
    );
  });
});
