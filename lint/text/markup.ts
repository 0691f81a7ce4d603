import { execAll } from './match.ts';

/** What Markdown takes away around or between letters when a text is shown. */
const PAIRS = [
  // Across the lines of a paragraph, and around other emphasis: each stops at the next mark, so time stays linear.
  /(\*{1,3})(?=\S)((?:[^*\n]|\n(?![^\S\n]*\n))+?)\1/g,
  /(\*\*)(?=\S)((?:[^*\n]|\*(?!\*)|\n(?![^\S\n]*\n))+?)\1/g,
  /(_{1,3})(?=\S)([^_\n]+?)\1/g,
  /(~{1,2})(?=\S)([^~\n]+?)\1/g,
  /(`+)([^`\n]+?)\1/g,
];
/** [words](address), ![words](address), [words][label]: the words stay. */
const LINK = /!?\[([^[\]\n]{1,200})\](?:\([^()\n]{0,500}\)|\[[^[\]\n]{0,100}\])/g;
/** A backslash before a sign shows the sign alone. */
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;
/** Tags are shown as typed, but a reader sees past them. */
const TAG = /<\/?[a-z][a-z0-9]{0,9}[^<>\n]{0,60}>/gi;

export interface Unmarked {
  text: string;
  /** The range of the text as typed that holds a range of the text as shown. */
  original(start: number, end: number): { start: number; end: number };
}

/**
 * A text as readers of its Markdown see it, so that 佐**藤**さん is one name.
 *
 * @returns undefined for a text without markup, which is most of them
 */
export function withoutMarkup(typed: string): Unmarked | undefined {
  if (!/[*_~`\\[<]/.test(typed)) return undefined;
  const dropped = new Set<number>();
  const drop = (from: number, until: number) => {
    for (let at = from; at < until; at += 1) dropped.add(at);
  };
  for (const pair of PAIRS) {
    for (const { index, 0: whole, 1: mark = '' } of execAll(typed, pair)) {
      drop(index, index + mark.length);
      drop(index + whole.length - mark.length, index + whole.length);
    }
  }
  for (const { index, 0: whole, 1: words = '' } of execAll(typed, LINK)) {
    const begin = index + whole.indexOf('[') + 1;
    drop(index, begin);
    drop(begin + words.length, index + whole.length);
  }
  for (const { index } of execAll(typed, ESCAPE)) drop(index, index + 1);
  for (const { index, 0: whole } of execAll(typed, TAG)) drop(index, index + whole.length);
  if (dropped.size === 0) return undefined;
  const kept: number[] = [];
  for (let at = 0; at < typed.length; at += 1) if (!dropped.has(at)) kept.push(at);
  return {
    text: kept.map((at) => typed[at]).join(''),
    original: (start, end) => ({
      start: kept[start] ?? typed.length,
      end: (kept[end - 1] ?? typed.length - 1) + 1,
    }),
  };
}
