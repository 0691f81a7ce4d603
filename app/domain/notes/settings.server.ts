import { isUniqueViolation } from '#db/errors.server.ts';
import type { Audience, Db, Role } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';

const SLUG = new RegExp(`^[a-z0-9](?:[a-z0-9-]{0,${LIMITS.slug - 2}}[a-z0-9])?$`);
/** First words below /notes that are pages of their own. */
const RESERVED = ['new', 'export', 'held'];

export const isSlug = (slug: string): boolean => SLUG.test(slug) && !RESERVED.includes(slug);

export interface NoteSettings {
  slug: string;
  keeperId: string;
  /** Set by the secretariat alone; others leave it as it is. */
  audience: Audience;
}

export async function readNoteSettings(db: Db, slug: string) {
  return db
    .selectFrom('note')
    .select(['id', 'slug', 'title', 'keeper_id as keeperId', 'audience'])
    .where('slug', '=', slug)
    .where('id', 'not in', hiddenOf(db, 'note'))
    .executeTakeFirst();
}

/** Keepers hand a note over and choose its address; the secretariat also says who may read it. */
export const maySet = (member: { id: string; role: Role }, { keeperId }: { keeperId: string }): boolean =>
  member.role === 'secretariat' || member.id === keeperId;

/** Members who can keep a note, by organization. */
export async function possibleKeepers(db: Db) {
  return db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['member.id', 'member.family_name as familyName', 'organization.label as organization'])
    .where('member.from_chat', '=', 0)
    .orderBy('organization.label')
    .orderBy('member.family_name')
    .execute();
}

/** @returns the slug that the note has now */
export async function setNote(
  db: Db,
  member: { id: string; role: Role },
  slug: string,
  wished: NoteSettings,
  now: Date,
): Promise<Outcome<string>> {
  const note = await readNoteSettings(db, slug);
  if (!note) return refused({ code: 'not-found' });
  if (!maySet(member, note)) return refused({ code: 'forbidden' });
  if (wished.slug === '') return refused({ code: 'invalid', fields: { slug: 'missing' } });
  if (!isSlug(wished.slug)) return refused({ code: 'invalid', fields: { slug: 'unknown' } });
  const keeper = await db
    .selectFrom('member')
    .select('id')
    .where('id', '=', wished.keeperId)
    .executeTakeFirst();
  if (!keeper) return refused({ code: 'invalid', fields: { keeper: 'unknown' } });
  const audience = member.role === 'secretariat' ? wished.audience : note.audience;
  try {
    return await db.transaction().execute(async (tx) => {
      if (wished.slug !== note.slug) {
        const other = await tx
          .selectFrom('note_slug')
          .select('note_id')
          .where('slug', '=', wished.slug)
          .where('note_id', '!=', note.id)
          .executeTakeFirst();
        if (other) return refused({ code: 'invalid', fields: { slug: 'taken' } });
        await tx.deleteFrom('note_slug').where('slug', '=', wished.slug).execute();
        await tx.insertInto('note_slug').values({ slug: note.slug, note_id: note.id }).execute();
      }
      await tx
        .updateTable('note')
        .set({ slug: wished.slug, keeper_id: keeper.id, audience })
        .where('id', '=', note.id)
        .execute();
      if (audience !== note.audience)
        await recordAudit(
          tx,
          member.id,
          audience === 'everyone' ? 'published' : 'unpublished',
          `note:${note.id}`,
          now,
        );
      return accepted(wished.slug);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refused({ code: 'invalid', fields: { slug: 'taken' } });
  }
}

/** Where a note is now that had this address before. */
export async function currentSlug(db: Db, formerSlug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('note_slug')
    .innerJoin('note', 'note.id', 'note_slug.note_id')
    .select('note.slug')
    .where('note_slug.slug', '=', formerSlug)
    .where('note.id', 'not in', hiddenOf(db, 'note'))
    .executeTakeFirst();
  return row?.slug;
}
