import type { FieldProblem } from '../outcome.ts';

// Tabs and line breaks are text; every other control character is not, and NUL ends strings in some tools.
// Separators and fillers that nobody types stand here too: they are seen as nothing and could split a number.
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u3164\u115f\u1160\uffa0\u180b-\u180e]/;
// These turn the reading direction of what follows, and so can hide what a passage really says.
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
// Vietnamese and Thai need up to three marks on a letter; ten are a prank that spills over the page.
const MARK_PILE = /\p{M}{10}/u;
const REPLACEMENT = '\ufffd';

/**
 * What is wrong with a text that a member sent, before anything else is asked of it.
 *
 * @param limit greatest length in UTF-16 code units
 */
export function textProblem(text: string, limit: number): FieldProblem | undefined {
  if (text.length > limit) return 'too-long';
  if (text.includes(REPLACEMENT) || !text.isWellFormed()) return 'unreadable';
  if (CONTROL.test(text) || BIDI.test(text)) return 'control-characters';
  if (MARK_PILE.test(text)) return 'combining-marks';
  return undefined;
}

/** The same, for a text that must say something. */
export function requiredTextProblem(text: string, limit: number): FieldProblem | undefined {
  return isBlank(text) ? 'missing' : textProblem(text, limit);
}

/** Whether nothing would be seen of a text: spaces, characters that Unicode says are shown as nothing. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}

/** Line ends of Windows and old Mac text become \n; blank lines and spaces at both ends go. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** The same for a text that stands on one line: line breaks become single spaces. */
export function tidyLine(text: string): string {
  // Split and trim, because an expression for spaces around line breaks takes quadratic time over long runs of spaces.
  return tidy(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
