import type { Insertable } from 'kysely';
import type { Db, Schema, Tx } from '#db/schema.ts';
import { lintFully } from '#lint/full.server.ts';
import { type AnonymizedText, gate } from '#lint/gate.ts';
import { dialled } from '#lint/public-numbers.ts';
import { reidentification } from '#lint/risk/about.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { requiredTextProblem, tidyLine } from '../posts/text-problems.ts';
import type { ChangeText, LintChange } from './changes.ts';
import { DESK_RULES, type DeskRule, type Level } from './desk-rules.ts';
import { startRecheck } from './recheck.server.ts';
import {
  deskOptionsFor,
  inOneSpelling,
  knownWords,
  type LintSettings,
  readLintSettings,
  wordsInForce,
} from './settings.server.ts';

type CheckedTexts = Partial<Record<ChangeText, AnonymizedText>>;

/** The settings as they would be after a change that is in order. */
export function changed(settings: LintSettings, change: LintChange): LintSettings {
  const withOne = (words: string[], word: string) => (words.includes(word) ? words : [...words, word]);
  const without = (words: string[], word: string) => words.filter((other) => other !== word);
  switch (change.what) {
    case 'levels':
      return { ...settings, levels: { ...settings.levels, [change.profile]: change.levels } };
    case 'fewest':
      return { ...settings, fewest: Number(change.people) };
    case 'allow':
      return { ...settings, notNames: withOne(settings.notNames, inOneSpelling(change.word)) };
    case 'unallow':
      return { ...settings, notNames: without(settings.notNames, inOneSpelling(change.word)) };
    case 'forbid':
      return { ...settings, forbiddenWords: withOne(settings.forbiddenWords, inOneSpelling(change.word)) };
    case 'unforbid':
      return { ...settings, forbiddenWords: without(settings.forbiddenWords, inOneSpelling(change.word)) };
    case 'publish':
      return {
        ...settings,
        publicNumbers: withOne(settings.publicNumbers, dialled(inOneSpelling(change.number))),
      };
    case 'unpublish':
      return {
        ...settings,
        publicNumbers: without(settings.publicNumbers, dialled(inOneSpelling(change.number))),
      };
  }
}

/** Whether a change is in order: complete, no longer than a line, and its own texts name nobody. */
export async function checkChange(db: Db, change: LintChange): Promise<Outcome<CheckedTexts>> {
  const fields = await problemsOf(db, change);
  if (fields) return refused({ code: 'invalid', fields });
  // A reason may quote the word that it allows. A word to forbid stands in every page with a box: it may be no name.
  const notNames = change.what === 'allow' ? [inOneSpelling(change.word)] : [];
  const options = deskOptionsFor(await knownWords(db), notNames);
  const texts = textsOf(change);
  // The desk writes to itself: what only helps to identify somebody (a town, a school) is part of its work.
  const errors = (await lintFully(texts, options)).filter(({ severity }) => severity === 'error');
  const checked = gate(texts, options, errors);
  if (checked.verdict === 'pass') return accepted(checked.texts);
  return refused({ code: 'not-anonymous', findings: errors });
}

function textsOf(change: LintChange): Record<string, string> {
  const texts: Record<string, string> = {};
  if ('word' in change && 'reason' in change) texts.word = tidyLine(change.word);
  if ('name' in change) texts.name = tidyLine(change.name);
  if ('reason' in change) texts.reason = tidyLine(change.reason);
  return texts;
}

