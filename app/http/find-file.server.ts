import type { LoaderFunctionArgs } from '@remix-run/node';
import { findFile } from '#app/domain/files/find.server.ts';
import { lockedFor } from '#app/domain/files/lock.server.ts';
import { tokyoDay } from '#app/ui/time.ts';
import { notFound, requireMember } from './require-member.server.ts';

/**
 * The file that an address names, for whoever may see its owner. What is locked is not to be given to them as it is.
 *
 * @throws a redirect to the login page for visitors, whether there is such a file or not; 404 for members
 */
export async function fileFor(args: LoaderFunctionArgs) {
  const viewer = await args.context.viewer();
  const file = await findFile(args.context.db, args.params.id as string, viewer);
  if (file) return { ...file, locked: lockedFor(file.lock, viewer, tokyoDay(new Date())) };
  await requireMember(args, 'file.read');
  return notFound();
}
