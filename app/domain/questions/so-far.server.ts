import type { Db } from '#db/schema.ts';
import { lettersIn } from '#lint/letters.ts';
import { type ThreadPart, textsOfThread } from './texts.server.ts';

/** What everybody can read of a thread already, as far as the check of another post needs it. */
export interface SoFar {
  /** Full-width letters that stand for people or places. */
  letters: readonly string[];
  text: string;
}

/** UTF-16 code units of a thread that are read for a client's attributes: its question and some dozens of answers. */
const MOST_CONTEXT = 30_000;

export const NOTHING_SO_FAR: SoFar = { letters: [], text: '' };

/**
 * A question that waits or is hidden tells nobody anything, not even by what is found beside it; its own author goes on
 * with it.
 *
 * @param replaced what its author is about to write anew, so that the old text does not count
 */
export async function readSoFar(db: Db, questionId: string, replaced?: ThreadPart): Promise<SoFar> {
  const isOwn = replaced?.id === questionId;
  const texts = await textsOfThread(db, questionId, { unseen: isOwn });
  const others = texts.filter(({ kind, id }) => kind !== replaced?.kind || id !== replaced.id);
  const text = others.map((part) => part.text).join('\n');
  return { letters: lettersIn(texts.map((part) => part.text).join('\n')), text: text.slice(0, MOST_CONTEXT) };
}
