import type { LoaderFunctionArgs } from '@remix-run/node';
import { findFile, sizeOf } from '#app/domain/files/find.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import { sendFile } from '#app/http/send-file.server.ts';

/** The small picture of an image, or of a PDF's first page. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'file.read');
  const { db, files } = args.context;
  const file = await findFile(db, args.params.id as string, viewer);
  const hash = file?.previewHash;
  if (!hash) return notFound();
  const bytes = await sizeOf(db, hash);
  const path = files.folder.pathOf(hash);
  return sendFile(args.request, {
    path,
    hash,
    bytes,
    mediaType: 'image/webp',
    name: 'preview.webp',
    inline: true,
  });
}
