import { FIELDS, type Field } from '../analysis/fields.ts';
import type { Tokens } from '../analysis/tokens.ts';

/** Meilisearch leaves longer words out (its limit is 250 bytes). */
const LONGEST = 240;

/**
 * A token as a word that Meilisearch can only take whole: Latin letters, the first of which names the field. Its own
 * tokenizer, which differs from build to build, would cut Japanese tokens once more.
 */
export function asciiWord(field: Field, token: string): string {
  let word = String.fromCharCode(97 + FIELDS.indexOf(field));
  for (const character of token) word += fourLetters(character.codePointAt(0)!);
  return word.slice(0, LONGEST);
}

/** All tokens of a text, field after field, each field in the order of the text. */
export function asciiText(tokens: Tokens): string {
  return FIELDS.flatMap((field) => tokens[field].map((token) => asciiWord(field, token))).join(' ');
}

/** Enough for the letters and digits of every script that there is (26⁴ is beyond plane 6). */
function fourLetters(codePoint: number): string {
  let rest = codePoint;
  let letters = '';
  for (let place = 0; place < 4; place += 1) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}
