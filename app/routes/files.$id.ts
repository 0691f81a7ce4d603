import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { KINDS } from '#app/domain/files/kinds.ts';
import { fileFor } from '#app/http/find-file.server.ts';
import { sendFile } from '#app/http/send-file.server.ts';

/** A file as it was kept; one that is locked has a page that asks for its password. */
export async function loader(args: LoaderFunctionArgs) {
  const { files } = args.context;
  const file = await fileFor(args);
  if (file.locked) throw redirect(`/files/${file.id}/open`);
  const { mediaType, shown: inline } = KINDS[file.kind];
  const { hash, bytes, name } = file;
  return sendFile(args.request, { path: files.folder.pathOf(hash), hash, bytes, mediaType, name, inline });
}
