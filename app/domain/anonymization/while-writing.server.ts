import type { Db } from '#db/schema.ts';
import type { Finding, Profile } from '#lint/rule.ts';
import { NOTHING_SO_FAR, readSoFar } from '../questions/so-far.server.ts';
import type { ThreadPart } from '../questions/texts.server.ts';
import { checkOptions, findAll } from './check.server.ts';

/** A post that is not sent yet, and what its author's browser knows of letters. */
export interface Unsent<F extends string> {
  profile: Profile;
  texts: Readonly<Record<F, string>>;
  /** Name → letter, as the author sees or has used it. */
  letters: ReadonlyMap<string, string>;
  /** Letters that its thread uses already. */
  takenLetters: readonly string[];
  /** The question that it is written for. */
  thread: string | null;
  /** What it is to stand in the place of. */
  replaced: ThreadPart | undefined;
}

/**
 * What the gate would find in a post that is still being written. A help for the author: it stores nothing and decides
 * nothing.
 */
export async function findWhileWriting<F extends string>(
  db: Db,
  { texts, profile, letters, takenLetters, thread, replaced }: Unsent<F>,
  author: { familyName: string },
): Promise<Array<Finding & { field: F }>> {
  const soFar =
    thread !== null && (await isSeen(db, thread)) ? await readSoFar(db, thread, replaced) : NOTHING_SO_FAR;
  const options = await checkOptions(db, profile, author, soFar);
  return findAll(texts, { ...options, letters, takenLetters });
}

/** Whose post is replaced is the browser's word here, so the thread must be one that everybody sees. */
async function isSeen(db: Db, questionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('question')
    .select('id')
    .where('id', '=', questionId)
    .where('status', '=', 'visible')
    .executeTakeFirst();
  return row !== undefined;
}
