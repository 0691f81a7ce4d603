import type { LoaderFunctionArgs } from '@remix-run/node';
import { zipSync } from 'fflate';
import { site } from '#app/domain/network/settings.server.ts';
import { exportNotes } from '#app/domain/notes/exchange.server.ts';
import { writeNoteFile } from '#app/domain/notes/note-file.ts';
import { notesAsHtml } from '#app/domain/notes/note-html.server.ts';
import { notFound, requireMember } from './require-member.server.ts';

/** Answers with one note, or all, as a file: `as=md` or `as=html`. All notes as Markdown are a zip of files. */
export async function answerExport(args: LoaderFunctionArgs, slug?: string): Promise<Response> {
  await requireMember(args, 'note.read');
  const { db } = args.context;
  const as = new URL(args.request.url).searchParams.get('as');
  if (as === 'html') {
    const html = await notesAsHtml(db, (await site.get(db)).name, slug);
    return html === undefined
      ? notFound()
      : download(html, 'text/html; charset=utf-8', `${slug ?? 'notes'}.html`);
  }
  const files = await exportNotes(db, slug);
  const [only] = files;
  if (slug === undefined) {
    const encoder = new TextEncoder();
    const entries = files.map((file) => [`${file.slug}.md`, encoder.encode(writeNoteFile(file))] as const);
    return download(zipSync(Object.fromEntries(entries)), 'application/zip', 'notes.zip');
  }
  return only ? download(writeNoteFile(only), 'text/markdown; charset=utf-8', `${slug}.md`) : notFound();
}

function download(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      // Saved and never shown at this origin. Slugs are letters, digits and hyphens.
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
