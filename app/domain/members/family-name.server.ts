import type { Db } from '#db/schema.ts';
import { isFamilyAndGivenName } from '#lint/full.server.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { familyNameProblem } from './fields.ts';

/** Whether a name can be shown beside an organization: one family name and nothing else. */
export async function checkFamilyName(db: Db, familyName: string): Promise<Outcome<AnonymizedText>> {
  const problem = familyNameProblem(familyName);
  if (problem) return wrong(problem);
  const checked = await checkAnonymization(db, { familyName }, 'profile', { familyName }, NO_DECISIONS);
  if (checked.verdict !== 'pass') return wrong('unknown');
  if (isFamilyAndGivenName(familyName)) return wrong('no-name');
  return accepted(checked.texts.familyName);
}

const wrong = (familyName: FieldProblem) => refused({ code: 'invalid', fields: { familyName } });
