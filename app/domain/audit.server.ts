import type { Tx } from '#db/schema.ts';
import { newId } from './ids.server.ts';

/** Keeps who did what to what, without any text. */
export async function recordAudit(
  tx: Tx,
  actorId: string,
  action: string,
  subject: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ id: newId(), at: now.toISOString(), actor_id: actorId, action, subject })
    .execute();
}
