import type { LoaderFunctionArgs } from '@remix-run/node';
import { sizeOf } from '#app/domain/files/find.server.ts';
import { fileFor } from '#app/http/find-file.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { sendFile } from '#app/http/send-file.server.ts';

/** The small picture of an image, or of a PDF's first page. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, files } = args.context;
  const { previewHash: hash, lock } = await fileFor(args);
  if (!hash || lock) return notFound();
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
