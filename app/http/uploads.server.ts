import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { type AppLoadContext, data } from '@remix-run/node';
import { addFiles, type SentFile } from '#app/domain/files/add.server.ts';
import type { Files } from '#app/domain/files/files.server.ts';
import { MOST_AT_ONCE } from '#app/domain/files/kinds.ts';
import { findOwner, maySeeOwner, type Owner } from '#app/domain/files/owner.server.ts';
import type { FileOutcome } from '#app/domain/files/problem.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { Pace } from './pace.server.ts';
import { notFound, requireMember } from './require-member.server.ts';

/** Nobody attaches more often than this in ten minutes; each file is looked into for a second or so. */
const pace = new Pace(60, 600_000);

export interface Upload {
  owner: Owner;
  /** One for each file that was sent; none where none was chosen. */
  outcomes: FileOutcome[];
}

/**
 * Takes the files of a form. They go to the disk as they arrive and never into memory as a whole.
 *
 * @throws 400 for a body that is no such form, 404 where the owner is not there, 429
 */
export async function takeUpload(args: { request: Request; context: AppLoadContext }): Promise<Upload> {
  const { request, context } = args;
  const { db, files } = context;
  const viewer = await requireMember(args, 'file.add');
  // Before the files are read: what they are for stands in the address.
  const owner = await findOwner(db, new URL(request.url).searchParams.get('owner') ?? '');
  if (!owner || !(await maySeeOwner(db, viewer, owner))) return notFound();
  if (!isAllowed(viewer.role, owner.adding)) throw data({}, { status: 403 });
  if (!pace.allows(viewer.id, performance.now())) throw data({}, { status: 429 });
  const { sent, fields } = await receive(request, files);
  const outcomes = await addFiles(db, files, owner, viewer, sent, fields.get('looked') === '1', new Date());
  context.nudge();
  return { owner, outcomes };
}

async function receive(request: Request, { folder, most }: Files) {
  const sent: SentFile[] = [];
  const fields = new Map<string, string>();
  const writing: Array<Promise<unknown>> = [];
  const paths: string[] = [];
  try {
    const type = request.headers.get('content-type') ?? '';
    if (!type.startsWith('multipart/form-data') || !request.body) throw new Error('Not a form with files');
    const form = new Busboy({
      headers: { 'content-type': type },
      limits: { files: MOST_AT_ONCE, fileSize: most + 1, fields: 10, fieldSize: 1000, headerPairs: 20 },
    });
    form.on('field', (name, value) => fields.set(name, value));
    form.on('file', (_field, stream, name) => {
      // A chooser that nobody used sends a file without a name.
      if (!name) {
        stream.resume();
        return;
      }
      const path = folder.incoming();
      paths.push(path);
      const file: SentFile = { path, name, bytes: 0, cut: false };
      sent.push(file);
      stream.on('data', (piece: Buffer) => {
        file.bytes += piece.length;
      });
      const written = stream.pipe(createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      // A body that breaks off ends no stream by itself.
      stream.on('error', (error: Error) => written.destroy(error));
      writing.push(finished(written));
      for (const one of writing) one.catch(() => {});
    });
    const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
    body.on('error', (error) => form.destroy(error));
    await finished(body.pipe(form));
    await Promise.all(writing);
  } catch {
    await Promise.all(paths.map((path) => folder.removeIncoming(path)));
    throw data({}, { status: 400 });
  }
  for (const file of sent) file.cut = file.bytes > most;
  return { sent, fields };
}
