import { PASSWORD_LENGTH } from '../login/password-length.ts';
import type { FieldProblem } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { requiredTextProblem } from '../posts/text-problems.ts';

/** RFC 5321: a path of 256 characters, less its angle brackets. */
const LONGEST_EMAIL = 254;

/** What is too long is cut where it still is, because one letter may become eighteen when it is made plain. */
export const normalizeEmail = (typed: string) =>
  typed
    .trim()
    .slice(0, LONGEST_EMAIL + 1)
    .normalize('NFKC')
    .trim()
    .toLowerCase();

// Only what a mistype would show: whether mail arrives is for the mail server to say.
const EMAIL = /^[^\s\p{Cc}@]{1,64}@[^\s\p{Cc}@.]+(\.[^\s\p{Cc}@.]+)+$/u;

export function emailProblem(email: string): FieldProblem | undefined {
  if (email === '') return 'missing';
  return EMAIL.test(email) && email.length <= LONGEST_EMAIL ? undefined : 'bad-email';
}

export function passwordProblem(password: string): FieldProblem | undefined {
  if (password === '') return 'missing';
  if (password.length < PASSWORD_LENGTH.least) return 'short-password';
  return password.length > PASSWORD_LENGTH.most ? 'too-long' : undefined;
}

// Letters in any script, as names are written: 髙橋, 佐々木, オニール, デ・ラ・クルス, O’Neill, Smith-Jones.
const FAMILY_NAME = /^[\p{L}\p{M}々〆ヶ]+(?:[ ・=＝'’-][\p{L}\p{M}々〆ヶ]+)*$/u;
const FULL_NAME = /\p{Script=Han}\s+[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether it can be a family name: no number, mail or web address, and no given name behind a space. */
export function familyNameProblem(name: string): FieldProblem | undefined {
  const problem = requiredTextProblem(name, LIMITS.familyName);
  if (problem) return problem;
  return FAMILY_NAME.test(name) && !FULL_NAME.test(name) ? undefined : 'no-name';
}

/** The problems that there are, by field; undefined when there are none. */
export function collectProblems(
  found: Record<string, FieldProblem | undefined>,
): Record<string, FieldProblem> | undefined {
  const problems = Object.entries(found).filter(
    (entry): entry is [string, FieldProblem] => entry[1] !== undefined,
  );
  return problems.length > 0 ? Object.fromEntries(problems) : undefined;
}
