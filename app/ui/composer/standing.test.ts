import { describe, expect, test } from 'vitest';
import { type FieldFinding, NO_DECISIONS } from './decisions.ts';
import { decisionsAbout, isBlocking, numbered } from './standing.ts';

function finding(over: Partial<FieldFinding>): FieldFinding {
  return {
    field: 'body',
    ruleId: 'person-name',
    severity: 'error',
    start: 0,
    end: 2,
    text: '大地',
    shown: '大地',
    message: '',
    suggestions: [],
    certain: false,
    ...over,
  };
}
const NAME = finding({});
const PHONE = finding({ ruleId: 'phone-number', text: '090-0000-1234', certain: true });
const AGE = finding({ ruleId: 'exact-age', text: '43歳', severity: 'warning' });

describe('what blocks a post', () => {
  test('is every error and every warning as long as nothing is decided', () => {
    expect(numbered([NAME, PHONE, AGE], NO_DECISIONS).filter(isBlocking)).toHaveLength(3);
  });

  test('is not a warning that the author gave a reason for', () => {
    const keeps = [{ key: 'exact-age:43歳', reason: 'public' as const, note: '' }];
    expect(numbered([AGE], { ...NO_DECISIONS, keeps }).filter(isBlocking)).toEqual([]);
  });

  test('is not a disputed name, but it is a disputed telephone number', () => {
    const objections = ['person-name:大地', 'phone-number:090-0000-1234'];
    const blocking = numbered([NAME, PHONE], { ...NO_DECISIONS, objections }).filter(isBlocking);
    expect(blocking.map(({ group }) => group.ruleId)).toEqual(['phone-number']);
  });

  test('is no error just because a reason was given for it', () => {
    const keeps = [{ key: 'person-name:大地', reason: 'other' as const, note: '地名です' }];
    expect(numbered([NAME], { ...NO_DECISIONS, keeps }).filter(isBlocking)).toHaveLength(1);
  });

  test('is never a mere hint', () => {
    expect(numbered([finding({ severity: 'info' })], NO_DECISIONS).filter(isBlocking)).toEqual([]);
  });
});

test('a decision goes when its passage goes', () => {
  const decisions = {
    fixes: [],
    objections: ['person-name:大地', 'person-name:大空'],
    keeps: [{ key: 'exact-age:43歳', reason: 'public' as const, note: '' }],
  };
  expect(decisionsAbout(numbered([NAME], NO_DECISIONS), decisions)).toEqual({
    fixes: [],
    objections: ['person-name:大地'],
    keeps: [],
  });
});
