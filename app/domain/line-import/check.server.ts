import type { Db } from '#db/schema.ts';
import { countOf, findInTalk, rewriteTalk, type TalkTexts, TITLE } from './check-talk.server.ts';
import { withoutGreeting } from './talks.ts';

/** Talks that are checked between two looks at the rest of the work. */
const BATCH = 20;

/**
 * Checks some of the talks that lie on the bench unchecked, and puts the rewrites into their texts: what the desk looks
 * at is a proposal that names nobody, as far as the check knows.
 *
 * @returns whether there was anything to do
 */
export async function stepLineCheck(db: Db): Promise<boolean> {
  const talks = await db
    .selectFrom('line_talk')
    .select(['id', 'title'])
    .where('checked', '=', 0)
    .orderBy('import_id')
    .orderBy('position')
    .limit(BATCH)
    .execute();
  for (const talk of talks) await checkOne(db, talk);
  return talks.length > 0;
}

async function checkOne(db: Db, { id, title }: { id: string; title: string }): Promise<void> {
  const messages = await db
    .selectFrom('line_message')
    .select(['id', 'typed'])
    .where('talk_id', '=', id)
    .orderBy('position')
    .execute();
  const typed: TalkTexts = {
    [TITLE]: title,
    // Who writes stands above every post here, so nobody needs to say it first.
    ...Object.fromEntries(messages.map((message) => [message.id, withoutGreeting(message.typed)])),
  };
  const checked = await proposalFor(db, typed);
  await db.transaction().execute(async (tx) => {
    for (const message of messages) {
      const text = checked.texts[message.id] ?? message.typed;
      if (text !== message.typed)
        await tx.updateTable('line_message').set({ text }).where('id', '=', message.id).execute();
    }
    await tx
      .updateTable('line_talk')
      .set({
        title: checked.texts[TITLE] ?? title,
        checked: 1,
        rewritten: checked.rewritten,
        errors: checked.errors,
        warnings: checked.warnings,
      })
      .where('id', '=', id)
      .execute();
  });
}

/** How often rewriting is tried: what was rewritten may let something else be seen. */
const ROUNDS = 2;

async function proposalFor(db: Db, typed: TalkTexts) {
  let texts = typed;
  let rewritten = 0;
  try {
    let findings = await findInTalk(db, texts);
    for (let round = 0; round < ROUNDS && findings.length > 0; round += 1) {
      texts = rewriteTalk(texts, findings);
      rewritten += findings.length;
      findings = await findInTalk(db, texts);
    }
    return { texts, rewritten, errors: countOf(findings, 'error'), warnings: countOf(findings, 'warning') };
  } catch {
    // Too long for the check, or it came to no end: the desk has to shorten it, and it is not to be published so.
    return { texts: typed, rewritten: 0, errors: 1, warnings: 0 };
  }
}
