import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { KINDS } from '#app/domain/files/kinds.ts';
import { tryPassword } from '#app/domain/files/lock.server.ts';
import { fileFor } from '#app/http/find-file.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { orBusy } from '#app/http/or-busy.server.ts';
import { sendFile } from '#app/http/send-file.server.ts';

/** Gives a handout to whoever says its password. Nothing keeps it on the way, nor opens it a second time without. */
export async function action(args: ActionFunctionArgs) {
  const { db, files, address } = args.context;
  const form = await readForm(args.request);
  const file = await fileFor(args);
  const { id, hash, bytes, name } = file;
  if (file.locked === 'expired') throw redirect(`/files/${id}/open`);
  if (file.locked === 'password') {
    const tried = { password: form.text('password'), address };
    const opening = await orBusy(tryPassword(db, file, tried, new Date()));
    if (opening.kind === 'wait')
      throw redirect(`/files/${id}/open?until=${encodeURIComponent(opening.until.toISOString())}`);
    if (opening.kind === 'wrong') throw redirect(`/files/${id}/open?wrong`);
  }
  const { mediaType } = KINDS[file.kind];
  const toSend = { path: files.folder.pathOf(hash), hash, bytes, mediaType, name, inline: false };
  const response = sendFile(args.request, toSend);
  response.headers.set('Cache-Control', 'no-store');
  response.headers.delete('ETag');
  return response;
}
