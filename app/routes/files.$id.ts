import type { LoaderFunctionArgs } from '@remix-run/node';
import { KINDS } from '#app/domain/files/kinds.ts';
import { fileFor } from '#app/http/find-file.server.ts';
import { sendFile } from '#app/http/send-file.server.ts';

/** A file as it was kept. */
export async function loader(args: LoaderFunctionArgs) {
  const { files } = args.context;
  const file = await fileFor(args);
  const { mediaType, shown: inline } = KINDS[file.kind];
  const { hash, bytes, name } = file;
  return sendFile(args.request, { path: files.folder.pathOf(hash), hash, bytes, mediaType, name, inline });
}
