import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { RULES } from './index.ts';

const files = readdirSync(new URL('.', import.meta.url)).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts',
);

test('every file of the folder is a registered rule of its own name, and every rule has its test beside it', () => {
  expect(RULES.map((rule) => `${rule.id}.ts`).sort()).toEqual([...files].sort());
  const tests = readdirSync(new URL('.', import.meta.url));
  for (const rule of RULES) expect(tests).toContain(`${rule.id}.test.ts`);
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.flagged)('finds $hit and proposes $suggestion', ({ text, hit, suggestion }) => {
    const [first] = lint(text).filter((finding) => finding.ruleId === id);
    expect(first).toMatchObject({ text: hit, severity: rule.severity });
    expect(first?.suggestions[0]?.replacement).toBe(suggestion);
    expect(text.slice(first?.start, first?.end)).toBe(hit);
  });

  test.each(rule.examples.clean)('leaves alone: %s', (text) => {
    expect(lint(text).filter((finding) => finding.ruleId === id)).toEqual([]);
  });

  test('says why in one sentence or two, and has examples of both kinds', () => {
    expect(rule.message).toMatch(/[。か]$/);
    expect(rule.examples.flagged.length).toBeGreaterThan(0);
    expect(rule.examples.clean.length).toBeGreaterThan(0);
  });
});
