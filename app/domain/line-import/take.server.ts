import { hash } from 'node:crypto';
import type { Db, Tx } from '#db/schema.ts';
import { recordAudit } from '../audit.server.ts';
import { newId } from '../ids.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { decodeExport, NoTextError } from './decode.ts';
import { type LineMessage, parseExport } from './parse.ts';
import { type ProgrammeWords, programmeOf } from './programme-of.ts';
import { isCourtesy, talksOf } from './talks.ts';

/** What has been made of a file. */
export interface Taken {
  /** undefined where nothing was stored: a trial, or a file that brings nothing new. */
  importId: string | undefined;
  room: string;
  messages: number;
  talks: number;
  /** Messages that an earlier file had already. */
  known: number;
  leftOut: number;
  unknown: Array<{ line: number; text: string }>;
}

/** Rows in one INSERT. */
const BATCH = 400;

/**
 * Takes an export of the chat onto the bench: nothing of it is published. Messages that an earlier file had are left
 * out, so that the same file adds nothing twice.
 *
 * @param trial only says what would come of it
 * @returns the refusal `invalid` with the field `file` for a file that is no chat
 */
export async function takeExport(
  db: Db,
  deskId: string,
  bytes: Uint8Array,
  now: Date,
  trial = false,
): Promise<Outcome<Taken>> {
  if (bytes.length === 0) return refused({ code: 'invalid', fields: { file: 'missing' } });
  let exported: string;
  try {
    exported = decodeExport(bytes);
  } catch (error) {
    if (!(error instanceof NoTextError)) throw error;
    return refused({ code: 'invalid', fields: { file: 'unreadable' } });
  }
  const chat = parseExport(exported);
  if (chat.messages.length === 0) return refused({ code: 'invalid', fields: { file: 'unreadable' } });
  const seen = await seenAmong(db, chat.messages.map(fingerprintOf));
  const fresh = chat.messages.filter((message) => !seen.has(fingerprintOf(message)));
  const talks = talksOf(fresh);
  const taken = {
    room: chat.room ?? 'LINE',
    messages: fresh.length,
    talks: talks.length,
    known: seen.size,
    leftOut: chat.leftOut,
    unknown: chat.unknown,
  };
  if (trial || fresh.length === 0) return accepted({ importId: undefined, ...taken });
  const programmes = await programmeWords(db);
  const importId = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('line_import')
      .values({
        id: importId,
        room: taken.room,
        imported_by: deskId,
        imported_at: now.toISOString(),
        known: taken.known,
        left_out: taken.leftOut,
        unknown: JSON.stringify(taken.unknown),
      })
      .execute();
    const placed = talks.map((talk, position) => ({ id: newId(), position, ...talk }));
    await inBatches(placed, (some) =>
      tx
        .insertInto('line_talk')
        .values(
          some.map(({ id, position, messages, kind, title }) => ({
            id,
            import_id: importId,
            position,
            begins_at: instantOf(messages[0] as LineMessage),
            kind,
            title,
            programme: programmeOf(messages.map(({ text }) => text).join('\n'), programmes),
            status: kind === 'out' ? ('left' as const) : ('open' as const),
            checked: 0 as const,
            rewritten: 0,
            errors: 0,
            warnings: 0,
            published: null,
          })),
        )
        .execute(),
    );
    const messages = placed.flatMap(({ id, messages: said }) =>
      said.map((message, position) => ({ talkId: id, position, message })),
    );
    await inBatches(messages, (some) =>
      tx
        .insertInto('line_message')
        .values(
          some.map(({ talkId, position, message }) => ({
            id: newId(),
            talk_id: talkId,
            position,
            fingerprint: fingerprintOf(message),
            name: message.name,
            said_at: instantOf(message),
            typed: message.text,
            text: message.text,
            left_out: isCourtesy(message.text) ? (1 as const) : (0 as const),
          })),
        )
        .execute(),
    );
    await remember(tx, fresh.map(fingerprintOf));
    await recordAudit(tx, deskId, 'import-line', importId, now);
  });
  return accepted({ importId, ...taken });
}

/** Two exports of a room overlap: what has the same day, time, name, text and place among its equals is the same. */
const fingerprintOf = ({ day, time, name, text, occurrence }: LineMessage): string =>
  hash('sha256', JSON.stringify([day, time, name, text, occurrence]), 'hex');

const instantOf = ({ day, time }: LineMessage): string => new Date(`${day}T${time}:00+09:00`).toISOString();

async function seenAmong(db: Db, fingerprints: readonly string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  await inBatches(fingerprints, async (some) => {
    const rows = await db
      .selectFrom('line_seen')
      .select('fingerprint')
      .where('fingerprint', 'in', some)
      .execute();
    for (const { fingerprint } of rows) seen.add(fingerprint);
  });
  return seen;
}

const remember = (tx: Tx, fingerprints: readonly string[]) =>
  inBatches(fingerprints, (some) =>
    tx
      .insertInto('line_seen')
      .values(some.map((fingerprint) => ({ fingerprint })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );

async function inBatches<T>(all: readonly T[], take: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += BATCH) await take(all.slice(from, from + BATCH));
}

async function programmeWords(db: Db): Promise<ProgrammeWords[]> {
  const rows = await db
    .selectFrom('programme')
    .select(['slug', 'name', 'aliases'])
    .orderBy('position')
    .execute();
  return rows.map(({ aliases, ...programme }) => ({
    ...programme,
    aliases: JSON.parse(aliases) as string[],
  }));
}
