import { fileURLToPath } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { DocumentBuilder, type DocumentText } from './document.ts';
import { Unreadable } from './unreadable.ts';

// What the character codes of Japanese fonts mean that a PDF names without holding them.
const CMAPS = fileURLToPath(new URL('cmaps/', import.meta.url));

type Pdf = Awaited<ReturnType<typeof openPdf>>;

interface Line {
  text: string;
  /** Where its last character ends, in points from the left. */
  right: number;
}

export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  const pdf = await openPdf(bytes);
  try {
    const document = new DocumentBuilder();
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const lines: Line[] = [{ text: '', right: 0 }];
      for (const item of items) {
        if (!('str' in item)) continue;
        const line = lines.at(-1) as Line;
        line.text += item.str;
        line.right = Math.max(line.right, Number(item.transform[4]) + item.width);
        if (item.hasEOL) lines.push({ text: '', right: 0 });
      }
      document.add(plain(unwrapped(lines)), `${number}ページ`);
      for (const { contentsObj, fieldValue } of await page.getAnnotations()) {
        for (const written of [contentsObj?.str, fieldValue]) {
          if (typeof written === 'string') document.add(plain(written), `${number}ページの注釈`);
        }
      }
    }
    // A title alone must not make a scanned paper look like one that was read.
    if (document.build().text === '') throw new Unreadable('no-text');
    await readBeside(pdf, document);
    return document.build();
  } finally {
    await pdf.destroy();
  }
}

/** What is told of a PDF beside its pages, which may hold no text themselves. */
export async function readPdfBeside(bytes: Uint8Array): Promise<DocumentText> {
  const pdf = await openPdf(bytes);
  try {
    const document = new DocumentBuilder();
    await readBeside(pdf, document);
    return document.build();
  } finally {
    await pdf.destroy();
  }
}

/** Its title and bookmarks, which readers of PDF show beside the pages. */
async function readBeside(pdf: Pdf, document: DocumentBuilder): Promise<void> {
  const { info } = await pdf.getMetadata();
  for (const [name, value] of Object.entries(info)) {
    const isTold = ['Title', 'Subject', 'Keywords'].includes(name) && typeof value === 'string';
    if (isTold) document.add(plain(value), '文書の情報');
  }
  const open = [...((await pdf.getOutline()) ?? [])];
  for (let entry = open.shift(); entry; entry = open.shift()) {
    document.add(plain(entry.title), 'しおり');
    open.push(...entry.items);
  }
}

type Options = NonNullable<Parameters<typeof getDocumentProxy>[1]>;

/** @throws Unreadable */
export async function openPdf(bytes: Uint8Array, options: Pick<Options, 'CanvasFactory'> = {}) {
  try {
    // The library keeps the array it is given for itself, and wants no Buffer.
    return await getDocumentProxy(new Uint8Array(bytes), {
      cMapUrl: CMAPS,
      cMapPacked: true,
      verbosity: 0,
      ...options,
    });
  } catch (error) {
    throw new Unreadable((error as Error).name === 'PasswordException' ? 'protected' : 'broken');
  }
}

/** A line that fills the page goes on in the next: a name may be cut in two. */
function unwrapped(lines: readonly Line[]): string {
  const widest = Math.max(...lines.map(({ right }) => right));
  return lines
    .map(({ text, right }) => {
      const goesOn = right > widest * 0.93 && text.length > 15 && !/[。！？!?：:]$/.test(text);
      return goesOn ? text : `${text}\n`;
    })
    .join('');
}

/** Some fonts write 氏 as the radical ⽒, which looks the same. */
const plain = (text: string) => text.replace(/[\u2e80-\u2fdf]/g, (radical) => radical.normalize('NFKC'));
