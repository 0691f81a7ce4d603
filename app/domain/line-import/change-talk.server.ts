import type { Db, LineTalkKind } from '#db/schema.ts';
import { newId } from '../ids.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { readTalk, type TalkPage } from './bench.server.ts';
import { countOf, findInTalk, rewriteTalk, type TalkTexts, TITLE } from './check-talk.server.ts';
import { titleOf } from './talks.ts';

/** What the desk has made of a talk in its form. */
export interface TalkDraft {
  kind: LineTalkKind;
  title: string;
  programme: string;
  /** By message. */
  texts: Record<string, string>;
  /** Messages that are not to be published. */
  leftOut: ReadonlySet<string>;
}

/**
 * Keeps what the desk has written. Nobody else sees it.
 *
 * @param rewriting puts the check's rewrites into the texts as well
 */
export async function saveTalk(
  db: Db,
  id: string,
  draft: TalkDraft,
  rewriting: boolean,
): Promise<Outcome<TalkPage>> {
  const talk = await readTalk(db, id);
  if (!talk) return refused({ code: 'not-found' });
  if (talk.status === 'published') return refused({ code: 'decided' });
  const textOf = ({ id: messageId, text }: { id: string; text: string }) =>
    (draft.texts[messageId] ?? text).replace(/\r\n?/g, '\n').trim();
  let texts: TalkTexts = {
    [TITLE]: draft.title.trim(),
    ...Object.fromEntries(talk.messages.map((message) => [message.id, textOf(message)])),
  };
  let findings = await findInTalk(db, shown(texts, draft.leftOut));
  if (rewriting) {
    texts = { ...texts, ...rewriteTalk(shown(texts, draft.leftOut), findings) };
    findings = await findInTalk(db, shown(texts, draft.leftOut));
  }
  await db.transaction().execute(async (tx) => {
    for (const { id: messageId } of talk.messages)
      await tx
        .updateTable('line_message')
        .set({ text: texts[messageId] ?? '', left_out: draft.leftOut.has(messageId) ? 1 : 0 })
        .where('id', '=', messageId)
        .execute();
    await tx
      .updateTable('line_talk')
      .set({
        kind: draft.kind,
        title: texts[TITLE] ?? '',
        programme: draft.programme,
        status: 'open',
        checked: 1,
        errors: countOf(findings, 'error'),
        warnings: countOf(findings, 'warning'),
      })
      .where('id', '=', id)
      .execute();
  });
  const saved = await readTalk(db, id);
  return saved ? accepted(saved) : refused({ code: 'not-found' });
}

/** What would be published of the texts. */
export const shown = (texts: TalkTexts, leftOut: ReadonlySet<string>): TalkTexts =>
  Object.fromEntries(Object.entries(texts).filter(([field]) => !leftOut.has(field)));

/** Cuts a talk in two: what begins with a message stands for itself from then on. @returns the new talk's id */
export async function splitTalk(db: Db, id: string, messageId: string): Promise<Outcome<string>> {
  const talk = await readTalk(db, id);
  const at = talk?.messages.findIndex((message) => message.id === messageId) ?? -1;
  if (!talk || talk.status === 'published' || at <= 0) return refused({ code: 'not-found' });
  const moved = talk.messages.slice(at);
  const made = newId();
  await db.transaction().execute(async (tx) => {
    const { position } = await tx
      .selectFrom('line_talk')
      .select('position')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('line_talk')
      .set((eb) => ({ position: eb('position', '+', 1) }))
      .where('import_id', '=', talk.importId)
      .where('position', '>', position)
      .execute();
    const first = moved.find((message) => !message.leftOut) ?? moved[0];
    await tx
      .insertInto('line_talk')
      .values({
        id: made,
        import_id: talk.importId,
        position: position + 1,
        begins_at: moved[0]?.saidAt ?? '',
        kind: talk.kind,
        title: titleOf(first?.text ?? ''),
        programme: talk.programme,
        status: 'open',
        checked: 1,
        rewritten: 0,
        errors: 0,
        warnings: 0,
        published: null,
      })
      .execute();
    await tx
      .updateTable('line_message')
      .set({ talk_id: made })
      .where(
        'id',
        'in',
        moved.map((message) => message.id),
      )
      .execute();
  });
  await recount(db, id);
  await recount(db, made);
  return accepted(made);
}

/** Joins a talk with the one after it that is not published. */
export async function joinWithNext(db: Db, id: string): Promise<Outcome<string>> {
  const talk = await readTalk(db, id);
  if (!talk || talk.status === 'published') return refused({ code: 'not-found' });
  const joined = await db.transaction().execute(async (tx) => {
    const { position } = await tx
      .selectFrom('line_talk')
      .select('position')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const next = await tx
      .selectFrom('line_talk')
      .select('id')
      .where('import_id', '=', talk.importId)
      .where('position', '>', position)
      .where('status', '!=', 'published')
      .orderBy('position')
      .limit(1)
      .executeTakeFirst();
    if (!next) return false;
    await tx
      .updateTable('line_message')
      .set((eb) => ({ talk_id: id, position: eb('position', '+', talk.messages.length) }))
      .where('talk_id', '=', next.id)
      .execute();
    await tx.deleteFrom('line_talk').where('id', '=', next.id).execute();
    await tx.updateTable('line_talk').set({ status: 'open' }).where('id', '=', id).execute();
    return true;
  });
  if (!joined) return refused({ code: 'not-found' });
  await recount(db, id);
  return accepted(id);
}

/** Puts a talk aside, or takes it back onto the bench. */
export async function setAside(db: Db, id: string, aside: boolean): Promise<Outcome<null>> {
  const { numUpdatedRows } = await db
    .updateTable('line_talk')
    .set({ status: aside ? 'left' : 'open' })
    .where('id', '=', id)
    .where('status', '!=', 'published')
    .executeTakeFirst();
  return numUpdatedRows === 0n ? refused({ code: 'not-found' }) : accepted(null);
}

async function recount(db: Db, id: string): Promise<void> {
  const talk = await readTalk(db, id);
  if (!talk) return;
  const texts = { [TITLE]: talk.title, ...Object.fromEntries(talk.messages.map((m) => [m.id, m.text])) };
  const out = new Set(talk.messages.filter((message) => message.leftOut).map((message) => message.id));
  const findings = await findInTalk(db, shown(texts, out));
  await db
    .updateTable('line_talk')
    .set({ errors: countOf(findings, 'error'), warnings: countOf(findings, 'warning') })
    .where('id', '=', id)
    .execute();
}
