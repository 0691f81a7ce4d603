import type { LoaderFunctionArgs } from '@remix-run/node';
import { findFile } from '#app/domain/files/find.server.ts';
import { KINDS } from '#app/domain/files/kinds.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import { sendFile } from '#app/http/send-file.server.ts';

/** A file as it was kept. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'file.read');
  const { db, files } = args.context;
  const file = await findFile(db, args.params.id as string, viewer);
  if (!file) return notFound();
  const { mediaType, shown: inline } = KINDS[file.kind];
  const { hash, bytes, name } = file;
  return sendFile(args.request, { path: files.folder.pathOf(hash), hash, bytes, mediaType, name, inline });
}
