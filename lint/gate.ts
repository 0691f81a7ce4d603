import { type LintOptions, lintFields } from './engine.ts';
import type { Finding } from './rule.ts';

declare const passedRules: unique symbol;

/** Text that passed the rules. Only the gate makes it, so nothing unchecked can be stored. */
export type AnonymizedText = string & { readonly [passedRules]: true };

/** Why a passage may stay: 公開情報, 個人と結びつかない, その他. */
export type KeepReason = 'public' | 'unlinked' | 'other';

/** Lets every warning with this rule and this text stay; `other` needs a note that is not blank. */
export interface Acknowledgement {
  ruleId: string;
  text: string;
  reason: KeepReason;
  note: string;
}

export interface GateOptions extends LintOptions {
  acknowledgements?: readonly Acknowledgement[];
  /** Errors that the author says are none; certain errors know no objection. */
  objections?: ReadonlyArray<{ ruleId: string; text: string }>;
}

export type GateResult<F extends string> =
  | { verdict: 'pass'; texts: Record<F, AnonymizedText>; kept: Acknowledgement[] }
  /** Only uncertain errors remain, and the author objected to each: the desk decides. */
  | {
      verdict: 'wait';
      texts: Record<F, AnonymizedText>;
      kept: Acknowledgement[];
      disputed: Array<Finding & { field: F }>;
    }
  /** `findings` are all of them, acknowledged ones too, for the author to see again. */
  | { verdict: 'refuse'; findings: Array<Finding & { field: F }> };

const matches = (finding: Finding, answer: { ruleId: string; text: string }) =>
  answer.ruleId === finding.ruleId && answer.text === finding.text;

const isReasoned = ({ reason, note }: Acknowledgement) => reason !== 'other' || note.trim() !== '';

/**
 * Lets a document through, makes it wait for the desk, or refuses it.
 *
 * @param findings what a fuller check of the same fields found; the engine's own findings when left out
 */
export function gate<F extends string>(
  fields: Readonly<Record<F, string>>,
  { acknowledgements = [], objections = [], ...options }: GateOptions = {},
  findings: Array<Finding & { field: F }> = lintFields(fields, options),
): GateResult<F> {
  const kept = new Set<Acknowledgement>();
  const disputed: Array<Finding & { field: F }> = [];
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    if (finding.severity === 'warning') {
      const reason = acknowledgements.find((answer) => matches(finding, answer) && isReasoned(answer));
      if (reason === undefined) return { verdict: 'refuse', findings };
      kept.add(reason);
    } else if (!finding.certain && objections.some((objection) => matches(finding, objection)))
      disputed.push(finding);
    else return { verdict: 'refuse', findings };
  }
  const texts = { ...fields } as Record<F, AnonymizedText>;
  if (disputed.length > 0) return { verdict: 'wait', texts, kept: [...kept], disputed };
  return { verdict: 'pass', texts, kept: [...kept] };
}
