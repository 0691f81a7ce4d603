import type { Db } from '#db/schema.ts';
import { type LintOptions, lint } from '#lint/engine.ts';
import { type AnonymizedText, type GateOptions, type GateResult, gate } from '#lint/gate.ts';
import type { Profile } from '#lint/rule.ts';
import { LIMITS } from '../posts/limits.ts';
import { textProblem } from '../posts/text-problems.ts';
import { Remembered } from '../remembered.server.ts';

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
  author: { familyName: string },
  decisions: Decisions,
  takenLetters: readonly string[] = [],
): Promise<GateResult<F>> {
  const { memberNames, notNames } = await knownWords(db);
  const options = { profile, authorName: author.familyName, memberNames, notNames, takenLetters };
  // A note is kept with the post, so it may name nobody either: one that does is no reason.
  const acknowledgements = decisions.acknowledgements.filter(({ note }) => isFit(note, options));
  return gate(fields, { ...options, objections: decisions.objections, acknowledgements });
}

/** Warnings in a note are let be: it may quote the very passage that it speaks for. */
function isFit(note: string, options: LintOptions): boolean {
  if (textProblem(note, LIMITS.keepNote)) return false;
  return lint(note, options).every(({ severity }) => severity !== 'error');
}

export type { AnonymizedText };