async function problemsOf(db: Db, change: LintChange): Promise<Record<string, FieldProblem> | undefined> {
  const problems: Record<string, FieldProblem | undefined> = {};
  if ('word' in change) problems.word = requiredTextProblem(inOneSpelling(change.word), LIMITS.word);
  if ('name' in change) problems.name = requiredTextProblem(tidyLine(change.name), LIMITS.organization);
  if ('number' in change) problems.number = numberProblem(change.number);
  if (change.what === 'levels') Object.assign(problems, await levelProblems(db, change));
  if (change.what === 'fewest') problems.people = await peopleProblem(db, change.people);
  if ('reason' in change) problems.reason = requiredTextProblem(tidyLine(change.reason), LIMITS.keepNote);
  const found = Object.entries(problems).flatMap(([field, problem]) => (problem ? [[field, problem]] : []));
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function numberProblem(number: string): FieldProblem | undefined {
  if (tidyLine(number) === '') return 'missing';
  return /^[#+]?[0-9 ()-]{3,20}$/.test(inOneSpelling(number)) ? undefined : 'unknown';
}

async function levelProblems(
  db: Db,
  change: Extract<LintChange, { what: 'levels' }>,
): Promise<Record<string, FieldProblem>> {
  const isAllowed = ([id, level]: [string, Level]) =>
    DESK_RULES.some((rule) => rule.id === id && rule.levels.includes(level));
  if (!Object.entries(change.levels).every(isAllowed)) return { rules: 'unknown' };
  const changes = changesOf(await readLintSettings(db), change);
  return changes.length === 0 ? { rules: 'same' } : {};
}

/** The rules whose level would change, with the new one. */
export function changesOf(
  { levels: now }: LintSettings,
  { profile, levels }: Extract<LintChange, { what: 'levels' }>,
): Array<{ rule: DeskRule; level: Level }> {
  return DESK_RULES.flatMap((rule) => {
    const before = now[profile]?.[rule.id] ?? rule.severity;
    const level = levels[rule.id] ?? rule.severity;
    return level === before ? [] : [{ rule, level }];
  });
}

/** More than anybody needs: with 1,000 nearly every place of Hokkaido would be asked for. */
const MOST_PEOPLE = 1000;

async function peopleProblem(db: Db, typed: string): Promise<FieldProblem | undefined> {
  if (typed.trim() === '') return 'missing';
  const people = Number(typed);
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE) return 'unknown';
  return people === (await readLintSettings(db)).fewest ? 'same' : undefined;
}

/**
 * Carries out a change, keeps who made it and why, and has everything that was posted checked anew where the change
 * makes a difference.
 */
export async function saveChange(
  db: Db,
  deskId: string,
  change: LintChange,
  now: Date,
): Promise<Outcome<null>> {
  const checked = await checkChange(db, change);
  if (!checked.ok) return checked;
  const saved = await db.transaction().execute(async (tx) => {
    const before = await readLintSettings(tx);
    await write(tx, deskId, before, change, checked.value, now);
    const after = await readLintSettings(tx);
    if (JSON.stringify(before) !== JSON.stringify(after)) await startRecheck(tx, deskId, before, after, now);
    await recordAudit(tx, deskId, `check-${change.what}`, 'profile' in change ? change.profile : '', now);
    return accepted(null);
  });
  wordsInForce.forget(db);
  return saved;
}

async function write(
  tx: Tx,
  deskId: string,
  before: LintSettings,
  change: LintChange,
  texts: CheckedTexts,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const { word, name, reason } = texts;
  const because = { reason: reason ?? NO_TEXT, decided_by: deskId, decided_at: at };
  switch (change.what) {
    case 'levels': {
      const { profile } = change;
      for (const { rule, level } of changesOf(before, change)) {
        await decide(tx, { rule_id: rule.id, profile, value: level, ...because });
        await recordAudit(tx, deskId, 'check-level', `${profile}:${rule.id}:${level}`, now);
      }
      return;
    }
    case 'fewest':
      await decide(tx, {
        rule_id: reidentification.id,
        profile: null,
        value: String(Number(change.people)),
        ...because,
      });
      return;
    case 'allow': {
      const entry = { reason: reason!, allowed_by: deskId, allowed_at: at };
      await tx
        .insertInto('allowed_word')
        .values({ word: word!, ...entry })
        .onConflict((conflict) => conflict.column('word').doUpdateSet(entry))
        .execute();
      return;
    }
    case 'forbid': {
      const entry = { reason: reason!, forbidden_by: deskId, forbidden_at: at };
      await tx
        .insertInto('forbidden_word')
        .values({ word: word!, ...entry })
        .onConflict((conflict) => conflict.column('word').doUpdateSet(entry))
        .execute();
      return;
    }
    case 'unallow':
      await tx.deleteFrom('allowed_word').where('word', '=', change.word).execute();
      return;
    case 'unforbid':
      await tx.deleteFrom('forbidden_word').where('word', '=', change.word).execute();
      return;
    case 'publish': {
      const entry = {
        number: inOneSpelling(change.number),
        name: name!,
        reason: reason!,
        added_by: deskId,
        added_at: at,
      };
      await tx
        .insertInto('public_number')
        .values({ digits: dialled(entry.number), ...entry })
        .onConflict((conflict) => conflict.column('digits').doUpdateSet(entry))
        .execute();
      return;
    }
    case 'unpublish':
      await tx
        .deleteFrom('public_number')
        .where('digits', '=', dialled(inOneSpelling(change.number)))
        .execute();
      return;
  }
}

/** What was decided before stays beside it, with its reason. */
async function decide(
  tx: Tx,
  decision: Omit<Insertable<Schema['rule_decision']>, 'position'>,
): Promise<void> {
  const { last } = await tx
    .selectFrom('rule_decision')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('rule_decision')
    .values({ position: (last ?? -1) + 1, ...decision })
    .execute();
}
