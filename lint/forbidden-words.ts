import type { Rule } from './rule.ts';
import { matchAll } from './text/match.ts';
import { normalize } from './text/normalize.ts';

const LATIN = '[A-Za-z0-9]';

/**
 * Words that the network asks not to write, found also as a part of a longer word: Japanese has no spaces to tell by.
 * In no registry of rules, because what it finds is the network's choice and no kind of identifier.
 */
export const forbiddenWord = {
  id: 'forbidden-word',
  severity: 'error',
  title: 'このネットワークで書かないことば',
  message: 'このネットワークでは、このことばを書かないことにしています。別の言い方にしてください。',
  find: ({ text, options }) =>
    (options.forbiddenWords ?? []).flatMap((word) =>
      matchAll(text, expressionFor(normalize(word).text.trim())).map(({ start, end }) => ({
        start,
        end,
        suggestions: [],
        // Whether the word is there is no matter of judgement; whether it should be is the desk's.
        certain: true,
        // Under a warning it could be given a reason to stay.
        weight: 9,
      })),
    ),
} satisfies Omit<Rule, 'examples'>;

const NOTHING = /(?!)/g;

/** An abbreviation is none within a longer Latin word: ADD, but not in address. */
function expressionFor(word: string): RegExp {
  if (word === '') return NOTHING;
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const [first, last] = [word.slice(0, 1), word.slice(-1)].map((end) => /[A-Za-z0-9]/.test(end));
  return new RegExp(`${first ? `(?<!${LATIN})` : ''}${escaped}${last ? `(?!${LATIN})` : ''}`, 'gi');
}
