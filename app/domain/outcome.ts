import type { Finding } from '#lint/rule.ts';

/** What is wrong with one field of a form; the Japanese text for each stands in app/messages.ja.ts. */
export type FieldProblem =
  | 'missing'
  | 'too-long'
  | 'too-many'
  | 'unreadable'
  | 'control-characters'
  | 'combining-marks'
  | 'unknown'
  | 'bad-email'
  | 'short-password'
  | 'no-name'
  | 'too-many-colleagues'
  | 'too-many-tries'
  | 'too-many-edits'
  | 'taken'
  | 'same'
  | 'names-somebody'
  | 'unmerged'
  | 'bad-date'
  | 'bad-time'
  | 'bad-address'
  | 'in-use'
  | 'bad-limits'
  | 'too-few'
  | 'answered';

/** A finding and the form field it stands in. */
export type FieldFinding = Finding & { field: string };

/** A reason for letting a warning stay that cannot be kept itself; `ruleId` and `text` name the warning. */
export interface UnfitReason {
  ruleId: string;
  text: string;
  problem: FieldProblem;
}

/** Every expected "no". A text that is not anonymous may have fields that are wrong besides: both are told at once. */
export type Refusal =
  | {
      code: 'not-anonymous';
      findings: FieldFinding[];
      unfit?: UnfitReason[];
      fields?: Record<string, FieldProblem>;
    }
  | { code: 'invalid'; fields: Record<string, FieldProblem> }
  /** The check came to no end in time; nobody knows whether the text names somebody. */
  | { code: 'unchecked' }
  | { code: 'not-found' }
  | { code: 'forbidden' }
  | { code: 'too-late' }
  | { code: 'has-answers' }
  | { code: 'decided' }
  | { code: 'too-often' }
  | { code: 'changed-meanwhile' }
  | { code: 'expired' }
  /** The deadline of a meeting has passed, or it does not take place. */
  | { code: 'closed' }
  | { code: 'signed-up-already' }
  /** One checks in on the day of the meeting. */
  | { code: 'not-today' }
  /** The survey is closed, or not open yet. */
  | { code: 'survey-closed' }
  /** An anonymous answer is given once: nobody could find it again to change it. */
  | { code: 'answered-already' };

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const accepted = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
