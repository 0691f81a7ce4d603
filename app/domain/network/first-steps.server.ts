import type { Db } from '#db/schema.ts';
import { countQuestions } from '../questions/tally.server.ts';

export interface FirstSteps {
  /** Whether anybody was invited yet; null for those who invite nobody. */
  invited: boolean | null;
  introduced: boolean;
}

/** What a member can do to bring a network to life; null once there is a question. */
export async function firstSteps(
  db: Db,
  viewer: { role: string; introduced: boolean },
): Promise<FirstSteps | null> {
  if ((await countQuestions(db, 'all')).total > 0) return null;
  const { introduced } = viewer;
  if (viewer.role !== 'secretariat') return { invited: null, introduced };
  const invitation = await db.selectFrom('invitation').select('token_hash').limit(1).executeTakeFirst();
  return { invited: invitation !== undefined, introduced };
}
