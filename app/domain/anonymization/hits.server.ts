import type { Db, PaperKind, PostKind, TextKind, Tx } from '#db/schema.ts';
import { lintFully } from '#lint/full.server.ts';
import { type AnonymizedText, gate } from '#lint/gate.ts';
import { recordAudit } from '../audit.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { withdrawIn } from '../posts/delete.server.ts';
import { LIMITS } from '../posts/limits.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { requiredTextProblem, tidyLine } from '../posts/text-problems.ts';
import { hideIn } from './hidden.server.ts';
import { deskOptionsFor, inOneSpelling, knownWords } from './settings.server.ts';
import { publishedTexts, TEXT_KINDS } from './texts.server.ts';

/** A passage that a recheck found, with what stands around it. */
export interface RecheckHit {
  kind: TextKind;
  id: string;
  ruleId: string;
  before: string;
  passage: string;
  after: string;
  title: string;
  href: string;
}

/** UTF-16 code units that are shown on each side of a passage. */
const AROUND = 40;

const isPost = (kind: TextKind): kind is PostKind =>
  kind === 'question' || kind === 'answer' || kind === 'comment';

/** What waits for a decision, in the order in which it was found. What is out of sight waits elsewhere. */
export async function openHits(db: Db, most: number): Promise<RecheckHit[]> {
  const rows = await db
    .selectFrom('recheck_hit')
    .select(['kind', 'text_id as id', 'rule_id as ruleId', 'passage'])
    .where('decided_at', 'is', null)
    .orderBy('found_at')
    .orderBy('text_id')
    .limit(most)
    .execute();
  const ids = Map.groupBy(rows, ({ kind }) => kind);
  const texts = await Promise.all(
    TEXT_KINDS.map((kind) => publishedTexts(db, kind, { ids: (ids.get(kind) ?? []).map(({ id }) => id) })),
  );
  const byId = new Map(texts.flat().map((text) => [text.id, text]));
  return rows.flatMap((row) => {
    const text = byId.get(row.id);
    if (!text) return [];
    const field = Object.values(text.fields).find((one) => one.includes(row.passage)) ?? '';
    const at = field.indexOf(row.passage);
    const end = at + row.passage.length;
    const around =
      at < 0
        ? { before: '', after: '' }
        : { before: field.slice(Math.max(0, at - AROUND), at), after: field.slice(end, end + AROUND) };
    return [{ ...row, ...around, title: text.title, href: text.href }];
  });
}

export async function countOpenHits(db: Db): Promise<number> {
  // Posts that wait for the desk in another list come back to this one when they are let through.
  const pending = (kind: PostKind) =>
    db.selectFrom(kind).select('id').where('status', 'in', ['waiting', 'hidden']);
  const { n } = await db
    .selectFrom('recheck_hit')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('decided_at', 'is', null)
    .where('text_id', 'not in', pending('question').union(pending('answer')).union(pending('comment')))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** The desk lets a passage stay; why is kept beside it and may quote the passage, but name nobody else. */
export async function keepHit(
  db: Db,
  deskId: string,
  hit: { id: string; ruleId: string; passage: string },
  typed: string,
  now: Date,
): Promise<Outcome<null>> {
  const reason = tidyLine(typed);
  const problem = requiredTextProblem(reason, LIMITS.keepNote);
  if (problem) return refused({ code: 'invalid', fields: { reason: problem } });
  const options = deskOptionsFor(await knownWords(db), [inOneSpelling(hit.passage)]);
  const errors = (await lintFully({ reason }, options)).filter(({ severity }) => severity === 'error');
  const checked = gate({ reason }, options, errors);
  if (checked.verdict !== 'pass') return refused({ code: 'invalid', fields: { reason: 'names-somebody' } });
  return db.transaction().execute(async (tx) => {
    const kind = await decide(tx, deskId, hit, checked.texts.reason, now);
    if (!kind) return refused({ code: 'not-found' });
    await recordAudit(tx, deskId, 'kept', `${kind}:${hit.id}`, now);
    return accepted(null);
  });
}

async function decide(
  tx: Tx,
  deskId: string,
  { id, ruleId, passage }: { id: string; ruleId: string; passage: string },
  reason: AnonymizedText,
  now: Date,
): Promise<TextKind | undefined> {
  const decided = await tx
    .updateTable('recheck_hit')
    .set({ decided_by: deskId, decided_at: now.toISOString(), reason })
    .where('text_id', '=', id)
    .where('rule_id', '=', ruleId)
    .where('passage', '=', passage)
    .where('decided_at', 'is', null)
    .returning('kind')
    .executeTakeFirst();
  return decided?.kind;
}

/**
 * The desk takes the text of a hit out of sight. A post then waits among those that were reported, a paper in its own
 * list; the other hits in it need no decision meanwhile.
 */
export async function hideHit(db: Db, deskId: string, id: string, now: Date): Promise<Outcome<null>> {
  return db.transaction().execute(async (tx) => {
    const hit = await tx
      .updateTable('recheck_hit')
      .set({ decided_by: deskId, decided_at: now.toISOString(), reason: NO_TEXT })
      .where('text_id', '=', id)
      .where('decided_at', 'is', null)
      .returning('kind')
      .execute();
    const kind = hit[0]?.kind;
    if (!kind) return refused({ code: 'not-found' });
    if (!isPost(kind)) {
      await hideIn(tx, deskId, kind satisfies PaperKind, id, now);
      return accepted(null);
    }
    const hidden = await withdrawIn(tx, deskId, kind, id, 'hidden', now);
    return hidden.ok ? accepted(null) : hidden;
  });
}
