import { prepared } from '#db/prepared.server.ts';
import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { tellOfNote } from './note-notices.server.ts';

/** After this the law, the forms and the telephone numbers of a note may be others. */
const HOLDS_DAYS = 365;
const DAY = 24 * 60 * 60 * 1000;

const staleSince = (now: Date) => new Date(now.getTime() - HOLDS_DAYS * DAY).toISOString();

/** Whether nobody has said for a year that the note still holds. */
export const isStale = (verifiedAt: string, now: Date): boolean => verifiedAt < staleSince(now);

/** 今も正しい: a member has read the note and says that it still holds. */
export async function verifyNote(db: Db, memberId: string, slug: string, now: Date): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const note = await tx
      .selectFrom('note')
      .select('id')
      .where('slug', '=', slug)
      .where('id', 'not in', hiddenOf(tx, 'note'))
      .executeTakeFirst();
    if (!note) return refused({ code: 'not-found' });
    await tx
      .updateTable('note')
      .set({ verified_at: now.toISOString(), asked_at: null })
      .where('id', '=', note.id)
      .execute();
    await tx
      .updateTable('note_notice')
      .set({ read_at: now.toISOString() })
      .where('note_id', '=', note.id)
      .where('kind', '=', 'verify')
      .where('read_at', 'is', null)
      .execute();
    await recordAudit(tx, memberId, 'verified', `note:${note.id}`, now);
    return accepted(null);
  });
}

const stale = prepared((db, { keeperId, since }: { keeperId: string; since: string }) =>
  db
    .selectFrom('note')
    .select(['slug', 'title', 'verified_at as verifiedAt'])
    .where('keeper_id', '=', keeperId)
    .where('verified_at', '<', since)
    .where('id', 'not in', hiddenOf(db, 'note'))
    .orderBy('verified_at')
    .limit(5),
);

/** The notes that a member keeps and that nobody has verified for a year, oldest first. */
export const notesToVerify = (db: Db, keeperId: string, now: Date) =>
  stale(db, { keeperId, since: staleSince(now) });

/** Most notes asked about in one step of the worker. */
const AT_ONCE = 50;

/**
 * Asks the keepers of notes that nobody has verified for a year, once until somebody has.
 *
 * @returns how many were asked about
 */
export async function askKeepers(db: Db, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const due = await tx
      .selectFrom('note')
      .select(['id', 'keeper_id'])
      .where('verified_at', '<', staleSince(now))
      .where('asked_at', 'is', null)
      .where('id', 'not in', hiddenOf(tx, 'note'))
      .limit(AT_ONCE)
      .execute();
    let asked = 0;
    for (const { id, keeper_id } of due) {
      // Two processes look at the same time; the one that marks the note asks.
      const { numUpdatedRows } = await tx
        .updateTable('note')
        .set({ asked_at: now.toISOString() })
        .where('id', '=', id)
        .where('asked_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) continue;
      await tellOfNote(tx, 'verify', keeper_id, id, '', null, now);
      asked += 1;
    }
    return asked;
  });
}
