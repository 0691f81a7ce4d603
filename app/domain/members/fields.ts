import { PASSWORD_LENGTH } from '../login/password-length.ts';
import type { FieldProblem } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { requiredTextProblem } from '../posts/text-problems.ts';

export const normalizeEmail = (typed: string) => typed.normalize('NFKC').trim().toLowerCase();

// Only what a mistype would show: whether mail arrives is for the mail server to say.
const EMAIL = /^[^\s\p{Cc}@]{1,64}@[^\s\p{Cc}@.]+(\.[^\s\p{Cc}@.]+)+$/u;

export function emailProblem(email: string): FieldProblem | undefined {
  if (email === '') return 'missing';
  return EMAIL.test(email) && email.length <= 254 ? undefined : 'bad-email';
}

export function passwordProblem(password: string): FieldProblem | undefined {
  if (password === '') return 'missing';
  if (password.length < PASSWORD_LENGTH.least) return 'short-password';
  return password.length > PASSWORD_LENGTH.most ? 'too-long' : undefined;
}

export function familyNameProblem(name: string): FieldProblem | undefined {
  return requiredTextProblem(name, LIMITS.familyName);
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
