import { expect, test } from 'vitest';
import { estimated, tokensIn } from './estimate.ts';

const HOLDING: Record<string, number> = { 生活: 400, 活保: 100, 保護: 300, 生保: 20, 灯油: 50 };
const about = (expression: Parameters<typeof estimated>[0]) =>
  estimated(expression, (token) => HOLDING[token] ?? 0, 1_000);

const WORD = { all: ['生活', '活保', '保護'] };

test('a word is held by as many documents as its rarest token', () => {
  expect(about(WORD)).toBe(100);
  expect(about({ all: ['生活', '宇宙'] })).toBe(0);
});

test('ways to say a word add up, to no more than there are', () => {
  expect(about({ any: [WORD, { all: ['生保'] }] })).toBe(120);
  expect(about({ any: ['生活', '生活', '保護'] })).toBe(1_000);
});

test('two words meet by chance', () => {
  expect(about({ all: [{ any: [WORD] }, { any: [{ all: ['灯油'] }] }] })).toBe(5);
});

test('the tokens of an expression come each once', () => {
  expect(tokensIn({ all: [{ any: [WORD, '灯油'] }, '生活'] })).toEqual(['生活', '活保', '保護', '灯油']);
});
