import { readFile, writeFile } from 'node:fs/promises';
import type { FileKind } from '#db/schema.ts';
import type { DocumentText } from '../documents/document.ts';
import { openPdf, readPdfBeside } from '../documents/pdf.server.ts';
import { readPlain } from '../documents/plain.ts';
import { readDocument } from '../documents/read.server.ts';
import { Unreadable } from '../documents/unreadable.ts';
import { endingOf } from './clean-name.ts';
import { detectKind, refuseMarkup } from './detect.server.ts';
import { embeddedIn } from './embedded.server.ts';
import { drawFirstPage } from './first-page.server.ts';
import { redraw } from './picture.server.ts';
import { FileRefused } from './problem.ts';

/** UTF-16 code units: a thousand pages. */
const MOST_TEXT = 1_000_000;

/** What a file that holds only pictures may still say. */
const BESIDE_PAGES = new Set(['文書の情報', 'しおり', 'シートの名前']);

/** What a file turned out to be. */
export interface Looked {
  kind: FileKind;
  text: string;
  /** It is a picture, or its pages are: nobody but people can tell what is on them. */
  isPicture: boolean;
  /** Where in the file pieces of the text stand, in order; each holds up to the next. */
  places: Place[];
  hasPreview: boolean;
}

export interface Place {
  start: number;
  place: string;
}

export interface Errand {
  /** The file as it came. */
  path: string;
  /** As its name says. */
  ending: string;
  /** Where to write what is kept. */
  keep: string;
  /** Where to write its small picture. */
  preview: string;
}

/**
 * Looks into a file that somebody sent and writes what is to be kept of it. Runs in a process of its own.
 *
 * @throws FileRefused
 */
export async function lookInto({ path, ending, keep, preview }: Errand): Promise<Looked> {
  const bytes = new Uint8Array(await readFile(path));
  const sent = detectKind(bytes, ending);
  if (sent === 'jpeg' || sent === 'png' || sent === 'webp' || sent === 'gif') {
    const picture = await redraw(bytes, sent);
    await writeFile(keep, picture.bytes);
    await writeFile(preview, picture.preview);
    return { kind: picture.kind, text: '', places: [], isPicture: true, hasPreview: true };
  }
  if (sent === 'txt' || sent === 'csv') await writeFile(keep, evenText(bytes, sent));
  else await writeFile(keep, bytes);
  if (sent === 'pdf') await refusePdfWithFiles(bytes);
  const pieces = [await piecesOf(bytes, sent)];
  if (sent !== 'pdf' && sent !== 'txt' && sent !== 'csv') {
    for (const inner of embeddedIn(bytes)) {
      const kind = detectKind(inner.bytes, endingOf(inner.name));
      if (embeddedIn(inner.bytes).length > 0) throw new FileRefused('embedded');
      pieces.push(await piecesOf(inner.bytes, kind, '中のファイルの'));
    }
  }
  const read = joined(pieces);
  const isPicture = read.places.every(({ place }) => BESIDE_PAGES.has(place));
  return { kind: sent, ...read, isPicture, hasPreview: false };
}

/** @returns whether there is one now; the file is taken without it, too */
export async function drawPreview({ path, preview }: Errand): Promise<boolean> {
  const picture = await drawFirstPage(new Uint8Array(await readFile(path)));
  if (picture) await writeFile(preview, picture);
  return picture !== undefined;
}

interface Pieces {
  text: string;
  places: Place[];
}

async function piecesOf(bytes: Uint8Array, kind: string, before = ''): Promise<Pieces> {
  const read = await readDocument(`x.${kind}`, bytes);
  if (!read.ok && read.reason !== 'no-text') throw new FileRefused(read.reason);
  const document = read.ok ? read.document : await readPdfBeside(bytes);
  // A character that no database takes stands for nothing that could be read.
  const text = document.text.replaceAll('\0', ' ').toWellFormed();
  if (text.length > MOST_TEXT) throw new FileRefused('too-long');
  return {
    text,
    places: placesIn(document, text).map(({ start, place }) => ({ start, place: before + place })),
  };
}

/** Pieces of a document begin on a line of their own, or as a cell in a row. */
function placesIn(document: DocumentText, text: string): Place[] {
  const places: Place[] = [];
  const add = (start: number) => {
    const place = inWords(document.placeOf(start));
    if (places.at(-1)?.place !== place) places.push({ start, place });
  };
  if (text !== '') add(0);
  for (const { index } of text.matchAll(/\n| \| /g)) add(index + (text[index] === '\n' ? 1 : 3));
  return places;
}

/** 4:8 is how programmers say 4行目. */
const inWords = (place: string) => place.replace(/^(\d+):\d+$/, '$1行目');

function joined(pieces: readonly Pieces[]): Pieces {
  let text = '';
  const places: Place[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    if (text !== '') text += '\n';
    places.push(...piece.places.map(({ start, place }) => ({ start: start + text.length, place })));
    text += piece.text;
  }
  if (text.length > MOST_TEXT) throw new FileRefused('too-long');
  return { text, places };
}

/** Text as UTF-8, whatever it was; Excel needs the mark in front to see that. */
function evenText(bytes: Uint8Array, kind: 'txt' | 'csv'): string {
  let text: string;
  try {
    ({ text } = readPlain(bytes, 'any'));
  } catch (error) {
    throw error instanceof Unreadable ? new FileRefused('not-what-it-says') : error;
  }
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) throw new FileRefused('not-what-it-says');
  refuseMarkup(text);
  return kind === 'csv' ? `\ufeff${text}` : text;
}

async function refusePdfWithFiles(bytes: Uint8Array): Promise<void> {
  let pdf: Awaited<ReturnType<typeof openPdf>>;
  try {
    pdf = await openPdf(bytes);
  } catch (error) {
    throw error instanceof Unreadable && error.reason === 'protected'
      ? new FileRefused('protected')
      : new FileRefused('broken');
  }
  try {
    if (await pdf.getAttachments()) throw new FileRefused('embedded');
  } finally {
    await pdf.destroy();
  }
}
