import type { Texts } from './rank.ts';

/** Shorter words are one letter away from too much. */
const SHORTEST = 3;

/**
 * Words of texts that a word becomes with one character more, less, another, or two in turn; the likeliest first: what
 * stands by itself, and often.
 */
export function nearWords(word: string, texts: readonly Texts[]): string[] {
  if (word.length < SHORTEST) return [];
  const times = new Map<string, number>();
  for (const { title, body } of texts) {
    const text = ` ${title} ${body} `;
    for (let start = 1; start < text.length - 1; start += 1) {
      for (let length = word.length - 1; length <= word.length + 1; length += 1) {
        const end = start + length;
        if (end >= text.length) break;
        if (text[start] !== word[0] && text[end - 1] !== word.at(-1)) continue;
        const near = text.slice(start, end);
        if (near.includes(' ') || !isNear(word, near)) continue;
        const alone = !sameScript(text[start - 1]!, near[0]!) && !sameScript(text[end]!, near.at(-1)!);
        times.set(near, (times.get(near) ?? 0) + (alone ? ALONE : 1));
      }
    }
  }
  return [...times].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length).map(([near]) => near);
}

/** What standing by itself counts, where being a part of something else counts 1. */
const ALONE = 4;

const SCRIPTS = [/[\p{Script=Han}々]/u, /[ぁ-ゖ]/u, /[\p{Script=Latin}\p{Nd}]/u];

function sameScript(one: string, other: string): boolean {
  return SCRIPTS.some((script) => script.test(one) && script.test(other));
}

/** Whether two different words are one step apart. */
function isNear(word: string, other: string): boolean {
  if (word === other) return false;
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}
