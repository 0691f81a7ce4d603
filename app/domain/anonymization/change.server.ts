import type { Db, Tx } from '#db/schema.ts';
import { lintFully } from '#lint/full.server.ts';
import { type AnonymizedText, gate } from '#lint/gate.ts';
import { dialled } from '#lint/public-numbers.ts';
import { RULES } from '#lint/rules/index.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { requiredTextProblem, tidyLine } from '../posts/text-problems.ts';
import type { ChangeText, LintChange } from './changes.ts';
import { startRecheck } from './recheck.server.ts';
import {
  inOneSpelling,
  knownWords,
  type LintSettings,
  optionsFor,
  readLintSettings,
  wordsInForce,
} from './settings.server.ts';

type CheckedTexts = Partial<Record<ChangeText, AnonymizedText>>;

/** The settings as they would be after a change that is in order. */
export function changed(settings: LintSettings, change: LintChange): LintSettings {
  const withOne = (words: string[], word: string) => (words.includes(word) ? words : [...words, word]);
  const without = (words: string[], word: string) => words.filter((other) => other !== word);
  switch (change.what) {
    case 'switch':
      return { ...settings, off: { ...settings.off, [change.profile]: change.off.toSorted() } };
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
  const known = await knownWords(db);
  // A reason may quote the word that it allows. A word to forbid stands in every page with a box: it may be no name.
  const notNames = change.what === 'allow' ? [...known.notNames, inOneSpelling(change.word)] : known.notNames;
  const options = { ...optionsFor(known, 'note'), notNames, forbiddenWords: [], disabledRules: [] };
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
  if (change.what === 'switch') problems.rules = await switchProblem(db, change);
  if ('reason' in change) problems.reason = requiredTextProblem(tidyLine(change.reason), LIMITS.keepNote);
  const found = Object.entries(problems).flatMap(([field, problem]) => (problem ? [[field, problem]] : []));
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function numberProblem(number: string): FieldProblem | undefined {
  if (tidyLine(number) === '') return 'missing';
  return /^[#+]?[0-9 ()-]{3,20}$/.test(inOneSpelling(number)) ? undefined : 'unknown';
}

async function switchProblem(
  db: Db,
  { profile, off }: Extract<LintChange, { what: 'switch' }>,
): Promise<FieldProblem | undefined> {
  if (off.some((id) => !RULES.some((rule) => rule.id === id))) return 'unknown';
  const now = (await readLintSettings(db)).off[profile] ?? [];
  return now.length === off.length && off.every((id) => now.includes(id)) ? 'missing' : undefined;
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
    await write(tx, deskId, change, checked.value, now);
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
  change: LintChange,
  texts: CheckedTexts,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const { word, name, reason } = texts;
  switch (change.what) {
    case 'switch': {
      const { profile, off } = change;
      const stored = await tx
        .selectFrom('rule_switched_off')
        .select('rule_id')
        .where('profile', '=', profile)
        .execute();
      const before = stored.map(({ rule_id }) => rule_id);
      const on = before.filter((id) => !off.includes(id));
      if (on.length > 0) {
        await tx
          .deleteFrom('rule_switched_off')
          .where('profile', '=', profile)
          .where('rule_id', 'in', on)
          .execute();
      }
      for (const rule_id of off.filter((id) => !before.includes(id))) {
        await tx
          .insertInto('rule_switched_off')
          .values({ rule_id, profile, reason: reason!, switched_by: deskId, switched_at: at })
          .execute();
      }
      return;
    }
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
