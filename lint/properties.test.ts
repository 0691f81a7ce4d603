import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint, lintFields } from './engine.ts';
import { nameTagger } from './full.server.ts';
import { rewrite } from './rewrite.ts';
import type { Finding } from './rule.ts';
import { RULES } from './rules/index.ts';
import { withoutMarkup } from './text/markup.ts';
import { normalize } from './text/normalize.ts';

/** Runs of one property; with a seed, so that a failure today is a failure tomorrow. */
const RUNS = { numRuns: 400, seed: 20261121 };

// Pieces that mean something to the rules, so that random texts do not pass them by.
const EXAMPLES = RULES.flatMap(({ examples }) => [
  ...examples.flagged.map(({ text }) => text),
  ...examples.clean,
]);
const PIECES = [
  '佐藤',
  '髙橋',
  '𠮷岡',
  '小野寺 和幸',
  '林',
  '光',
  'グエン',
  'ｻﾄｳ',
  'さん',
  '様',
  'くん',
  '家',
  'の',
  'は',
  '、',
  '。',
  '（',
  '）',
  '氏名：',
  '長男の',
  '母',
  '090',
  '-',
  'ー',
  '1234',
  '〇九〇',
  '５６７８',
  '@',
  '＠',
  'example.jp',
  'https://',
  '43',
  '歳',
  '昭和55年',
  '5月12日',
  '小樽市',
  '北24条西5丁目',
  '病院',
  '株式会社',
  '83,412円',
  '**',
  '`',
  '[',
  '](',
  '> ',
  '| ',
  '\n',
  '\r\n',
  '\u200b',
  '\u3000',
  '\ufe0f',
  '🙂',
  '👨‍👩‍👧',
  '\ud842',
  '\udfb7',
  '\u3099',
  '\u2029',
  '&amp;',
  '&#30;',
  '\0',
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  // Code units one by one: surrogates without their halves.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...EXAMPLES), fc.constantFrom(...PIECES)), { maxLength: 5 })
    .map((pieces) => pieces.join('')),
);

const key = ({ ruleId, start, end, text }: Finding) => `${ruleId} ${start}-${end} ${text}`;

const markdown = fc
  .array(
    fc.oneof(text, fc.constantFrom('**', '*', '_', '~~', '`', '[佐', '](https://example.jp)', '\\', '<b>')),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

const sentences = fc
  .array(fc.constantFrom(...EXAMPLES), { minLength: 1, maxLength: 4 })
  .map((examples) => examples.join('。\n'));

/** For each suggestion: where it stands, and what its rule finds once it does. */
function* replaced(typed: string): Generator<[{ start: number; end: number }, Finding[]]> {
  for (const { ruleId, start, end, suggestions } of lint(typed)) {
    for (const { replacement } of suggestions) {
      const rewritten = typed.slice(0, start) + replacement + typed.slice(end);
      const again = lint(rewritten).filter((finding) => finding.ruleId === ruleId);
      yield [{ start, end: start + replacement.length }, again];
    }
  }
}

describe('whatever is typed', () => {
  test('offsets cut the text that the finding names, in order and without overlaps', () => {
    fc.assert(
      fc.property(text, (typed) => {
        let from = 0;
        for (const finding of lint(typed)) {
          expect(typed.slice(finding.start, finding.end)).toBe(finding.text);
          expect(finding.text).not.toBe('');
          expect(finding.start).toBeGreaterThanOrEqual(from);
          expect(finding.shown.startsWith(finding.text)).toBe(true);
          from = finding.end;
        }
      }),
      RUNS,
    );
  });

  test('the tagger of the server keeps to the same', () => {
    const tagger = nameTagger();
    fc.assert(
      fc.property(text, (typed) => {
        for (const { start, end, text: named } of lint(typed, { tagger }))
          expect(typed.slice(start, end)).toBe(named);
      }),
      RUNS,
    );
  });

  test('the same text has the same findings', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const first = lint(typed).map(key);
        lint(`${typed}佐藤さん`);
        expect(lint(typed).map(key)).toEqual(first);
      }),
      RUNS,
    );
  });

  test('a suggestion is no finding itself', () => {
    fc.assert(
      fc.property(text, (typed) => {
        for (const [finding, again] of replaced(typed)) {
          const inside = again.filter(({ start, end }) => start >= finding.start && end <= finding.end);
          expect(inside.map(key)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('a suggestion in its place takes the finding of a sentence away', () => {
    fc.assert(
      fc.property(sentences, (typed) => {
        for (const [finding, again] of replaced(typed)) {
          const left = again.filter(({ start, end }) => start < finding.end && finding.start < end);
          expect(left.map(key)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('rewriting comes to an end: what is checked and rewritten a few times stays as it is', () => {
    fc.assert(
      fc.property(text, (typed) => {
        let now = typed;
        for (let turn = 0; turn < 4; turn += 1) now = rewrite(now, lint(now));
        expect(rewrite(now, lint(now))).toBe(now);
      }),
      RUNS,
    );
  });

  test('what an accepted rewrite says passes as it is', () => {
    fc.assert(
      fc.property(sentences, (typed) => {
        const once = rewrite(typed, lint(typed));
        expect(rewrite(once, lint(once))).toBe(once);
      }),
      RUNS,
    );
  });

  test('fields are checked as one, and each finding stands in its field', () => {
    fc.assert(
      fc.property(text, text, (title, body) => {
        const fields = { title, body };
        for (const { field, start, end, text: named } of lintFields(fields))
          expect(fields[field].slice(start, end)).toBe(named);
      }),
      RUNS,
    );
  });

  test('a text in one spelling leads back to where it was typed', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const normalized = normalize(typed);
        let last = 0;
        for (let at = 0; at < normalized.text.length; at += 1) {
          const { start, end } = normalized.original(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(typed.length);
          last = start;
        }
      }),
      RUNS,
    );
  });

  test('a text without its markup leads back to where it was typed', () => {
    let marked = 0;
    fc.assert(
      fc.property(markdown, (typed) => {
        const shown = withoutMarkup(typed);
        if (!shown) return;
        marked += 1;
        for (let at = 0; at < shown.text.length; at += 1) {
          const { start, end } = shown.original(at, at + 1);
          expect(typed.slice(start, end)).toBe(shown.text[at]);
        }
      }),
      RUNS,
    );
    expect(marked).toBeGreaterThan(RUNS.numRuns / 4);
  });
});

test('long runs of anything end soon', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), {
        minLength: 1,
        maxLength: 4,
      }),
      (pieces) => {
        const piece = pieces.join('');
        const run = piece.repeat(Math.ceil(20_000 / Math.max(1, piece.length))).slice(0, 20_000);
        const start = performance.now();
        lint(run);
        // Linear takes some 50 ms; what hangs takes minutes.
        expect(performance.now() - start).toBeLessThan(5000);
      },
    ),
    { numRuns: 60, seed: RUNS.seed },
  );
}, 120_000);
