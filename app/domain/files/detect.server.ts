import { unzipSync } from 'fflate';
import type { FileKind } from '#db/schema.ts';
import { FileRefused } from './problem.ts';

/** GIF is taken and becomes PNG. */
export type SentKind = FileKind | 'gif';

/** The endings that name each kind. */
const ENDINGS: Record<SentKind, string[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  gif: ['gif'],
  csv: ['csv'],
  txt: ['txt'],
};
const KNOWN = Object.values(ENDINGS).flat();

// Some programs count them: word/document2.xml.
const MAIN_PARTS: Array<[path: RegExp, kind: SentKind]> = [
  [/^word\/document\d*\.xml$/, 'docx'],
  [/^xl\/workbook\d*\.xml$/, 'xlsx'],
  [/^ppt\/presentation\d*\.xml$/, 'pptx'],
];
// What a browser that guessed would take for a page or a picture that can run scripts.
const MARKUP =
  /^(?:<!doctype|<!--|<\?xml|<\?php|<(?:html|head|body|script|iframe|svg|table|style|title|meta|img|object|embed|link|a|div|p|h1|br|b)[\s>/])/i;

const MOST_ENTRIES = 10_000;
/** Bytes, unpacked. */
const MOST_XML = 100_000_000;
/** Bytes that may stand behind the end of a PDF, line ends and zeros aside: what careless programs leave. */
const AFTER_PDF = 1024;

/**
 * What a file is, by its bytes; its ending has to agree.
 *
 * @throws FileRefused where it is nothing that is taken, or not what its name says
 */
export function detectKind(bytes: Uint8Array, ending: string): SentKind {
  const kind = kindOf(bytes, ending);
  if (ENDINGS[kind].includes(ending)) return kind;
  throw new FileRefused(KNOWN.includes(ending) ? 'not-what-it-says' : 'unknown-kind');
}

function kindOf(bytes: Uint8Array, ending: string): SentKind {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('%PDF-')) return wholePdf(bytes);
  if (head.startsWith('PK\u0003\u0004')) return officeKind(bytes);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    // A file with a password lies in the container of old Office as well.
    const isProtected = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new FileRefused(isProtected ? 'protected' : 'old-office');
  }
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'png';
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (ending !== 'txt' && ending !== 'csv') {
    throw new FileRefused(KNOWN.includes(ending) ? 'not-what-it-says' : 'unknown-kind');
  }
  return ending;
}

/** A PDF to which something else was glued, an archive say, is no document to pass on. */
function wholePdf(bytes: Uint8Array): SentKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf('%%EOF');
  if (end < 0) throw new FileRefused('broken');
  const after = file.subarray(end).filter((byte) => byte > 0x20).length;
  if (after > AFTER_PDF) throw new FileRefused('not-what-it-says');
  return 'pdf';
}

/** Looks at the directory of the archive only; nothing is unpacked yet. */
function officeKind(bytes: Uint8Array): SentKind {
  const names = new Set<string>();
  let xml = 0;
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.add(name);
        if (/\.(?:xml|rels)$/i.test(name)) xml += originalSize;
        if (names.size > MOST_ENTRIES || xml > MOST_XML) throw new FileRefused('too-large');
        return false;
      },
    });
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('broken');
  }
  const all = [...names];
  const kind = MAIN_PARTS.find(([path]) => all.some((name) => path.test(name)))?.[1];
  if (!kind || !names.has('[Content_Types].xml')) throw new FileRefused('unknown-kind');
  if (all.some((name) => /vbaProject|\/activeX\/|macrosheets\//i.test(name))) {
    throw new FileRefused('macros');
  }
  return kind;
}

/** @throws FileRefused where a text is really a page or a program */
export function refuseMarkup(text: string): void {
  if (MARKUP.test(text.replace(/^[\ufeff\s]+/, ''))) throw new FileRefused('not-what-it-says');
}
