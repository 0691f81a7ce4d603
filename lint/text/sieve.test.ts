import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint } from '../engine.ts';
import { nameTagger } from '../full.server.ts';
import { siftWith } from './match.ts';
import { mayMatch } from './sieve.ts';

const LONG = 'きょうは面談でした。'.repeat(30);

describe('a long text is not searched', () => {
  test.each([
    ['for a word it does not have', /(?<value>[\u3400-\u9fff々]{1,4})(?=と書いて)/g],
    ['for a word whose characters stand apart', /談面/g],
    ['for any of several words', /国籍|歳|才/g],
    ['for what must stand before', /(?<=(?:夫|妻)は)[\u3400-\u9fff]+/g],
    ['for figures', /[0-9]{3}-\d{4}/g],
  ])('%s', (_, pattern) => {
    expect(mayMatch(LONG, pattern)).toBe(false);
  });
});

// Each form of expression that the check uses, with a text that it matches.
test.each([
  [/歳/g, '42歳'],
  [/(?:お)?名 ?前/g, '名前'],
  [/国 ?籍[はが: 　|]{1,3}/g, '国籍は'],
  [/a?b*c{0,2}歳/g, '歳'],
  [/歳+?です/g, '歳歳です'],
  [/[^歳]x/g, 'yx'],
  [/(?<![満約])歳(?!未満)/g, '42歳の'],
  [/(?<=^|[\n 、])妻/g, '妻'],
  [/歳$|才/g, '才'],
  [/(?<year>[12][0-9]{3})年/g, '1985年'],
  [/[\u3400-\u9fff々]{2}氏/g, '佐藤氏'],
  [/\u59bb\(\.\)/g, '妻(.)'],
  [/名:\n?妻/g, '名:\n妻'],
  [/\p{M}{2}|\w\s/gu, 'a '],
  [/line/gi, 'LINE'],
  [/[ぁ-お]組/g, 'い組'],
  [/(?:)/g, ''],
])('%s is looked for where it stands', (pattern, match) => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'はが0歳妻名氏、\n a') }), (around) => {
      const text = `${LONG}${around}${match}${around}${LONG}`;
      pattern.lastIndex = 0;
      fc.pre(pattern.test(text));
      expect(mayMatch(text, pattern)).toBe(true);
    }),
  );
});

test('the check finds the same without it', () => {
  const texts = readFileSync(new URL('../samples/documents.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const tagger = nameTagger();
  for (let at = 0; at < texts.length; at += 24) {
    const text = texts.slice(at, at + 4).join('\n\n');
    siftWith(mayMatch);
    const sifted = lint(text, { tagger });
    siftWith(undefined);
    expect(sifted).toEqual(lint(text, { tagger }));
  }
  siftWith(mayMatch);
});
