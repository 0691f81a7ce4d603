import type { Reading } from '../reading.ts';
import type { Hit, Rule } from '../rule.ts';
import { after, before } from '../text/context.ts';
import type { Institution, InstitutionKind } from './find.ts';

interface InstitutionRule extends Pick<Rule, 'id' | 'title' | 'message' | 'examples'> {
  kind: InstitutionKind;
  /** What a client has to do with it, before or after the name in the same sentence or line. */
  tie: RegExp;
  /** Signs that the institution stands there as such: as a venue, a partner, a sender. */
  institutional: RegExp;
  /** What to say instead of this name. */
  generalize(name: string): string;
}

const GIVES = /^さんから[^、。]{0,8}[0-9]/;

/** A warning about a named institution that a client has to do with. */
export function institutionRule(rule: InstitutionRule): Rule {
  const { kind, tie, institutional, generalize, ...described } = rule;
  const tied = ({ text, profile, aboutClient, persons }: Reading, { start, end }: Institution) => {
    const left = before(text, start, 40);
    const right = after(text, end, 40);
    if (institutional.test(left.slice(-14)) || institutional.test(right.slice(0, 14)) || GIVES.test(right))
      return false;
    return (
      // Whoever names a person tells of that person's life, and so does a case.
      persons.length > 0 ||
      profile === 'case' ||
      tie.test(left) ||
      tie.test(right) ||
      (aboutClient && (/[(、|: ]$|^$/.test(left) || /^[)、]/.test(right)))
    );
  };
  return {
    ...described,
    severity: 'warning',
    find: (reading) =>
      reading.institutions
        .filter((institution) => institution.kind === kind && institution.named && tied(reading, institution))
        .map(({ start, end }): Hit => {
          const replacement = generalize(reading.text.slice(start, end));
          return { start, end, weight: 3, suggestions: [{ replacement, label: replacement }] };
        }),
  };
}
