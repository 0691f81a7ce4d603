import type { PostKind, Tx } from '#db/schema.ts';
import type { AnonymizedText, GateResult } from '#lint/gate.ts';

type Accepted = Exclude<GateResult<string>, { verdict: 'refuse' }>;

/** The same as `recordDecisions` for a post that was written anew: what was decided of its former text is over. */
export async function replaceDecisions(
  tx: Tx,
  kind: PostKind,
  postId: string,
  checked: Accepted,
  now: Date,
): Promise<void> {
  await tx.deleteFrom('kept_warning').where('post_id', '=', postId).execute();
  await tx.deleteFrom('objection').where('post_id', '=', postId).execute();
  await forgetHits(tx, postId);
  await recordDecisions(tx, kind, postId, checked, now);
}

/** Keeps with a new post why its warnings stayed and which findings its author disputes. */
export async function recordDecisions(
  tx: Tx,
  kind: PostKind,
  postId: string,
  checked: Accepted,
  now: Date,
): Promise<void> {
  // Passages are parts of the text that just passed (or waits for the desk), so they may be stored beside it.
  const passage = (text: string) => text as AnonymizedText;
  if (checked.kept.length > 0) {
    await tx
      .insertInto('kept_warning')
      .values(
        checked.kept.map(({ ruleId, text, reason, note }) => ({
          post_id: postId,
          rule_id: ruleId,
          passage: passage(text),
          reason,
          note: passage(note),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (checked.verdict === 'wait') {
    await tx
      .insertInto('objection')
      .values(
        checked.disputed.map(({ ruleId, text }) => ({
          post_id: postId,
          kind,
          rule_id: ruleId,
          passage: passage(text),
          raised_at: now.toISOString(),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** A text that was written anew has passed the check: what was found in the old one, and decided on, is over. */
export async function forgetHits(tx: Tx, textId: string): Promise<void> {
  await tx.deleteFrom('recheck_hit').where('text_id', '=', textId).execute();
}
