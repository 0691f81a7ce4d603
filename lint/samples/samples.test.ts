import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { nameTagger } from '../full.server.ts';
import type { Finding, Profile, Severity } from '../rule.ts';

interface Span {
  start: number;
  end: number;
  type: string;
  severity: Severity | 'ignore';
}
interface Sample {
  id: string;
  profile: Profile;
  text: string;
  spans: Span[];
}

const read = <T>(file: string): T[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const tagger = nameTagger();
const known = new Map<string, Finding[]>();
/** Each text is checked once: there are thousands. */
function check({ text, profile }: Pick<Sample, 'text' | 'profile'>): Finding[] {
  const key = `${profile} ${text}`;
  const findings = known.get(key) ?? lint(text, { profile, tagger });
  known.set(key, findings);
  return findings;
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);
/** Half of the marked passage is found, and not much beyond it. */
const covers = (finding: Finding, span: Span) =>
  finding.ruleId === span.type &&
  overlap(finding, span) * 2 >= span.end - span.start &&
  finding.end - span.end <= 20;

/** Harmonic mean of how much was found and how much of what was found is right. */
function f1(samples: readonly Sample[], severity: Severity): number {
  let marked = 0;
  let found = 0;
  let claimed = 0;
  let right = 0;
  for (const sample of samples) {
    const spans = sample.spans.filter((span) => span.severity === severity);
    const ignored = sample.spans.filter((span) => span.severity === 'ignore');
    const findings = check(sample).filter(
      (finding) =>
        finding.severity === severity &&
        (spans.some((span) => covers(finding, span)) || !ignored.some((span) => overlap(finding, span) > 0)),
    );
    marked += spans.length;
    found += spans.filter((span) => findings.some((finding) => covers(finding, span))).length;
    claimed += findings.length;
    right += findings.filter((finding) => spans.some((span) => covers(finding, span))).length;
  }
  const recall = found / marked;
  const precision = right / claimed;
  return (2 * recall * precision) / (recall + precision);
}

/** From the eleventh round on there are many firms and homes in whose name nothing says what they are. */
const isLater = ({ id }: Sample) => Number(id.slice(1)) > 1855;

describe('posts of the network', () => {
  const samples = read<Sample>('documents.jsonl');
  // Here, where no test's time runs.
  for (const sample of samples) check(sample);

  test('hardly any name or number is missed or made up', () => {
    expect(f1(samples, 'error')).toBeGreaterThan(0.98);
  });

  test('most of what helps to name a client is seen', () => {
    const [most, bare] = [samples.filter((one) => !isLater(one)), samples.filter(isLater)];
    expect(f1(most, 'warning')).toBeGreaterThan(0.95);
    expect(f1(bare, 'warning')).toBeGreaterThan(0.87);
  });

  test('hardly any post that names nobody is refused', () => {
    const clean = samples.filter(({ spans }) => !spans.some(({ severity }) => severity === 'error'));
    const refused = clean.filter((sample) =>
      check(sample).some(
        (finding) => finding.severity === 'error' && !sample.spans.some((span) => overlap(finding, span) > 0),
      ),
    );
    expect(clean.length).toBeGreaterThan(300);
    expect(refused.length / clean.length).toBeLessThan(0.01);
  });
});

describe('reports, statistics, notices, law, menus, timetables', () => {
  const paragraphs = read<{ id: string; text: string }>('prose.jsonl');
  const findings = paragraphs.map(({ id, text }) => ({ id, found: check({ text, profile: 'note' }) }));
  const having = (severity: Severity) =>
    findings.flatMap(({ id, found }) =>
      found.filter((one) => one.severity === severity).map(({ text }) => `${id} ${text}`),
    );

  test('name nobody', () => {
    expect(having('error')).toEqual([]);
  });

  test('are warned about less than once in ten paragraphs', () => {
    expect(paragraphs.length).toBeGreaterThan(200);
    expect(having('warning').length / paragraphs.length).toBeLessThan(0.1);
  });
});

test('most names in published prose are seen, though nothing announces them', () => {
  expect(f1(read<Sample>('names.jsonl'), 'error')).toBeGreaterThan(0.9);
});
