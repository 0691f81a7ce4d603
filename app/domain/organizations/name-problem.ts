import { lint } from '#lint/engine.ts';
import type { FieldProblem } from '../outcome.ts';
import { requiredTextProblem } from '../posts/text-problems.ts';

/** A name may hold a place, and a word that may be a person's; no more can be told of it without asking anybody. */
const IN_NAMES = new Set([
  'person-name',
  'place',
  'employer',
  'school',
  'care-facility',
  'medical-institution',
  'nationality',
]);
const ADDRESS = /:\/\/|www\.|@/i;

/** What keeps a text from being the name of an organization, or of the network: phone numbers, mail and web addresses … */
export function nameProblem(name: string, most: number): FieldProblem | undefined {
  const problem = requiredTextProblem(name, most);
  if (problem) return problem;
  const identifies = lint(name).some(({ ruleId, severity }) => severity !== 'info' && !IN_NAMES.has(ruleId));
  return identifies || ADDRESS.test(name.normalize('NFKC')) ? 'no-name' : undefined;
}
