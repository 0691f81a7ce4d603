import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint } from '#lint/engine.ts';
import { nameTagger } from '#lint/full.server.ts';
import type { Profile } from '#lint/rule.ts';

const SHARED = fileURLToPath(new URL('../../../shared/bench/lint/', import.meta.url));

interface Score {
  what: string;
  value: number;
  unit: '';
  most?: number;
  least?: number;
}

type Totals = Record<'errorTypedF1' | 'errorRecall' | 'warningTypedF1' | 'cleanDocErrorRate', number>;

/** What the scorer of the annotated sets says of rules and tagger together; nothing where they are absent. */
export function scores(): Score[] {
  const [own, wikipedia] = [`${SHARED}dev.jsonl`, `${SHARED}wikipedia-names.dev.jsonl`];
  const found: Score[] = [];
  if (existsSync(own)) {
    const { totals, personName } = scoreOf(own);
    found.push(
      { what: 'annotated posts: errors, F1 by kind', value: totals.errorTypedF1, unit: '', least: 0.97 },
      { what: 'annotated posts: errors, recall', value: totals.errorRecall, unit: '', least: 0.97 },
      { what: 'annotated posts: names, F1', value: personName, unit: '', least: 0.95 },
      { what: 'annotated posts: warnings, F1 by kind', value: totals.warningTypedF1, unit: '', least: 0.9 },
      {
        what: 'annotated posts: clean ones that are refused, share',
        value: totals.cleanDocErrorRate,
        unit: '',
        most: 0.01,
      },
    );
  }
  if (existsSync(wikipedia)) {
    // The tagger has learned from these; docs/anonymization-figures.md has the figure for sentences that it has not seen.
    found.push({
      what: 'Wikipedia: names, F1 (learned from)',
      value: scoreOf(wikipedia).personName,
      unit: '',
    });
  }
  return found;
}

function scoreOf(gold: string): { totals: Totals; personName: number } {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-scores-'));
  try {
    const tagger = nameTagger();
    const answers = readFileSync(gold, 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const { id, text, profile } = JSON.parse(line) as { id: string; text: string; profile?: Profile };
        return JSON.stringify({ id, findings: lint(text, { ...(profile && { profile }), tagger }) });
      });
    const file = join(folder, 'answers.jsonl');
    writeFileSync(file, answers.join('\n'));
    const out = execFileSync(process.execPath, [`${SHARED}score.mjs`, gold, file], { encoding: 'utf8' });
    const totals = JSON.parse(out.trim().split('\n').at(-1) ?? '') as Totals;
    const personName = Number(/^person-name .*?([0-9.]+)\s*$/m.exec(out)?.[1]);
    return { totals, personName };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
