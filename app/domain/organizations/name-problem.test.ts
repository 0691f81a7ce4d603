import { describe, expect, test } from 'vitest';
import { nameProblem } from './name-problem.ts';

describe('the name of an organization', () => {
  test.each([
    '北海道ネットワーク事務局',
    'きた町社会福祉協議会',
    'NPO法人 山田記念会',
    '一般社団法人みなみ（旭川支部）',
    '札幌市中央区保健福祉部',
    '株式会社サポート21',
  ])('%s is one', (name) => {
    expect(nameProblem(name, 60)).toBeUndefined();
  });

  test.each([
    'きた町 090-1234-5678',
    'きた町 ０１１－２２２－３３３３',
    '事務局 desk@example.jp',
    '事務局 https://example.jp/desk',
    '事務局 ｗｗｗ．example.jp',
    '事務局 〒060-0001',
  ])('%s says more than a name', (name) => {
    expect(nameProblem(name, 60)).toBe('no-name');
  });

  test('is there, and not too long', () => {
    expect([nameProblem('', 60), nameProblem('あ'.repeat(61), 60)]).toEqual(['missing', 'too-long']);
  });
});
