import type { Db } from '#db/schema.ts';
import { notAnonymous } from '../anonymization/check.server.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { addNote } from './add-note.server.ts';
import { checkNote } from './check-note.server.ts';
import { findEditable, programmesOf, replaceNote, saysTheSame } from './edit-note.server.ts';
import type { NoteFile } from './note-file.ts';
import { isSlug } from './settings.server.ts';
import { credit } from './write-edition.server.ts';

/**
 * Notes in sight as files, by slug.
 *
 * @param slug only this one
 */
export async function exportNotes(db: Db, slug?: string): Promise<NoteFile[]> {
  let query = db
    .selectFrom('note')
    .innerJoin('member', 'member.id', 'note.keeper_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .selectAll('note')
    .select(['member.family_name as familyName', 'organization.label as organization'])
    .where('note.id', 'not in', hiddenOf(db, 'note'))
    .orderBy('note.slug');
  if (slug !== undefined) query = query.where('note.slug', '=', slug);
  const files: NoteFile[] = [];
  for (const row of await query.execute()) files.push(await fileOf(db, row));
  return files;
}

async function fileOf(
  db: Db,
  row: {
    id: string;
    slug: string;
    title: string;
    body: string;
    tags: string;
    programme: string;
    audience: NoteFile['audience'];
    verified_at: string;
    updated_at: string;
    edition: number;
    familyName: string;
    organization: string;
  },
): Promise<NoteFile> {
  const contributors = await db
    .selectFrom('note_contributor')
    .innerJoin('organization', 'organization.id', 'note_contributor.organization_id')
    .select('organization.label')
    .where('note_id', '=', row.id)
    .orderBy('organization.label')
    .execute();
  const sources = await db
    .selectFrom('note_source')
    .select(['kind', 'subject'])
    .where('note_id', '=', row.id)
    .orderBy('kind')
    .orderBy('subject')
    .execute();
  const kept = await db
    .selectFrom('kept_warning')
    .select(['rule_id as ruleId', 'passage as text', 'reason', 'note'])
    .where('post_id', '=', row.id)
    .orderBy('rule_id')
    .orderBy('passage')
    .execute();
  const others = (await programmesOf(db, row.id)).filter((slug) => slug !== row.programme);
  return {
    slug: row.slug,
    title: row.title,
    programmes: [row.programme, ...others.toSorted()],
    tags: JSON.parse(row.tags) as string[],
    audience: row.audience,
    keeper: `${row.organization} ${row.familyName}`,
    contributors: contributors.map(({ label }) => label),
    sources: sources.map(({ kind, subject }) => `${kind}:${subject}`),
    verified: row.verified_at,
    updated: row.updated_at,
    edition: row.edition,
    kept,
    body: row.body,
  };
}

/** What became of a file: a new note, a new edition of one that was there, or nothing, because it says the same. */
export type Imported = 'added' | 'changed' | 'same';

/**
 * Takes a note from a file into the archive, through the gate like everything. One with its slug gets another edition;
 * the same file twice changes nothing. Organizations and threads that this network does not know are left out.
 *
 * @param keeper who keeps the note where the network does not know the keeper that the file names
 */
export async function importNote(
  db: Db,
  file: NoteFile,
  keeper: { id: string; familyName: string },
  now: Date,
): Promise<Outcome<Imported>> {
  if (!isSlug(file.slug)) return refused({ code: 'invalid', fields: { slug: 'unknown' } });
  const decisions = { acknowledgements: file.kept, objections: [] };
  const there = await db.selectFrom('note').select('id').where('slug', '=', file.slug).executeTakeFirst();
  const organizationIds = await organizationsNamed(db, file.contributors);
  if (!there) {
    const note = { ...file, decisions, organizationIds, sources: await knownSources(db, file.sources) };
    const verifiedAt = file.verified === null ? now : new Date(file.verified);
    const updatedAt = file.updated === null ? now : new Date(file.updated);
    const own = (await memberNamed(db, file.keeper)) ?? keeper;
    const added = await addNote(db, own, { ...note, verifiedAt }, updatedAt);
    return added.ok ? accepted('added') : added;
  }
  const says = await findEditable(db, there.id);
  // The desk has taken it out of sight: no file brings it back.
  if (!says) return refused({ code: 'not-found' });
  // What stands is not checked anew: the desk may have let through what the check finds.
  const tagsJson = JSON.stringify(file.tags);
  if (saysTheSame(says, await programmesOf(db, there.id), { ...file, tagsJson })) return accepted('same');
  const draft = { ...file, tags: file.tags.join(' '), purpose: '', decisions };
  const outcome = await checkNote(db, keeper, draft);
  if (!outcome.ok) return outcome;
  const checked = outcome.value;
  if (checked.checked.verdict === 'wait')
    return notAnonymous({ findings: checked.checked.disputed, unfit: [] });
  return db.transaction().execute(async (tx) => {
    const current = await findEditable(tx, there.id);
    if (!current) return refused({ code: 'not-found' });
    if (saysTheSame(current, await programmesOf(tx, there.id), checked)) return accepted('same');
    await replaceNote(tx, current, checked, keeper.id, now);
    await credit(tx, there.id, organizationIds);
    return accepted('changed');
  });
}

async function organizationsNamed(db: Db, labels: readonly string[]): Promise<string[]> {
  if (labels.length === 0) return [];
  const rows = await db.selectFrom('organization').select('id').where('label', 'in', labels).execute();
  return rows.map(({ id }) => id);
}

async function memberNamed(db: Db, named: string) {
  const members = await db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.id', 'member.family_name as familyName', 'organization.label'])
    .execute();
  return members.find(({ familyName, label }) => `${label} ${familyName}` === named);
}

async function knownSources(db: Db, named: readonly string[]) {
  const questions = await db.selectFrom('question').select('id').execute();
  const meetings = await db.selectFrom('meeting').select('slug').execute();
  const known = new Set([
    ...questions.map(({ id }) => `question:${id}`),
    ...meetings.map(({ slug }) => `meeting:${slug}`),
  ]);
  return named
    .filter((source) => known.has(source))
    .map((source) => {
      const [kind, subject] = source.split(/:(.*)/s) as ['question' | 'meeting', string];
      return { kind, subject };
    });
}
