import { DESK_PROFILES, type LintChange } from '#app/domain/anonymization/changes.ts';
import { DESK_RULES, LEVELS, type Level } from '#app/domain/anonymization/desk-rules.ts';
import type { PostedForm } from './form.server.ts';
import { typedNumber } from './typed-number.ts';

/** The change of the check that a form of the desk asks for; undefined for what no form of ours sends. */
export function readChange(form: PostedForm): LintChange | undefined {
  const what = form.text('what');
  const [word, reason, number] = [form.text('word'), form.text('reason'), form.text('number')];
  switch (what) {
    case 'levels': {
      const profile = DESK_PROFILES.find((known) => known === form.text('profile'));
      const levels = readLevels(form);
      return profile && levels && { what, profile, levels, reason };
    }
    case 'fewest':
      return { what, people: typedNumber(form.text('people')), reason };
    case 'allow':
    case 'forbid':
      return { what, word, reason };
    case 'unallow':
    case 'unforbid':
      return { what, word };
    case 'publish':
      return { what, number, name: form.text('name'), reason };
    case 'unpublish':
      return { what, number };
    default:
      return undefined;
  }
}

/** Name of the field that holds a rule's level. */
const fieldOf = (ruleId: string) => `level-${ruleId}`;

/** A rule that the form leaves out keeps its own severity. */
function readLevels(form: PostedForm): Record<string, Level> | undefined {
  const levels: Record<string, Level> = {};
  for (const { id, severity } of DESK_RULES) {
    const typed = form.text(fieldOf(id)) || severity;
    const level = LEVELS.find((known) => known === typed);
    if (level === undefined) return undefined;
    if (level !== severity) levels[id] = level;
  }
  return levels;
}

/** The form fields that `readChange` reads back. */
export function fieldsOf(change: LintChange): Array<[name: string, value: string]> {
  if (change.what !== 'levels') return Object.entries(change);
  const { what, profile, levels, reason } = change;
  return [
    ['what', what],
    ['profile', profile],
    ['reason', reason],
    ...Object.entries(levels).map(([id, level]): [string, string] => [fieldOf(id), level]),
  ];
}
