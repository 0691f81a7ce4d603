import type { Finding } from './rule.ts';

/** Whether a rewrite puts a letter in the place of a name. */
export function isLetter(replacement: string): boolean {
  return /^[Ａ-Ｚ]\d*$/.test(replacement);
}

/** Name, as typed → the letter that is offered for it first. */
export function offeredLetters(findings: readonly Finding[]): Map<string, string> {
  const letters = new Map<string, string>();
  for (const { ruleId, text, suggestions } of findings) {
    if (ruleId !== 'person-name') continue;
    const letter = suggestions[0]?.replacement ?? '';
    if (isLetter(letter)) letters.set(text, letter);
  }
  return letters;
}

/** The same options for another look at a text: nobody is given a letter that was offered for somebody else. */
export function withLettersOf<O extends { letters?: ReadonlyMap<string, string> }>(
  findings: readonly Finding[],
  options: O,
): O {
  return { ...options, letters: new Map([...offeredLetters(findings), ...(options.letters ?? [])]) };
}
