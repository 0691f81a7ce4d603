import type { KeepReason } from '#lint/gate.ts';
import type { Finding, Severity, Suggestion } from '#lint/rule.ts';

export type FieldFinding = Finding & { field: string };

/** The same passage found by the same rule, wherever it stands: the author decides about it once. */
export interface FindingGroup {
  key: string;
  ruleId: string;
  text: string;
  shown: string;
  severity: Severity;
  certain: boolean;
  message: string;
  suggestions: Suggestion[];
  /** At least one, in reading order. */
  places: FieldFinding[];
}

/** Why a warning may stay, by the key of its group. */
export interface Keep {
  key: string;
  reason: KeepReason;
  note: string;
}

/** A reason that was not accepted; `message` says why, and what to do. */
export interface UnfitKeep extends Keep {
  message: string;
}

/** What the author decided; each is named by the key of its group. */
export interface Decisions {
  /** The server puts the first suggestion in all places. */
  fixes: string[];
  /** 「これは個人名ではありません」 */
  objections: string[];
  keeps: Keep[];
}

export const NO_DECISIONS: Decisions = { fixes: [], objections: [], keeps: [] };

export const KEEP_REASONS: ReadonlyArray<{ reason: KeepReason; label: string }> = [
  { reason: 'public', label: '公開情報です' },
  { reason: 'unlinked', label: '個人と結びつきません' },
  { reason: 'other', label: 'その他' },
];

/** A post has a few findings; a form with more decisions than this was not made by a page of ours. */
const MOST_DECISIONS = 300;

const SEVERITIES: Severity[] = ['error', 'warning', 'info'];

/** Names a group in forms. A rule id holds no colon, so the key can be taken apart again. */
export function groupKey(finding: Pick<Finding, 'ruleId' | 'text'>): string {
  return `${finding.ruleId}:${finding.text}`;
}

/** The opposite of `groupKey`, in the shape that the gate takes. */
export function splitKey(key: string): { ruleId: string; text: string } {
  const colon = key.indexOf(':');
  return { ruleId: key.slice(0, colon), text: key.slice(colon + 1) };
}

/** Groups in the order of their numbers: what blocks the post first, then as they are read. */
export function groupFindings(findings: readonly FieldFinding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const key = groupKey(finding);
    const group = groups.get(key);
    if (group) {
      group.places.push(finding);
      continue;
    }
    const { ruleId, text, shown, severity, certain, message, suggestions } = finding;
    groups.set(key, { key, ruleId, text, shown, severity, certain, message, suggestions, places: [finding] });
  }
  return [...groups.values()].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function isKeepReason(value: FormDataEntryValue): value is KeepReason {
  return value === 'public' || value === 'unlinked' || value === 'other';
}

/**
 * Reads the decisions out of a posted form.
 *
 * A reason or an objection wins over a rewrite of the same passage: rewrites are ticked beforehand, the others
 * never are.
 */
export function parseDecisions(form: FormData): Decisions {
  const objections = form.getAll('object').slice(0, MOST_DECISIONS).map(String);
  const notes = new Map<string, string>();
  const reasons = new Map<string, KeepReason>();
  for (const [name, value] of form) {
    if (name.startsWith('whytext:')) notes.set(name.slice('whytext:'.length), String(value).trim());
    if (!name.startsWith('why:') || !isKeepReason(value) || reasons.size >= MOST_DECISIONS) continue;
    reasons.set(name.slice('why:'.length), value);
  }
  const keeps = [...reasons].map(([key, reason]) => ({ key, reason, note: notes.get(key) ?? '' }));
  const decided = new Set([...objections, ...reasons.keys()]);
  const fixes = form.getAll('fix').slice(0, MOST_DECISIONS).map(String);
  return { fixes: fixes.filter((key) => !decided.has(key)), objections, keeps };
}

/** The form fields that `parseDecisions` reads back. */
export function decisionFields(decisions: Decisions): Array<[name: string, value: string]> {
  return [
    ...decisions.fixes.map((key): [string, string] => ['fix', key]),
    ...decisions.objections.map((key): [string, string] => ['object', key]),
    ...decisions.keeps.flatMap(
      ({ key, reason, note }): Array<[string, string]> => [
        [`why:${key}`, reason],
        [`whytext:${key}`, note],
      ],
    ),
  ];
}
