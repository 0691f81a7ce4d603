import type { Schema, Tx } from '#db/schema.ts';
import { newId } from '../ids.server.ts';
import { mailNotice } from './mail-notice.server.ts';

/** Tells a member that something happened in a thread, once; nobody is told of their own doings. */
export async function notify(
  tx: Tx,
  kind: Schema['notice']['kind'],
  memberId: string,
  questionId: string,
  anchor: string,
  actorId: string,
  now: Date,
): Promise<void> {
  if (memberId === actorId) return;
  if (kind === 'answer' || kind === 'comment') {
    // A post that was hidden and let through again is no news.
    const told = await tx
      .selectFrom('notice')
      .select('id')
      .where('member_id', '=', memberId)
      .where('anchor', '=', anchor)
      .where('kind', '=', kind)
      .executeTakeFirst();
    if (told) return;
  }
  const id = newId();
  await tx
    .insertInto('notice')
    .values({
      id,
      member_id: memberId,
      kind,
      question_id: questionId,
      anchor,
      actor_id: actorId,
      noticed_at: now.toISOString(),
      read_at: null,
    })
    .execute();
  await mailNotice(tx, 'notice', kind, memberId, id, now);
}
