import { otherNames } from './expand.ts';
import type { Field } from './fields.ts';
import { foldKana, foldWriting } from './fold.ts';
import { QUESTION_WORDS } from './question-words.ts';
import { tokens } from './tokens.ts';

/** Distinct tokens to look for in each field; a document that holds any of them is a hit. */
export type Terms = Readonly<Record<Field, readonly string[]>>;

export interface QueryTerms {
  /** Of what the member typed. */
  typed: Terms;
  /** Of the other names that the dictionary knows; none that is typed too. */
  named: Terms;
}

// A question is seldom longer than 200 characters. What follows in a pasted page would only cost time.
const READ_CHARACTERS = 400;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

export function queryTerms(words: string): QueryTerms {
  const read = foldWriting(words.slice(0, READ_CHARACTERS));
  const subject = distinct(withoutQuestionWords(read), {});
  // A query that has nothing but question words asks for them.
  const typed = isEmpty(subject) ? distinct(read, {}) : subject;
  return { typed, named: distinct(otherNames(read).join(' '), typed) };
}

/**
 * What a reader looks for in a hit: the query's words and other names, folded. Short hiragana words are left out,
 * because から or こと would be found everywhere, and so are single characters that do not stand alone.
 */
export function wordsToMark(words: string): string[] {
  const read = foldWriting(words.slice(0, READ_CHARACTERS));
  const found = otherNames(read).map((name) => foldKana(foldWriting(name)));
  for (const [run] of withoutQuestionWords(read).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!/^[ぁ-ゖ]{1,2}$/.test(run)) found.push(foldKana(run));
    for (const { segment } of segmenter.segment(run)) {
      if (segment.length > 1 && !/^[ぁ-ゖ]{1,3}$/.test(segment)) found.push(foldKana(segment));
    }
  }
  return [...new Set(found)];
}

function distinct(text: string, except: Partial<Terms>): Terms {
  const all = tokens(text);
  const rest = (field: Field) => [...new Set(all[field])].filter((token) => !except[field]?.includes(token));
  return { bigram: rest('bigram'), word: rest('word'), kanji: rest('kanji') };
}

function isEmpty(terms: Terms): boolean {
  return Object.values(terms).every((tokens) => tokens.length === 0);
}

function withoutQuestionWords(written: string): string {
  let kept = '';
  for (const { segment } of segmenter.segment(written)) kept += QUESTION_WORDS.has(segment) ? ' ' : segment;
  return kept;
}
