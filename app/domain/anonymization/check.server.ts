import type { Db } from '#db/schema.ts';
import { lintFully } from '#lint/full.server.ts';
import {
  type Acknowledgement,
  type AnonymizedText,
  type GateOptions,
  type GateResult,
  gate,
} from '#lint/gate.ts';
import type { LintOptions } from '#lint/options.ts';
import type { Profile } from '#lint/rule.ts';
import { type FieldFinding, type FieldProblem, type Refusal, refused, type UnfitReason } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { isBlank, textProblem } from '../posts/text-problems.ts';
import { Remembered } from '../remembered.server.ts';
import { inTurn } from './in-turn.server.ts';

/** What the author said about findings: which may stay and why, which are no names. */
export type Decisions = Required<Pick<GateOptions, 'acknowledgements' | 'objections'>>;

export const NO_DECISIONS: Decisions = { acknowledgements: [], objections: [] };

/** Names that are no findings: members are addressed by name, and words the desk has allowed. */
export async function knownWords(db: Db): Promise<{ memberNames: string[]; notNames: string[] }> {
  const members = await db.selectFrom('member').select('family_name').distinct().execute();
  const words = await db.selectFrom('allowed_word').select('word').execute();
  return { memberNames: members.map((m) => m.family_name), notNames: words.map((w) => w.word) };
}

/** For the box in the browser, whose findings are a help; the check itself always looks anew. */
export const hintedWords = new Remembered(knownWords, 30_000);

/** What the gate says; where it refuses, also which reasons were none. */
export type Checked<F extends string> =
  | Exclude<GateResult<F>, { verdict: 'refuse' }>
  | (Extract<GateResult<F>, { verdict: 'refuse' }> & { unfit: UnfitReason[] });

/**
 * The gate: every text that others will see goes through here, and the tables take nothing else
 * (their columns want `AnonymizedText`, which only the gate makes).
 *
 * @param fields what was typed, by field; one post is one document, so a name found in the body is found in the title
 * @param takenLetters letters that its thread uses already
 */
export async function checkAnonymization<F extends string>(
  db: Db,
  fields: Readonly<Record<F, string>>,
  profile: Profile,
  author: { id?: string; familyName: string },
  decisions: Decisions,
  takenLetters: readonly string[] = [],
): Promise<Checked<F>> {
  const { memberNames, notNames } = await knownWords(db);
  const options = { profile, authorName: author.familyName, memberNames, notNames, takenLetters };
  const found = await inTurn(author.id, () => lintFully(fields, options));
  const reasons = decisions.acknowledgements.filter(({ ruleId, text }) =>
    found.some((one) => one.severity === 'warning' && one.ruleId === ruleId && one.text === text),
  );
  const problems = await inTurn(author.id, () => reasonProblems(reasons, options));
  const unfit = reasons.flatMap(({ ruleId, text }, index) => {
    const problem = problems[index];
    return problem ? [{ ruleId, text, problem }] : [];
  });
  const acknowledgements = reasons.filter((_, index) => problems[index] === undefined);
  const result = gate(fields, { ...options, objections: decisions.objections, acknowledgements }, found);
  return result.verdict === 'refuse' ? { ...result, unfit } : result;
}

/**
 * What is wrong with each reason. A note is kept with the post, so it may name nobody either: one that does is no
 * reason. Warnings in it are let be: it may quote the very passage that it speaks for.
 */
async function reasonProblems(
  reasons: readonly Acknowledgement[],
  options: LintOptions,
): Promise<Array<FieldProblem | undefined>> {
  const notes: Record<string, string> = {};
  const problems = reasons.map(({ reason, note }, index): FieldProblem | undefined => {
    if (isBlank(note)) return reason === 'other' ? 'missing' : undefined;
    const problem = textProblem(note, LIMITS.keepNote);
    if (problem) return problem;
    if (Object.keys(notes).length >= LIMITS.keepNotes) return 'too-many';
    notes[index] = note;
    return undefined;
  });
  const findings = Object.keys(notes).length > 0 ? await lintFully(notes, options) : [];
  for (const { field, severity } of findings)
    if (severity === 'error') problems[Number(field)] = 'names-somebody';
  return problems;
}

/** @param fields what is wrong besides */
export function notAnonymous(
  { findings, unfit }: { findings: FieldFinding[]; unfit: UnfitReason[] },
  fields: Record<string, FieldProblem> = {},
): { ok: false; refusal: Refusal } {
  return refused({ code: 'not-anonymous', findings, unfit, fields });
}

export type { AnonymizedText };
