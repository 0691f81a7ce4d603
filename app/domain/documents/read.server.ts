import type { DocumentText } from './document.ts';
import { readCsv, readPlain } from './plain.ts';
import { Unreadable, type UnreadableReason } from './unreadable.ts';

type Reader = (bytes: Uint8Array) => DocumentText | Promise<DocumentText>;

// What reads PDF alone is 2 MB; it is loaded when a PDF comes.
const READERS: Record<string, () => Reader | Promise<Reader>> = {
  txt: () => (bytes) => readPlain(bytes, 'any'),
  md: () => (bytes) => readPlain(bytes, 'unicode'),
  csv: () => readCsv,
  docx: async () => (await import('./docx.server.ts')).readDocx,
  xlsx: async () => (await import('./xlsx.server.ts')).readXlsx,
  pptx: async () => (await import('./pptx.server.ts')).readPptx,
  pdf: async () => (await import('./pdf.server.ts')).readPdf,
};

/** The endings of the files that can be read. */
export const READABLE = Object.keys(READERS);
const OLD_OFFICE = ['doc', 'xls', 'ppt'];

/**
 * The text of a file, hidden sheets, comments, notes and deletions that Word remembers included: whoever gets the file
 * can read them. Pictures are not read.
 *
 * @param name of the file; its ending tells the kind
 */
export async function readDocument(
  name: string,
  bytes: Uint8Array,
): Promise<{ ok: true; document: DocumentText } | { ok: false; reason: UnreadableReason }> {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (OLD_OFFICE.includes(ending)) return { ok: false, reason: 'old-office' };
  const load = Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
  if (!load) return { ok: false, reason: 'unknown-kind' };
  const read = await load();
  try {
    return { ok: true, document: await read(bytes) };
  } catch (error) {
    // The libraries throw whatever they stumble over, and their messages may quote the file.
    return { ok: false, reason: error instanceof Unreadable ? error.reason : 'broken' };
  }
}
