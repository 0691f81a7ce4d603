import type { Db, Role, Tx } from '#db/schema.ts';
import { hideIn } from '../anonymization/hidden.server.ts';
import { forgetHits } from '../anonymization/record.server.ts';
import { recordAudit } from '../audit.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { findFile } from './find.server.ts';
import type { FileFolder } from './folder.server.ts';

/** Takes a file away from its owner, and from the disk when nothing else holds the same. @returns where it was */
export async function removeFile(
  db: Db,
  folder: FileFolder,
  member: { id: string; role: Role },
  id: string,
  now: Date,
): Promise<Outcome<string>> {
  const file = await findFile(db, id, member);
  if (!file) return refused({ code: 'not-found' });
  if (!file.mayDelete) return refused({ code: 'forbidden' });
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('attachment').where('id', '=', id).execute();
    await tx.deleteFrom('attachment_lock').where('attachment_id', '=', id).execute();
    await forgetHits(tx, id);
    for (const hash of [file.hash, file.previewHash])
      if (hash !== null) await forgetIfUnused(tx, folder, hash);
    if (file.owner.meeting === null) await enqueue(tx, 'index', file.owner.key, now);
    await recordAudit(tx, member.id, 'file-removed', `file:${id}`, now);
  });
  return accepted(file.owner.href);
}

/** The desk takes a file out of sight; it stays where it is until it is shown again. @returns where it was */
export async function hideFile(
  db: Db,
  desk: { id: string; role: Role },
  id: string,
  now: Date,
): Promise<Outcome<string>> {
  const file = await findFile(db, id, desk);
  if (!file) return refused({ code: 'not-found' });
  await db.transaction().execute((tx) => hideIn(tx, desk.id, 'file', id, now));
  return accepted(file.owner.href);
}

/**
 * Removes what nobody refers to any more. The row is locked by changing it first, so that whoever adds the same file
 * at this moment does so before or after.
 *
 * @returns whether it is gone
 */
export async function forgetIfUnused(tx: Tx, folder: FileFolder, hash: string): Promise<boolean> {
  await tx
    .updateTable('stored_file')
    .set(({ ref }) => ({ bytes: ref('bytes') }))
    .where('hash', '=', hash)
    .execute();
  const user = await tx
    .selectFrom('attachment')
    .select('id')
    .where((where) => where.or([where('hash', '=', hash), where('preview_hash', '=', hash)]))
    .limit(1)
    .executeTakeFirst();
  if (user) return false;
  await tx.deleteFrom('stored_file').where('hash', '=', hash).execute();
  await folder.remove(hash);
  return true;
}
