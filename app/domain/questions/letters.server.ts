import { prepared } from '#db/prepared.server.ts';
import type { Db } from '#db/schema.ts';
import { lettersIn } from '#lint/letters.ts';
import { textsOfThread } from './texts.server.ts';

/** By question: ids are random, so those of different databases do not meet. */
const kept = new Map<string, { version: number; letters: string[] }>();
/** Threads whose letters are kept; the one that was read first goes first. */
const MOST = 1000;

const versionOf = prepared((db, { questionId }: { questionId: string }) =>
  db.selectFrom('question').select('version').where('id', '=', questionId),
);

/**
 * Letters that stand for people or places in what everybody sees of a thread. Who they are is stored nowhere, so a new
 * person is given none of them.
 *
 * @returns full-width letters; none where there is no such thread
 */
export async function lettersOfThread(db: Db, questionId: string): Promise<string[]> {
  const [head] = await versionOf(db, { questionId });
  if (!head) return [];
  const known = kept.get(questionId);
  if (known?.version === head.version) return known.letters;
  const texts = await textsOfThread(db, questionId, { unseen: true });
  const letters = lettersIn(texts.map(({ text }) => text).join('\n'));
  kept.set(questionId, { version: head.version, letters });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  return letters;
}
