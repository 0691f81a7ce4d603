import { looks } from './closer/look.ts';
import { findRelatives, type Tie, tieBefore } from './family.ts';
import { forbiddenWord } from './forbidden-words.ts';
import { type Around, assignLetters, letterSuggestions, peopleByPart } from './letters.ts';
import { withLettersOf } from './offered-letters.ts';
import type { LintOptions } from './options.ts';
import { type RuleHit, withoutOverlaps } from './overlaps.ts';
import { isAllowed } from './profiles.ts';
import { type Reading, read } from './reading.ts';
import type { Finding, Suggestion } from './rule.ts';
import { RULES } from './rules/index.ts';
import { type Unmarked, withoutMarkup } from './text/markup.ts';
import { type Normalized, normalize } from './text/normalize.ts';
import { withoutPercents } from './text/percent.ts';

export type { LintOptions } from './options.ts';

// U+2029 ends a paragraph; nobody types it, and no rule reads across it.
const BETWEEN_FIELDS = '\u2029';

/**
 * Everything in a text that identifies a person or helps to; sorted by start, without overlaps.
 * The text is read as typed and, where it holds Markdown, as it will be shown.
 */
export function lint(text: string, options: LintOptions = {}): Finding[] {
  return lintAndRead(text, options).findings;
}

/** What was found in a text, and how it was read; so that nobody needs to read it again. */
export interface Linted {
  findings: Finding[];
  normalized: Normalized;
  reading: Reading;
}

/** The same as `lint`, with the reading of the text as typed. */
export function lintAndRead(text: string, options: LintOptions): Linted {
  const normalized = normalize(text);
  const reading = read(normalized.text, options);
  let findings = lintPlain(text, options, normalized, reading);
  for (const view of [withoutMarkup(text), withoutPercents(text)]) {
    if (!view) continue;
    const seen = lintPlain(view.text, withLettersOf(findings, options));
    findings = withView(findings, seen, text, view);
  }
  return { findings, normalized, reading };
}

/**
 * Adds what was found in another view of a text and lies beside all that is known.
 *
 * @param view leads from the view back to the text as typed
 */
export function withView(
  known: Finding[],
  seen: readonly Finding[],
  text: string,
  view: Pick<Unmarked, 'original'>,
): Finding[] {
  const added = seen
    .map((finding) => {
      const { start, end } = view.original(finding.start, finding.end);
      return { ...finding, start, end, text: text.slice(start, end) };
    })
    .filter((finding) => !known.some((one) => one.start < finding.end && finding.start < one.end));
  return added.length === 0 ? known : [...known, ...added].sort((a, b) => a.start - b.start);
}

function lintPlain(
  text: string,
  options: LintOptions,
  normalized = normalize(text),
  reading = read(normalized.text, options),
): Finding[] {
  const rules = RULES.filter(({ id }) => !options.disabledRules?.includes(id));
  const hits = withoutOverlaps([...rules, forbiddenWord].flatMap((rule) => hitsOf(rule, reading))).filter(
    (hit) => !isAllowed(reading, hit) && !looks.some((look) => look.isNone?.(reading, hit)),
  );
  const people = hits.flatMap(({ person }) => (person === undefined ? [] : [person]));
  const letters = assignLetters(
    people,
    normalized.text,
    options.letters ?? new Map(),
    options.takenLetters ?? [],
  );
  const byPart = peopleByPart(letters.keys());
  const ties = tiesOf(hits, normalized.text);
  const relatives = findRelatives(ties, letters, byPart);
  return hits.map((hit) => {
    const { person } = hit;
    if (person === undefined) return findingOf(hit, text, normalized);
    const around = aroundOf(hit, text, normalized);
    const suggestions = letterSuggestions(person, around, letters, byPart, relatives.get(person));
    return findingOf({ ...hit, suggestions }, text, normalized);
  });
}

/** The first tie of each person who is called a relative. */
function tiesOf(hits: readonly RuleHit[], normalized: string): Map<string, Tie> {
  const ties = new Map<string, Tie>();
  for (const { person, start } of hits) {
    if (person === undefined || ties.has(person)) continue;
    const tie = tieBefore(normalized, start);
    if (tie) ties.set(person, tie);
  }
  return ties;
}

function aroundOf(hit: RuleHit, typed: string, normalized: Normalized): Around {
  const { start, end } = normalized.original(hit.start, hit.end);
  const tie = tieBefore(normalized.text, hit.start);
  const tieStart = tie && normalized.original(hit.start - tie.length, hit.end).start;
  return {
    suffix: typed.slice(end, shownEndOf(hit, normalized)),
    tie: tie && { was: typed.slice(tieStart, start), owned: tie.whose !== undefined },
  };
}

/**
 * Checks a document of several fields (title, body, tags) as one: a name found in one field is searched for in all,
 * and the same person has the same letter in all.
 *
 * @param check what looks for findings in all fields as one text
 * @returns the findings with their field; offsets count UTF-16 code units of that field's text
 */
export function lintFields<F extends string>(
  fields: Readonly<Record<F, string>>,
  options: LintOptions = {},
  check: (text: string, options: LintOptions) => Finding[] = lint,
): Array<Finding & { field: F }> {
  const names = Object.keys(fields) as F[];
  const findings = check(names.map((name) => fields[name]).join(BETWEEN_FIELDS), options);
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
    const more = looks.flatMap((look) => (look.rule === rule.id && look.find?.(reading)) || []);
    return [...rule.find(reading), ...more].map((hit) => ({ ...hit, rule }));
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
