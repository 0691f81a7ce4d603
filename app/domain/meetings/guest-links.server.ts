import type { Db, MeetingSide } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { hashToken, newId, newToken } from '../ids.server.ts';

/** Makes a link by which people of one side sign up without an account. @returns its secret, shown this once */
export async function makeGuestLink(
  db: Db,
  deskId: string,
  slug: string,
  side: MeetingSide,
  now: Date,
): Promise<string> {
  const token = newToken();
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('meeting_guest_link')
      .values({
        id,
        meeting_slug: slug,
        side,
        token_hash: hashToken(token),
        made_by: deskId,
        made_at: now.toISOString(),
      })
      .execute();
    await recordAudit(tx, deskId, 'guest-link-made', `meeting:${slug}`, now);
  });
  return token;
}

/** The links of a meeting; their addresses can be read back by nobody. */
export function guestLinks(db: Db, slug: string) {
  return db
    .selectFrom('meeting_guest_link')
    .select(['id', 'side', 'made_at as madeAt'])
    .where('meeting_slug', '=', slug)
    .orderBy('made_at')
    .execute();
}

export async function revokeGuestLink(
  db: Db,
  deskId: string,
  slug: string,
  id: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('meeting_guest_link').where('id', '=', id).where('meeting_slug', '=', slug).execute();
    await recordAudit(tx, deskId, 'guest-link-ended', `meeting:${slug}`, now);
  });
}

export async function findGuestLink(db: Db, slug: string, token: string) {
  return db
    .selectFrom('meeting_guest_link')
    .select(['meeting_slug as slug', 'side'])
    .where('meeting_slug', '=', slug)
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
}
