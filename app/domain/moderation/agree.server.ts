import type { TextKind, Tx } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { isFullName, isLikelyFullName } from '#lint/persons/lexicon.ts';
import { personKey } from '#lint/persons/mention.ts';

/** Stands for why a passage may stay, where the desk agreed with the author of a text. */
const AGREED = '書いた人の申し出を確かめました' as AnonymizedText;

/** Whether a disputed passage is somebody's full name, which no network may allow as a word. */
export const isNameOf = (passage: string): boolean => {
  const name = personKey(passage);
  return isFullName(name) || isLikelyFullName(name);
};

const disputedIn = (tx: Tx, id: string) =>
  tx.selectFrom('objection').select(['rule_id', 'passage']).where('post_id', '=', id).execute();

/**
 * The desk has looked at a text: what it let through is not brought before it again when rules change.
 *
 * @param textId the text that says it from now on, where that is another than the one that waited
 */
export async function keepAgreed(
  tx: Tx,
  deskId: string,
  kind: TextKind,
  id: string,
  textId: string,
  now: Date,
): Promise<void> {
  const decision = { decided_by: deskId, decided_at: now.toISOString(), reason: AGREED };
  await tx
    .updateTable('recheck_hit')
    .set(decision)
    .where('text_id', '=', textId)
    .where('decided_at', 'is', null)
    .execute();
  const disputed = await disputedIn(tx, id);
  if (disputed.length === 0) return;
  await tx
    .insertInto('recheck_hit')
    .values(
      disputed.map((hit) => ({ ...hit, kind, text_id: textId, found_at: now.toISOString(), ...decision })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** From now on the disputed words of a text are no names for the whole network. */
export async function allowWordsOf(tx: Tx, deskId: string, id: string, now: Date): Promise<void> {
  const words = new Set((await disputedIn(tx, id)).map(({ passage }) => passage));
  const disputed = [...words].filter((passage) => !isNameOf(passage));
  if (disputed.length === 0) return;
  await tx
    .insertInto('allowed_word')
    .values(
      disputed.map((passage) => ({
        word: passage as AnonymizedText,
        reason: AGREED,
        allowed_by: deskId,
        allowed_at: now.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
