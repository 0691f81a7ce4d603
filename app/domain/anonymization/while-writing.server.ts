import type { Db } from '#db/schema.ts';
import type { Finding, Profile } from '#lint/rule.ts';
import { findAll, hintedWords } from './check.server.ts';

/** A post that is not sent yet, and what its author's browser knows of letters. */
export interface Unsent<F extends string> {
  profile: Profile;
  texts: Readonly<Record<F, string>>;
  /** Name → letter, as the author sees or has used it. */
  letters: ReadonlyMap<string, string>;
  /** Letters that its thread uses already. */
  takenLetters: readonly string[];
}

/**
 * What the gate would find in a post that is still being written. A help for the author: it stores nothing and decides
 * nothing.
 */
export async function findWhileWriting<F extends string>(
  db: Db,
  { texts, ...known }: Unsent<F>,
  author: { familyName: string },
): Promise<Array<Finding & { field: F }>> {
  const words = await hintedWords.get(db);
  return findAll(texts, { ...known, ...words, authorName: author.familyName });
}
