import { prepared } from '#db/prepared.server.ts';
import type { Schema, Tx } from '#db/schema.ts';
import { newId } from '../ids.server.ts';
import { mailNotice } from './mail-notice.server.ts';

type Kind = Schema['notice']['kind'];

const noticeOf = prepared(
  (db, { memberId, anchor, kind }: { memberId: string; anchor: string; kind: Kind }) =>
    db
      .selectFrom('notice')
      .select('id')
      .where('member_id', '=', memberId)
      .where('anchor', '=', anchor)
      .where('kind', '=', kind),
);

const insertNotice = prepared(
  (
    db,
    notice: Record<'id' | 'memberId' | 'questionId' | 'anchor' | 'actorId' | 'at', string> & { kind: Kind },
  ) =>
    db.insertInto('notice').values({
      id: notice.id,
      member_id: notice.memberId,
      kind: notice.kind,
      question_id: notice.questionId,
      anchor: notice.anchor,
      actor_id: notice.actorId,
      noticed_at: notice.at,
      read_at: null,
    }),
);

/** Tells a member that something happened in a thread, once; nobody is told of their own doings. */
export async function notify(
  tx: Tx,
  kind: Kind,
  memberId: string,
  questionId: string,
  anchor: string,
  actorId: string,
  now: Date,
): Promise<void> {
  if (memberId === actorId) return;
  if (kind === 'answer' || kind === 'comment') {
    // A post that was hidden and let through again is no news.
    const [told] = await noticeOf(tx, { memberId, anchor, kind });
    if (told) return;
  }
  const id = newId();
  await insertNotice(tx, { id, memberId, kind, questionId, anchor, actorId, at: now.toISOString() });
  await mailNotice(tx, 'notice', kind, memberId, id, now);
}
