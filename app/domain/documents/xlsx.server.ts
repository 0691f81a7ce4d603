import { readBeside } from './beside.server.ts';
import { DocumentBuilder, type DocumentText } from './document.ts';
import { dayOf, showsDay } from './number-format.ts';
import { type OfficePackage, openPackage } from './package.server.ts';
import { readParagraphs } from './paragraphs.server.ts';
import { Unreadable } from './unreadable.ts';
import { readXml } from './xml.server.ts';

interface Workbook {
  /** Texts that cells refer to by number. */
  shared: string[];
  /** Styles of cells, by number, that show a day. */
  days: Set<number>;
  from1904: boolean;
}

export function readXlsx(bytes: Uint8Array): DocumentText {
  const file = openPackage(bytes);
  const main = file.relations('').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw new Unreadable('broken');
  const relations = file.relations(main);
  const pathOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.target;
  const sharedPath = pathOf('sharedStrings');
  const stylesPath = pathOf('styles');
  const workbook: Workbook = {
    shared: sharedPath === undefined ? [] : sharedStrings(file.part(sharedPath)),
    days: stylesPath === undefined ? new Set() : dayStyles(file.part(stylesPath)),
    from1904: false,
  };
  const sheets: Array<{ name: string; path: string }> = [];
  readXml(file.part(main), {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const path = relations.find(({ id }) => id === attributes['r:id'])?.target;
      if (path === undefined) throw new Unreadable('broken');
      sheets.push({ name: attributes.name ?? '', path });
    },
  });
  if (sheets.length === 0) throw new Unreadable('broken');
  const document = new DocumentBuilder();
  for (const { name, path } of sheets) {
    document.add(name, 'シートの名前');
    readSheet(file.part(path), name, workbook, document);
    for (const { type, target, external } of file.relations(path)) {
      if (type === 'hyperlink' && external) document.add(target, `${name}のリンク先`);
      else if (type === 'comments' || type === 'threadedComment')
        readComments(file.part(target), name, document);
      else if (type === 'drawing') readDrawing(file, target, name, document);
    }
  }
  readBeside(file, document);
  return document.build();
}

/** Readings of words (rPh), which Excel keeps as they were typed, stay out. */
function sharedStrings(xml: Uint8Array): string[] {
  const strings: string[] = [];
  let inReading = false;
  let inText = false;
  readXml(xml, {
    open(name) {
      if (name === 'si') strings.push('');
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = true;
    },
    text(text) {
      if (inText && !inReading) strings[strings.length - 1] += text;
    },
    close(name) {
      if (name === 'rPh') inReading = false;
      else if (name === 't') inText = false;
    },
  });
  return strings;
}

function dayStyles(xml: Uint8Array): Set<number> {
  const codes = new Map<number, string>();
  const days = new Set<number>();
  let inCells = false;
  let style = 0;
  readXml(xml, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        if (showsDay(Number(numFmtId), codes.get(Number(numFmtId)))) days.add(style);
        style += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return days;
}

function readSheet(
  xml: Uint8Array,
  sheet: string,
  { shared, days, from1904 }: Workbook,
  document: DocumentBuilder,
) {
  let cell: { at: string; type: string; style: number; value: string } | undefined;
  let taking = false;
  let heading: string | undefined;
  readXml(xml, {
    open(name, { r = '', t = 'n', s = '0' }) {
      if (name === 'c') cell = { at: r, type: t, style: Number(s), value: '' };
      else if (name === 'v' || name === 't') taking = true;
      else if (/^(?:odd|even|first)(?:Header|Footer)$/.test(name)) heading = '';
    },
    text(text) {
      if (cell && taking) cell.value += text;
      else if (heading !== undefined) heading += text;
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'row') document.endRow();
      else if (name === 'sheetData') document.endTable();
      else if (name === 'c' && cell) {
        const { at, type, style, value } = cell;
        cell = undefined;
        if (value === '' || type === 'b' || type === 'e') return;
        const isDay = type === 'n' && days.has(style);
        const text =
          type === 's' ? (shared[Number(value)] ?? '') : isDay ? dayOf(Number(value), from1904) : value;
        document.cell(text, columnOf(at), `${sheet}!${at}`);
      } else if (heading !== undefined && /(?:Header|Footer)$/.test(name)) {
        // &L, &"游ゴシック,標準" and &12 place and dress the text.
        document.add(heading.replace(/&(?:"[^"]*"|[0-9]+|[A-Za-z])/g, ' '), `${sheet}のヘッダーとフッター`);
        heading = undefined;
      }
    },
  });
}

/** B3 → 2. */
function columnOf(at: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/.exec(at)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function readComments(xml: Uint8Array, sheet: string, document: DocumentBuilder): void {
  let comment = { at: '', text: '' };
  let taking = false;
  readXml(xml, {
    open(name, { ref = '' }) {
      if (name === 'comment' || name === 'threadedComment') comment = { at: ref, text: '' };
      else if (name === 't' || name === 'text') taking = true;
    },
    text(text) {
      if (taking) comment.text += text;
    },
    close(name) {
      if (name === 't' || name === 'text') taking = false;
      else if (name === 'comment' || name === 'threadedComment')
        document.add(comment.text, `${sheet}!${comment.at}のコメント`);
    },
  });
}

function readDrawing(file: OfficePackage, path: string, sheet: string, document: DocumentBuilder): void {
  readParagraphs(file.part(path), { paragraph: (text) => document.add(text, `${sheet}の図形`) });
}
