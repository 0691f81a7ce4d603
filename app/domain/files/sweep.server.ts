import type { Db } from '#db/schema.ts';
import type { FileFolder } from './folder.server.ts';
import { forgetIfUnused } from './remove.server.ts';

/** Milliseconds for which an upload may be under way. */
const GRACE = 60 * 60 * 1000;

/**
 * Removes what a process that ended in the middle has left behind: uploads never finished, files without a row, rows
 * that nothing refers to.
 *
 * @returns how many files went
 */
export async function sweepFiles(db: Db, folder: FileFolder, now: Date): Promise<number> {
  const before = new Date(now.getTime() - GRACE);
  let removed = await folder.sweepIncoming(before);
  const orphans = await db
    .selectFrom('stored_file')
    .select('hash')
    .where('stored_at', '<', before.toISOString())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attachment')
            .select('attachment.id')
            .where((where) =>
              where.or([
                where('attachment.hash', '=', where.ref('stored_file.hash')),
                where('attachment.preview_hash', '=', where.ref('stored_file.hash')),
              ]),
            ),
        ),
      ),
    )
    .execute();
  for (const { hash } of orphans) {
    if (await db.transaction().execute((tx) => forgetIfUnused(tx, folder, hash))) removed += 1;
  }
  for await (const hash of folder.kept(before)) {
    const row = await db.selectFrom('stored_file').select('hash').where('hash', '=', hash).executeTakeFirst();
    if (row) continue;
    await folder.remove(hash);
    removed += 1;
  }
  return removed;
}
