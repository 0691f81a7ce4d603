import type { Db } from '#db/schema.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { type Budget, type Change, changesBetween } from '../text/changes.ts';
import { findEditable } from './edit-note.server.ts';

export interface Edition {
  number: number;
  at: string;
  author: { organization: string; familyName: string };
  purpose: string;
  /** What it changed of the edition before; null for the first that is kept. */
  changes: { title: Change[]; body: Change[]; tags: Change[] } | null;
}

/** Editions of one page; comparing texts costs much more than reading them. */
export const EDITIONS_AT_ONCE = 10;
/** What the comparisons of one page may cost together: some 10 ms. */
const CELLS = 1_000_000;
/** What editions said never changes, so they are compared once. */
const compared = new RecentlyUsed<Array<Edition['changes']>>(50);

/**
 * A note's editions, newest first, with what each changed.
 *
 * @param upTo number of the newest edition to tell of
 */
export async function readEditions(db: Db, noteId: string, upTo = Number.POSITIVE_INFINITY) {
  const note = await findEditable(db, noteId);
  if (!note) return undefined;
  const newest = Math.min(upTo, note.edition);
  const editions = await compareEditions(db, noteId, newest);
  const { first } = await db
    .selectFrom('note_edition')
    .select(({ fn }) => fn.min('number').as('first'))
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow();
  return {
    title: note.title,
    slug: note.slug,
    current: note.edition,
    newest,
    first: Number(first),
    editions,
  };
}

async function compareEditions(db: Db, noteId: string, newest: number): Promise<Edition[]> {
  const rows = await db
    .selectFrom('note_edition')
    .innerJoin('member', 'member.id', 'note_edition.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'note_edition.number',
      'note_edition.title',
      'note_edition.body',
      'note_edition.tags',
      'note_edition.purpose',
      'note_edition.written_at as at',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('note_edition.note_id', '=', noteId)
    .where('note_edition.number', '<=', newest)
    .orderBy('note_edition.number', 'desc')
    .limit(EDITIONS_AT_ONCE + 1)
    .execute();
  const shown = rows.slice(0, EDITIONS_AT_ONCE);
  const key = JSON.stringify([noteId, newest]);
  let changes = compared.get(key);
  if (changes === undefined) {
    const budget = { cells: CELLS };
    changes = shown.map((row, index) => {
      const before = rows[index + 1];
      return before ? changesOf(before, row, budget) : null;
    });
    compared.set(key, changes);
  }
  return shown.map(
    ({ number, at, purpose, organization, familyName }, index): Edition => ({
      number,
      at,
      author: { organization, familyName },
      purpose,
      changes: changes[index] ?? null,
    }),
  );
}

interface Texts {
  title: string;
  body: string;
  /** JSON array. */
  tags: string;
}

function changesOf(before: Texts, after: Texts, budget: Budget): NonNullable<Edition['changes']> {
  const changed = (one: string, other: string) => (one === other ? [] : changesBetween(one, other, budget));
  const line = (tags: string) => (JSON.parse(tags) as string[]).join(' ');
  return {
    title: changed(before.title, after.title),
    body: changed(before.body, after.body),
    tags: changed(line(before.tags), line(after.tags)),
  };
}

/** What one edition says in full, to be taken up again. */
export async function readEdition(db: Db, noteId: string, number: number) {
  const row = await db
    .selectFrom('note_edition')
    .select(['title', 'body', 'tags', 'programmes'])
    .where('note_id', '=', noteId)
    .where('number', '=', number)
    .executeTakeFirst();
  return (
    row && {
      title: row.title,
      body: row.body,
      tags: (JSON.parse(row.tags) as string[]).join(' '),
      programmes: JSON.parse(row.programmes) as string[],
    }
  );
}
