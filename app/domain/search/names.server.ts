import type { Db } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { DICTIONARY } from '#search/analysis/dictionary.ts';
import { namesOf } from '#search/analysis/expand.ts';
import { comparable } from '#search/analysis/tokens.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { requiredTextProblem, tidyLine } from '../posts/text-problems.ts';
import { Remembered } from '../remembered.server.ts';

/** A word of the field, and what it may stand for. */
export interface SearchName {
  word: string;
  meanings: string[];
  who: { organization: string; familyName: string } | null;
  /** ISO 8601, UTC. */
  at: string;
}

const MOST_MEANINGS = 10;

/** What the desk has added to the dictionary of search, newest first. */
export async function listSearchNames(db: Db): Promise<SearchName[]> {
  const rows = await db
    .selectFrom('search_name')
    .leftJoin('member', 'member.id', 'search_name.added_by')
    .leftJoin('organization', 'organization.id', 'member.organization_id')
    .select(['search_name.word', 'search_name.meanings', 'search_name.added_at as at'])
    .select(['organization.label as organization', 'member.family_name as familyName'])
    .orderBy('search_name.added_at', 'desc')
    .orderBy('search_name.word')
    .execute();
  return rows.map(({ word, meanings, at, organization, familyName }) => ({
    word,
    meanings: JSON.parse(meanings),
    who: organization === null || familyName === null ? null : { organization, familyName },
    at,
  }));
}

/** The built-in dictionary and the desk's words, as search asks for them; up to ten seconds old. */
export const searchNames = new Remembered(async (db: Db) => {
  const added = await listSearchNames(db);
  const entries = added.flatMap(({ word, meanings }) => meanings.map((term) => ({ term, forms: [word] })));
  return namesOf([...DICTIONARY, ...entries]);
}, 10_000);

/**
 * Adds a word, or says anew what it stands for.
 *
 * @param typed `meanings` with a comma or a new line between them
 */
export async function addSearchName(
  db: Db,
  deskId: string,
  typed: { word: string; meanings: string },
  now: Date,
): Promise<Outcome<null>> {
  const word = tidyLine(typed.word);
  const meanings = [
    ...new Set(
      typed.meanings
        .split(/[、,，\n]/)
        .map(tidyLine)
        .filter((meaning) => meaning !== ''),
    ),
  ];
  const problems = { word: problemOf(word), meanings: problemOfAll(word, meanings) };
  const fields = Object.entries(problems).filter((entry): entry is [string, FieldProblem] => !!entry[1]);
  if (fields.length > 0) return refused({ code: 'invalid', fields: Object.fromEntries(fields) });
  const texts = { word, meanings: meanings.join('\n') };
  const checked = await checkAnonymization(db, texts, 'note', { familyName: '' }, NO_DECISIONS);
  if (checked.verdict !== 'pass') {
    const findings = checked.verdict === 'refuse' ? checked.findings : checked.disputed;
    return refused({ code: 'not-anonymous', findings });
  }
  const entry = {
    meanings: JSON.stringify(checked.texts.meanings.split('\n')) as AnonymizedText,
    added_by: deskId,
    added_at: now.toISOString(),
  };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('search_name')
      .values({ word: checked.texts.word, ...entry })
      .onConflict((conflict) => conflict.column('word').doUpdateSet(entry))
      .execute();
    await recordAudit(tx, deskId, 'search-name-added', '', now);
  });
  searchNames.forget(db);
  return accepted(null);
}

export async function removeSearchName(
  db: Db,
  deskId: string,
  word: string,
  now: Date,
): Promise<Outcome<null>> {
  const removed = await db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('search_name').where('word', '=', word).executeTakeFirst();
    if (numDeletedRows === 0n) return refused({ code: 'not-found' });
    await recordAudit(tx, deskId, 'search-name-removed', '', now);
    return accepted(null);
  });
  searchNames.forget(db);
  return removed;
}

function problemOf(text: string): FieldProblem | undefined {
  // What folds to nothing, or to one kana, would be found everywhere.
  if (text !== '' && /^[ぁ-ゖ]?$/u.test(comparable(text))) return 'unknown';
  return requiredTextProblem(text, LIMITS.word);
}

function problemOfAll(word: string, meanings: readonly string[]): FieldProblem | undefined {
  if (meanings.length === 0) return 'missing';
  if (meanings.length > MOST_MEANINGS) return 'too-many';
  if (meanings.some((meaning) => comparable(meaning) === comparable(word))) return 'same';
  return meanings.map(problemOf).find((problem) => problem !== undefined);
}
