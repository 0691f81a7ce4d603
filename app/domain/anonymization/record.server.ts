import type { PostKind, Tx } from '#db/schema.ts';
import type { Acknowledgement, AnonymizedText, GateResult } from '#lint/gate.ts';

// Passages are parts of the text that just passed (or waits for the desk), so they may be stored beside it.
const passage = (text: string) => text as AnonymizedText;

type Accepted = Exclude<GateResult<string>, { verdict: 'refuse' }>;

/** The same as `recordDecisions` for a post that was written anew: what was decided of its former text is over. */
export async function replaceDecisions(
  tx: Tx,
  kind: PostKind,
  postId: string,
  checked: Accepted,
  now: Date,
): Promise<void> {
  await tx.deleteFrom('objection').where('post_id', '=', postId).execute();
  await forgetKept(tx, postId);
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
  await addKept(tx, postId, checked.kept);
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

/** Keeps with a text, which may have been there before, why its warnings stayed. */
export async function recordKept(tx: Tx, textId: string, kept: readonly Acknowledgement[]): Promise<void> {
  await forgetKept(tx, textId);
  await addKept(tx, textId, kept);
}

async function forgetKept(tx: Tx, textId: string): Promise<void> {
  await tx.deleteFrom('kept_warning').where('post_id', '=', textId).execute();
  await forgetHits(tx, textId);
}

/** The same, besides what was kept before: for texts by many that are one to the check. */
export async function addKept(tx: Tx, textId: string, kept: readonly Acknowledgement[]): Promise<void> {
  if (kept.length === 0) return;
  await tx
    .insertInto('kept_warning')
    .values(
      kept.map(({ ruleId, text, reason, note }) => ({
        post_id: textId,
        rule_id: ruleId,
        passage: passage(text),
        reason,
        note: passage(note),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A text that was written anew has passed the check: what was found in the old one, and decided on, is over. */
export async function forgetHits(tx: Tx, textId: string): Promise<void> {
  await tx.deleteFrom('recheck_hit').where('text_id', '=', textId).execute();
}
