import type { Tx } from '#db/schema.ts';
import { mailSignup } from './meeting-mail.server.ts';

/** How many attend. */
export async function countAttending(tx: Tx, slug: string): Promise<number> {
  const { n } = await tx
    .selectFrom('meeting_signup')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('meeting_slug', '=', slug)
    .where('status', '=', 'attending')
    .executeTakeFirstOrThrow();
  return Number(n);
}

/**
 * Gives free places to those who have waited longest, and tells them. The meeting must be locked.
 *
 * @returns ids of the sign-ups that moved up
 */
export async function moveUp(
  tx: Tx,
  { slug, capacity }: { slug: string; capacity: number | null },
  now: Date,
): Promise<string[]> {
  const free = capacity === null ? null : capacity - (await countAttending(tx, slug));
  if (free !== null && free <= 0) return [];
  const waiting = tx
    .selectFrom('meeting_signup')
    .select('id')
    .where('meeting_slug', '=', slug)
    .where('status', '=', 'waiting')
    .orderBy('signed_up_at')
    .orderBy('id');
  const next = await (free === null ? waiting : waiting.limit(free)).execute();
  const ids = next.map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx.updateTable('meeting_signup').set({ status: 'attending' }).where('id', 'in', ids).execute();
  for (const id of ids) await mailSignup(tx, 'meeting-moved-up', id, now);
  return ids;
}
