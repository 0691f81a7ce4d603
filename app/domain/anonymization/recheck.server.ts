import type { Db, Tx } from '#db/schema.ts';
import { newId } from '../ids.server.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { blockingOf, findPassages, missingIn, type Passage, passageKey } from './compare.server.ts';
import { type KnownWords, knownWords, type LintSettings, readLintSettings } from './settings.server.ts';
import { countTexts, type PublishedText, publishedTexts, TEXT_KINDS } from './texts.server.ts';

/** Texts that are checked between two looks at the rest of the work. */
const BATCH = 20;

/**
 * Writes down that everything posted is to be checked anew; the worker walks through it in small steps.
 *
 * @param before the settings until now: what they found already is no news. null where everything found is to be listed
 */
export async function startRecheck(
  tx: Tx,
  deskId: string,
  before: LintSettings | null,
  after: LintSettings,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('recheck')
    .values({
      id: newId(),
      asked_by: deskId,
      asked_at: now.toISOString(),
      old_settings: before && JSON.stringify(before),
      new_settings: JSON.stringify(after),
      kind: TEXT_KINDS[0]!,
      after_id: '',
      total: await countTexts(tx),
      checked: 0,
      failed: 0,
      finished_at: null,
    })
    .execute();
}

/** Has everything checked by the rules as they are now, because an update of the site may have brought new ones. */
export async function recheckEverything(db: Db, deskId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await startRecheck(tx, deskId, null, await readLintSettings(tx), now);
  });
}

/** The walk that is under way, or else the last one; undefined where there was none. */
export async function currentRecheck(db: Db) {
  const columns = ['asked_at as askedAt', 'total', 'checked', 'failed', 'finished_at as finishedAt'] as const;
  const jobs = db.selectFrom('recheck').select(columns);
  return (
    (await jobs.where('finished_at', 'is', null).orderBy('asked_at').limit(1).executeTakeFirst()) ??
    (await jobs.orderBy('asked_at', 'desc').limit(1).executeTakeFirst())
  );
}

/**
 * Goes one step along the oldest walk that is not finished. Where it is stands in the table, so that it goes on after
 * a restart; a step that was taken twice leaves what one leaves.
 *
 * @returns whether there was anything to do
 */
export async function stepRecheck(db: Db, now: Date): Promise<boolean> {
  const job = await db
    .selectFrom('recheck')
    .selectAll()
    .where('finished_at', 'is', null)
    .orderBy('asked_at')
    .limit(1)
    .executeTakeFirst();
  if (!job) return false;
  const texts = await publishedTexts(db, job.kind, { after: job.after_id, limit: BATCH });
  const known = await knownWords(db);
  const settings = (json: string | null): KnownWords | null =>
    json === null ? null : { ...known, ...(JSON.parse(json) as LintSettings) };
  const before = settings(job.old_settings);
  const after = settings(job.new_settings) ?? known;
  const found: Array<{ text: PublishedText; all: Map<string, Passage>; fresh: Passage[] }> = [];
  let failed = 0;
  for (const text of texts) {
    try {
      const all = blockingOf(await findPassages(text, after));
      const old =
        before && all.size > 0 ? blockingOf(await findPassages(text, before)) : new Map<string, Passage>();
      found.push({ text, all, fresh: missingIn(all, old) });
    } catch {
      // The rule's error would say nothing that the desk could mend; the walk goes on without this text.
      failed += 1;
    }
  }
  const nextKind = TEXT_KINDS[TEXT_KINDS.indexOf(job.kind) + 1];
  const last = texts.at(-1);
  const next = last
    ? { after_id: last.id, checked: job.checked + texts.length, failed: job.failed + failed }
    : nextKind
      ? { kind: nextKind, after_id: '' }
      : { finished_at: now.toISOString(), old_settings: null, new_settings: null };
  await db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('recheck')
      .set(next)
      .where('id', '=', job.id)
      .where('kind', '=', job.kind)
      .where('after_id', '=', job.after_id)
      .where('finished_at', 'is', null)
      .executeTakeFirst();
    // Another process has taken this step.
    if (numUpdatedRows === 0n) return;
    for (const { text, all, fresh } of found) {
      await forgetWhatIsNoFinding(tx, text, all);
      await addHits(tx, text, fresh, now);
    }
  });
  return true;
}

/** What waits for the desk's decision and is found no more needs none. */
async function forgetWhatIsNoFinding(
  tx: Tx,
  { id }: PublishedText,
  found: Map<string, Passage>,
): Promise<void> {
  const open = await tx
    .selectFrom('recheck_hit')
    .select(['rule_id as ruleId', 'passage'])
    .where('text_id', '=', id)
    .where('decided_at', 'is', null)
    .execute();
  for (const hit of open.filter((one) => !found.has(passageKey(one)))) {
    await tx
      .deleteFrom('recheck_hit')
      .where('text_id', '=', id)
      .where('rule_id', '=', hit.ruleId)
      .where('passage', '=', hit.passage)
      .execute();
  }
}

/** What its author gave a reason for, and what the desk has decided about before, is not asked again. */
async function addHits(
  tx: Tx,
  { kind, id }: PublishedText,
  passages: readonly Passage[],
  now: Date,
): Promise<void> {
  if (passages.length === 0) return;
  const kept = await tx
    .selectFrom('kept_warning')
    .select(['rule_id as ruleId', 'passage'])
    .where('post_id', '=', id)
    .execute();
  const reasoned = new Set(kept.map(passageKey));
  for (const { ruleId, passage } of passages.filter((one) => !reasoned.has(passageKey(one)))) {
    await tx
      .insertInto('recheck_hit')
      .values({
        kind,
        text_id: id,
        rule_id: ruleId,
        passage,
        found_at: now.toISOString(),
        decided_by: null,
        decided_at: null,
        reason: NO_TEXT,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
