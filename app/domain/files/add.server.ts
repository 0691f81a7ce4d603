import type { Db, Tx } from '#db/schema.ts';
import { CheckUnavailable } from '#lint/check-thread.server.ts';
import { inTurn } from '../anonymization/in-turn.server.ts';
import { recordAudit } from '../audit.server.ts';
import { newId } from '../ids.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { checkFile, type FileChecked, namedSo } from './check.server.ts';
import { cleanStem, endingOf } from './clean-name.ts';
import type { Files } from './files.server.ts';
import type { Weighed } from './folder.server.ts';
import { KINDS, MOST_OF_OWNER } from './kinds.ts';
import type { Looked } from './look.server.ts';
import type { Owner } from './owner.server.ts';
import { type FileOutcome, type FileProblem, FileRefused } from './problem.ts';
import { scan } from './scanner.server.ts';

/** A file that came in and lies in the folder for what comes in. */
export interface SentFile {
  path: string;
  /** As the browser told it. */
  name: string;
  bytes: number;
  /** Longer than the setting allows; the rest was thrown away. */
  cut: boolean;
}

/** Whole files of one member follow one another, so that nobody has the workshop to themselves. */
const line = (memberId: string) => `files of ${memberId}`;

/**
 * Attaches files to their owner, each that nothing is wrong with.
 *
 * @param looked the member says that pictures show nobody
 * @throws when the database or the disk fails; nothing of a refused file is kept
 */
export async function addFiles(
  db: Db,
  files: Files,
  owner: Owner,
  member: { id: string; familyName: string },
  sent: readonly SentFile[],
  looked: boolean,
  now: Date,
): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const file of sent) {
    const add = () => addFile(db, files, owner, member, file, looked, now);
    outcomes.push(await inTurn(line(member.id), add));
  }
  return outcomes;
}

async function addFile(
  db: Db,
  files: Files,
  owner: Owner,
  member: { id: string; familyName: string },
  file: SentFile,
  looked: boolean,
  now: Date,
): Promise<FileOutcome> {
  const ending = endingOf(file.name);
  const stem = cleanStem(file.name);
  // A name that was refused goes back to the page it came from and nowhere else.
  const shown = ending === '' ? stem : `${stem}.${ending}`;
  const keep = files.folder.incoming();
  const errand = { path: file.path, ending, keep, preview: `${keep}p` };
  try {
    if (file.cut) throw new FileRefused('too-heavy');
    if (file.bytes === 0) throw new FileRefused('empty');
    if ((await countOf(db, owner.key)) >= MOST_OF_OWNER) throw new FileRefused('too-many');
    if (files.scanner) await scan(files.scanner, file.path);
    const seen = await files.workshop.look(errand);
    if ('problem' in seen) throw new FileRefused(seen.problem);
    const found = seen.looked;
    const checked = await checkFile(db, { ...found, stem }, owner.profile, member);
    if (!checked.ok) return { ok: false, name: shown, problem: 'not-anonymous', ...told(checked) };
    if (found.isPicture && !looked) throw new FileRefused('unseen');
    const hasPreview = found.kind === 'pdf' ? await files.workshop.draw(errand) : found.hasPreview;
    const preview = hasPreview ? errand.preview : null;
    const id = await attach(db, files, owner, member.id, { found, checked, keep, preview }, now);
    return {
      ok: true,
      id,
      name: namedSo(checked.stem, KINDS[found.kind].ending),
      warnings: checked.warnings,
    };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return { ok: false, name: shown, problem };
  } finally {
    for (const path of [file.path, errand.keep, errand.preview]) await files.folder.removeIncoming(path);
  }
}

const told = ({ passages, more }: Extract<FileChecked, { ok: false }>) => ({ passages, more });

function problemOf(error: unknown): FileProblem | undefined {
  if (error instanceof FileRefused) return error.problem;
  return error instanceof CheckUnavailable ? 'unchecked' : undefined;
}

interface Ready {
  found: Looked;
  checked: Extract<FileChecked, { ok: true }>;
  /** Paths of what is put away. */
  keep: string;
  preview: string | null;
}

async function attach(
  db: Db,
  { folder }: Files,
  owner: Owner,
  memberId: string,
  { found, checked, keep, preview }: Ready,
  now: Date,
): Promise<string> {
  const main = await folder.weigh(keep);
  const small = preview === null ? null : await folder.weigh(preview);
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await keepFile(tx, main, now);
    if (small) await keepFile(tx, small, now);
    // Inside of the transaction, which holds the row: nobody who deletes the last other copy can come between.
    await folder.keep(keep, main.hash);
    if (small && preview !== null) await folder.keep(preview, small.hash);
    await tx
      .insertInto('attachment')
      .values({
        id,
        owner: owner.key,
        name: namedSo(checked.stem, KINDS[found.kind].ending),
        kind: found.kind,
        hash: main.hash,
        preview_hash: small?.hash ?? null,
        text: checked.text,
        added_by: memberId,
        added_at: now.toISOString(),
      })
      .execute();
    if (owner.meeting === null) await enqueue(tx, 'index', owner.key, now);
    await recordAudit(tx, memberId, 'file-added', `file:${id}`, now);
  });
  return id;
}

async function keepFile(tx: Tx, { hash, bytes }: Weighed, now: Date): Promise<void> {
  const stored_at = now.toISOString();
  await tx
    .insertInto('stored_file')
    .values({ hash, bytes, stored_at })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ stored_at }))
    .execute();
}

async function countOf(db: Db, owner: string): Promise<number> {
  const { n } = await db
    .selectFrom('attachment')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return Number(n);
}
