import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';

/** 役に立った, given and taken back; repeating it changes nothing. One's own notes are for others to judge. */
export async function markUseful(
  db: Db,
  memberId: string,
  slug: string,
  on: boolean,
  now: Date,
): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const note = await tx
      .selectFrom('note')
      .select(['id', 'keeper_id'])
      .where('slug', '=', slug)
      .where('id', 'not in', hiddenOf(tx, 'note'))
      .executeTakeFirst();
    if (!note) return refused({ code: 'not-found' });
    if (note.keeper_id === memberId) return refused({ code: 'forbidden' });
    if (on) {
      await tx
        .insertInto('note_useful')
        .values({ note_id: note.id, member_id: memberId, at: now.toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    } else {
      await tx
        .deleteFrom('note_useful')
        .where('note_id', '=', note.id)
        .where('member_id', '=', memberId)
        .execute();
    }
    const { useful } = await tx
      .selectFrom('note_useful')
      .select(({ fn }) => fn.countAll<number>().as('useful'))
      .where('note_id', '=', note.id)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('note')
      .set({ useful: Number(useful) })
      .where('id', '=', note.id)
      .execute();
    return accepted(null);
  });
}
