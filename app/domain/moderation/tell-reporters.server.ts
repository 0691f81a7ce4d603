import type { Tx } from '#db/schema.ts';
import { notify } from '../notices/notify.server.ts';

/** Tells those who reported a post, and have not been told yet, what became of it. */
export async function tellReporters(
  tx: Tx,
  kind: 'report-released' | 'report-deleted',
  postId: string,
  questionId: string,
  actorId: string,
  now: Date,
): Promise<void> {
  const reporters = await tx
    .selectFrom('report')
    .select('member_id')
    .where('post_id', '=', postId)
    .where('decided_at', 'is', null)
    .execute();
  for (const { member_id } of reporters) await notify(tx, kind, member_id, questionId, '', actorId, now);
}
