import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint } from './engine.ts';
import type { Profile } from './rule.ts';

const DEV = new URL('../../shared/bench/lint/dev.jsonl', import.meta.url);
const present = existsSync(DEV);

interface Document {
  id: string;
  profile: Profile;
  text: string;
  spans: Array<{ start: number; end: number; type: string; severity: string }>;
}

const documents = (): Document[] =>
  readFileSync(DEV, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Document);

describe.skipIf(!present)(
  'on the annotated texts (skipped where ../shared/bench/lint/dev.jsonl is absent)',
  () => {
    test('finds at least 97 of 100 direct identifiers', () => {
      let gold = 0;
      let hit = 0;
      for (const { text, profile, spans } of documents()) {
        const findings = lint(text, { profile });
        for (const span of spans.filter(({ severity }) => severity === 'error')) {
          gold++;
          const covers = (start: number, end: number) =>
            2 * (Math.min(end, span.end) - Math.max(start, span.start)) >= span.end - span.start;
          if (findings.some(({ ruleId, start, end }) => ruleId === span.type && covers(start, end))) hit++;
        }
      }
      expect(gold).toBeGreaterThan(200);
      expect(hit / gold).toBeGreaterThanOrEqual(0.97);
    });

    test('refuses at most one of 100 documents that name nobody', () => {
      const clean = documents().filter(({ spans }) => spans.every(({ severity }) => severity !== 'error'));
      const refused = clean.filter(({ text, profile, spans }) =>
        lint(text, { profile }).some(
          ({ severity, start, end }) =>
            severity === 'error' &&
            !spans.some((span) => span.severity === 'ignore' && span.start < end && start < span.end),
        ),
      );
      expect(clean.length).toBeGreaterThan(40);
      expect(refused.length / clean.length).toBeLessThanOrEqual(0.01);
    });
  },
);
