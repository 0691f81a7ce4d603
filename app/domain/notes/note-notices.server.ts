import type { Db, NoteNoticeKind, Tx } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { newId } from '../ids.server.ts';
import { mailNotice } from '../notices/mail-notice.server.ts';

/** Tells a member of something about a note; nobody is told of their own doings. */
export async function tellOfNote(
  tx: Tx,
  kind: NoteNoticeKind,
  memberId: string,
  noteId: string,
  anchor: string,
  actorId: string | null,
  now: Date,
): Promise<void> {
  if (memberId === actorId) return;
  const id = newId();
  await tx
    .insertInto('note_notice')
    .values({
      id,
      member_id: memberId,
      note_id: noteId,
      kind,
      anchor,
      actor_id: actorId,
      noticed_at: now.toISOString(),
      read_at: null,
    })
    .execute();
  await mailNotice(tx, 'note-notice', kind, memberId, id, now);
}

const shown = (db: Db, memberId: string) =>
  db
    .selectFrom('note_notice')
    .innerJoin('note', 'note.id', 'note_notice.note_id')
    .where('note_notice.member_id', '=', memberId)
    .where(({ or, eb }) =>
      or([eb('note.id', 'not in', hiddenOf(db, 'note')), eb('note_notice.kind', '=', 'returned')]),
    );

/** The number of what a member has not read, as a query. */
export const unreadOfNotes = (db: Db, memberId: string) =>
  shown(db, memberId)
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('note_notice.read_at', 'is', null);

const told = (db: Db, memberId: string) =>
  shown(db, memberId)
    .leftJoin('member', 'member.id', 'note_notice.actor_id')
    .leftJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'note_notice.id',
      'note_notice.kind',
      'note_notice.anchor',
      'note_notice.noticed_at as at',
      'note_notice.read_at as readAt',
      'note.slug',
      'note.title',
      'member.family_name as familyName',
      'organization.label as organization',
    ]);

/** What a member is told about notes, newest first. */
export async function newestNoteNotices(db: Db, memberId: string, limit: number) {
  return told(db, memberId)
    .orderBy('note_notice.noticed_at', 'desc')
    .orderBy('note_notice.id', 'desc')
    .limit(limit)
    .execute();
}

/** A notice that its member has not read and may see. */
export async function findUnreadNoteNotice(db: Db, memberId: string, id: string) {
  return told(db, memberId)
    .where('note_notice.id', '=', id)
    .where('note_notice.read_at', 'is', null)
    .executeTakeFirst();
}

/** What a member was told about notes after one moment and up to another, and has not read; oldest first. */
export async function unreadNoteNoticesBetween(db: Db, memberId: string, from: string, until: string) {
  return told(db, memberId)
    .where('note_notice.noticed_at', '>', from)
    .where('note_notice.noticed_at', '<=', until)
    .where('note_notice.read_at', 'is', null)
    .orderBy('note_notice.noticed_at')
    .execute();
}

/** Whoever opens a note has seen what there was to tell about it. */
export async function markNoteRead(db: Db, memberId: string, noteId: string, now: Date): Promise<void> {
  await db
    .updateTable('note_notice')
    .set({ read_at: now.toISOString() })
    .where('member_id', '=', memberId)
    .where('note_id', '=', noteId)
    .where('read_at', 'is', null)
    .execute();
}
