import { describe, expect, test } from 'vitest';
import { lint } from '#lint/engine.ts';
import { RULES } from '#lint/rules/index.ts';
import { explainedRules } from './explained.ts';

test('every rule is explained, with all its examples', () => {
  expect(explainedRules().map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  for (const [at, { flagged, clean }] of explainedRules().entries()) {
    expect(flagged.map(({ hit }) => hit)).toEqual(RULES[at]?.examples.flagged.map(({ hit }) => hit));
    expect(clean).toEqual(RULES[at]?.examples.clean);
  }
});

describe('what the guide tells to write', () => {
  const pairs = explainedRules().flatMap(({ id, flagged }) => flagged.map((pair) => ({ id, ...pair })));

  test.each(pairs)('$id: $rewritten would pass', ({ before, hit, after, rewritten }) => {
    expect(rewritten).not.toBe(before + hit + after);
    expect(lint(rewritten).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
