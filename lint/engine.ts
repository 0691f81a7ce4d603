import { forbiddenWord } from './forbidden-words.ts';
import { assignLetters, letterSuggestions, peopleByPart } from './letters.ts';
import type { LintOptions } from './options.ts';
import { type RuleHit, withoutOverlaps } from './overlaps.ts';
import { isAllowed } from './profiles.ts';
import { type Reading, read } from './reading.ts';
import type { Finding, Suggestion } from './rule.ts';
import { RULES } from './rules/index.ts';
import { withoutMarkup } from './text/markup.ts';
import { type Normalized, normalize } from './text/normalize.ts';

export type { LintOptions } from './options.ts';

// U+2029 ends a paragraph; nobody types it, and no rule reads across it.
const BETWEEN_FIELDS = '\u2029';

/**
 * Everything in a text that identifies a person or helps to; sorted by start, without overlaps.
 * The text is read as typed and, where it holds Markdown, as it will be shown.
 */
export function lint(text: string, options: LintOptions = {}): Finding[] {
  const typed = lintPlain(text, options);
  const shown = withoutMarkup(text);
  if (!shown) return typed;
  const joined = lintPlain(shown.text, options)
    .map((finding) => {
      const { start, end } = shown.original(finding.start, finding.end);
      return { ...finding, start, end, text: text.slice(start, end) };
    })
    .filter((finding) => !typed.some((known) => known.start < finding.end && finding.start < known.end));
  return [...typed, ...joined].sort((a, b) => a.start - b.start);
}

function lintPlain(text: string, options: LintOptions): Finding[] {
  const normalized = normalize(text);
  const reading = read(normalized.text, options);
  const rules = RULES.filter(({ id }) => !options.disabledRules?.includes(id));
  const hits = withoutOverlaps([...rules, forbiddenWord].flatMap((rule) => hitsOf(rule, reading))).filter(
    (hit) => !isAllowed(reading, hit),
  );
  const people = hits.flatMap(({ person }) => (person === undefined ? [] : [person]));
  const letters = assignLetters(
    people,
    normalized.text,
    options.letters ?? new Map(),
    options.takenLetters ?? [],
  );
  const byPart = peopleByPart(letters.keys());
  return hits.map((hit) => {
    const { person } = hit;
    if (person === undefined) return findingOf(hit, text, normalized);
    const suffix =
      text.slice(normalized.original(hit.start, hit.end).end, shownEndOf(hit, normalized)) || 'さん';
    return findingOf(
      { ...hit, suggestions: letterSuggestions(person, suffix, letters, byPart) },
      text,
      normalized,
    );
  });
}

/**
 * Checks a document of several fields (title, body, tags) as one: a name found in one field is searched for in all,
 * and the same person has the same letter in all.
 *
 * @returns the findings with their field; offsets count UTF-16 code units of that field's text
 */
export function lintFields<F extends string>(
  fields: Readonly<Record<F, string>>,
  options: LintOptions = {},
): Array<Finding & { field: F }> {
  const names = Object.keys(fields) as F[];
  const findings = lint(names.map((name) => fields[name]).join(BETWEEN_FIELDS), options);
  const placed: Array<Finding & { field: F }> = [];
  let from = 0;
  for (const field of names) {
    const until = from + fields[field].length;
    for (const finding of findings) {
      if (finding.start < from || finding.end > until) continue;
      placed.push({ ...finding, start: finding.start - from, end: finding.end - from, field });
    }
    from = until + BETWEEN_FIELDS.length;
  }
  return placed;
}

function hitsOf(rule: RuleHit['rule'], reading: Reading): RuleHit[] {
  try {
    return rule.find(reading).map((hit) => ({ ...hit, rule }));
  } catch (cause) {
    throw new Error(`lint rule ${rule.id} failed`, { cause });
  }
}

/** （電話番号） without its brackets where the author has put the passage in brackets already. */
function withoutDoubleBrackets(
  suggestions: Suggestion[],
  typed: string,
  start: number,
  end: number,
): Suggestion[] {
  if (!/[(（]/.test(typed[start - 1] ?? '') || !/[)）]/.test(typed[end] ?? '')) return suggestions;
  return suggestions.map((suggestion) => ({
    ...suggestion,
    replacement: suggestion.replacement.replace(/^（(.*)）$/, '$1'),
  }));
}

const shownEndOf = (hit: RuleHit, normalized: Normalized) =>
  normalized.original(hit.start, hit.shownEnd ?? hit.end).end;

function findingOf(hit: RuleHit, typed: string, normalized: Normalized): Finding {
  const { start, end } = normalized.original(hit.start, hit.end);
  return {
    ruleId: hit.rule.id,
    severity: hit.rule.severity,
    start,
    end,
    text: typed.slice(start, end),
    shown: typed.slice(start, shownEndOf(hit, normalized)),
    message: hit.message ?? hit.rule.message,
    suggestions: withoutDoubleBrackets(hit.suggestions, typed, start, end),
    certain: hit.certain ?? false,
  };
}
