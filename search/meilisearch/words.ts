/** Longer words are cut; Meilisearch takes filter values of up to 468 bytes. */
const LONGEST = 240;

/**
 * A token as a word of Latin letters, four for each character. Meilisearch evens values out before it compares them
 * (kana, variants of kanji, case), by rules that differ from release to release; of this there is nothing to even out.
 */
export function asciiWord(token: string): string {
  let word = '';
  for (const character of token) word += fourLetters(character.codePointAt(0)!);
  return word.slice(0, LONGEST);
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
