import type { Db } from '#db/schema.ts';
import { withView } from '#lint/engine.ts';
import { lintFully } from '#lint/full.server.ts';
import {
  type Acknowledgement,
  type AnonymizedText,
  type GateOptions,
  type GateResult,
  gate,
} from '#lint/gate.ts';
import { withLettersOf } from '#lint/offered-letters.ts';
import type { LintOptions } from '#lint/options.ts';
import type { Finding, Profile } from '#lint/rule.ts';
import { type FieldFinding, type FieldProblem, type Refusal, refused, type UnfitReason } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { isBlank, textProblem } from '../posts/text-problems.ts';
import { NOTHING_SO_FAR, type SoFar } from '../questions/so-far.server.ts';
import { inTurn } from './in-turn.server.ts';
import { optionsFor, wordsInForce } from './settings.server.ts';
import { shownView } from './shown.server.ts';

/** What the author said about findings: which may stay and why, which are no names. */
export type Decisions = Required<Pick<GateOptions, 'acknowledgements' | 'objections'>>;

/** Posts of one member that are checked at once: while one is on the thread, the next is on its way. */
const AT_ONCE = 2;

export const NO_DECISIONS: Decisions = { acknowledgements: [], objections: [] };

/** What the check knows besides the text. */
export async function checkOptions(
  db: Db,
  profile: Profile,
  author: { familyName: string },
  soFar: SoFar,
): Promise<LintOptions> {
  return {
    ...optionsFor(await wordsInForce.get(db), profile),
    authorName: author.familyName,
    takenLetters: soFar.letters,
    context: soFar.text,
  };
}

/** What the gate says; where it refuses, also which reasons were none. */
export type Checked<F extends string> =
  | Exclude<GateResult<F>, { verdict: 'refuse' }>
  | (Extract<GateResult<F>, { verdict: 'refuse' }> & { unfit: UnfitReason[] });

/**
 * The gate: every text that others will see goes through here, and the tables take nothing else
 * (their columns want `AnonymizedText`, which only the gate makes).
 *
 * @param fields what was typed, by field; one post is one document, so a name found in the body is found in the title
 * @param soFar what its thread says already
 */
export async function checkAnonymization<F extends string>(
  db: Db,
  fields: Readonly<Record<F, string>>,
  profile: Profile,
  author: { id?: string; familyName: string },
  decisions: Decisions,
  soFar: SoFar = NOTHING_SO_FAR,
): Promise<Checked<F>> {
  const options = await checkOptions(db, profile, author, soFar);
  const found = await inTurn(author.id, () => findAll(fields, options), AT_ONCE);
  const reasons = decisions.acknowledgements.filter(({ ruleId, text }) =>
    found.some((one) => one.severity === 'warning' && one.ruleId === ruleId && one.text === text),
  );
  const problems = reasons.length > 0 ? await inTurn(author.id, () => reasonProblems(reasons, options)) : [];
  const unfit = reasons.flatMap(({ ruleId, text }, index) => {
    const problem = problems[index];
    return problem ? [{ ruleId, text, problem }] : [];
  });
  const acknowledgements = reasons.filter((_, index) => problems[index] === undefined);
  const result = gate(fields, { ...options, objections: decisions.objections, acknowledgements }, found);
  return result.verdict === 'refuse' ? { ...result, unfit } : result;
}

/** What the check finds in the fields as typed, and as Markdown will show them. */
export async function findAll<F extends string>(
  fields: Readonly<Record<F, string>>,
  options: LintOptions,
): Promise<Array<Finding & { field: F }>> {
  const typed = await lintFully(fields, options);
  const names = Object.keys(fields) as F[];
  const views = new Map(names.map((field) => [field, shownView(fields[field])]));
  if (names.every((field) => views.get(field) === undefined)) return typed;
  const shown: Record<F, string> = { ...fields };
  for (const field of names) shown[field] = views.get(field)?.text ?? fields[field];
  const seen = await lintFully(shown, withLettersOf(typed, options));
  return names.flatMap((field) => {
    const known = typed.filter((finding) => finding.field === field);
    const view = views.get(field);
    if (!view) return known;
    const inView = seen.filter((finding) => finding.field === field);
    return withView(known, inView, fields[field], view).map((finding) => ({ ...finding, field }));
  });
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
