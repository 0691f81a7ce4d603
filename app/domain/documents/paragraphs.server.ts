import { readXml } from './xml.server.ts';

export interface ParagraphHandler {
  /** @param number counts every paragraph of the part from 1, as it begins */
  paragraph(text: string, number: number, cell: number | undefined): void;
  /** What was struck out of a paragraph while changes were recorded: the file still holds it. */
  deleted?(text: string, number: number): void;
  endRow?(): void;
  endTable?(): void;
}

// Properties hold marks that look like text (a tab stop), Fallback repeats what stands before it, rt is a reading
// over a word (its letters would fall between those of the name).
const SKIPPED = new Set(['pPr', 'rPr', 'Fallback', 'rt']);

interface Open {
  number: number;
  text: string;
  deleted: string;
  cell: number | undefined;
}

/** The paragraphs of a part in WordprocessingML or DrawingML; both call them p, their text t and tables tbl, tr, tc. */
export function readParagraphs(xml: Uint8Array, handler: ParagraphHandler): void {
  // A text box lies inside of the paragraph it is anchored to, a table may lie inside of a cell.
  const paragraphs: Open[] = [];
  const columns: number[] = [];
  let inCell = 0;
  let number = 0;
  let skipped = 0;
  let taking: 'text' | 'deleted' | undefined;
  const append = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph && skipped === 0) paragraph.text += text;
  };
  readXml(xml, {
    open(name) {
      if (SKIPPED.has(name)) skipped += 1;
      if (skipped > 0) return;
      if (name === 'p') {
        number += 1;
        paragraphs.push({ number, text: '', deleted: '', cell: inCell > 0 ? columns.at(-1) : undefined });
      } else if (name === 't') taking = 'text';
      else if (name === 'delText') taking = 'deleted';
      else if (name === 'tab') append('\t');
      else if (name === 'br' || name === 'cr') append('\n');
      else if (name === 'noBreakHyphen') append('-');
      else if (name === 'tr') columns.push(-1);
      else if (name === 'tc') {
        inCell += 1;
        columns.push((columns.pop() ?? -1) + 1);
      }
    },
    text(text) {
      if (taking === 'text') append(text);
      else if (taking === 'deleted' && skipped === 0) {
        const paragraph = paragraphs.at(-1);
        if (paragraph) paragraph.deleted += text;
      }
    },
    close(name) {
      if (SKIPPED.has(name)) skipped -= 1;
      else if (skipped > 0) return;
      else if (name === 't' || name === 'delText') taking = undefined;
      else if (name === 'tc') inCell -= 1;
      else if (name === 'tr') {
        columns.pop();
        handler.endRow?.();
      } else if (name === 'tbl') handler.endTable?.();
      else if (name === 'p') {
        const paragraph = paragraphs.pop();
        if (!paragraph) return;
        handler.paragraph(paragraph.text, paragraph.number, paragraph.cell);
        if (paragraph.deleted !== '') handler.deleted?.(paragraph.deleted, paragraph.number);
      }
    },
  });
}
