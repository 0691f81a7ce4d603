import type { Db, Role } from '#db/schema.ts';

/**
 * A month: whoever is with the network that long has met its ways at least at one of the monthly meetings. Until then,
 * and until the third post, edits of other people's notes are suggestions.
 */
const DAYS = 30;
const POSTS = 3;

const DAY = 24 * 60 * 60 * 1000;

/** Whether edits of notes that others keep are suggestions. The secretariat runs the network from its first day. */
export async function isNewcomer(
  db: Db,
  { id, role }: { id: string; role: Role },
  now: Date,
): Promise<boolean> {
  if (role === 'secretariat') return false;
  const member = await db.selectFrom('member').select('joined_at').where('id', '=', id).executeTakeFirst();
  if (!member) return true;
  if (now.getTime() - Date.parse(member.joined_at) < DAYS * DAY) return true;
  const posts = await db
    .selectFrom('question')
    .select('id')
    .where('author_id', '=', id)
    .where('status', '=', 'visible')
    .unionAll(
      db.selectFrom('answer').select('id').where('author_id', '=', id).where('status', '=', 'visible'),
    )
    .unionAll(
      db.selectFrom('comment').select('id').where('author_id', '=', id).where('status', '=', 'visible'),
    )
    .unionAll(db.selectFrom('note').select('id').where('keeper_id', '=', id))
    .limit(POSTS)
    .execute();
  return posts.length < POSTS;
}
