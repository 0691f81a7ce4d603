import type { AppLoadContext } from '@remix-run/node';
import { filesOf } from '#app/domain/files/find.server.ts';
import { ACCEPTED, KINDS } from '#app/domain/files/kinds.ts';
import type { Viewer } from '#app/domain/login/lucia.server.ts';

/** What the part of a page with its files shows; see app/ui/files/attachments.tsx. */
export async function loadAttachments({ db, files }: AppLoadContext, owner: string, viewer: Viewer | null) {
  const attached = await filesOf(db, owner, viewer);
  return {
    owner,
    accept: ACCEPTED,
    most: files.most,
    mayAdd: viewer !== null,
    files: attached.map(({ kind, ...file }) => ({ ...file, label: KINDS[kind].label })),
  };
}
