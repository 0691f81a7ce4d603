import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { onTestFinished } from 'vitest';
import type { SentFile } from '#app/domain/files/add.server.ts';
import { type Files, openFiles } from '#app/domain/files/files.server.ts';
import { addNote } from '#app/domain/notes/add-note.server.ts';
import type { Db } from '#db/schema.ts';
import { must, NOW, type TestMember } from './builders.server.ts';

/** A folder of files for one test. */
export function openTestFiles(settings: Partial<Parameters<typeof openFiles>[0]> = {}): Files {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagari-files-'));
  const files = openFiles({ folder, most: 20 * 1024 * 1024, clamd: null, ...settings });
  onTestFinished(() => {
    files.workshop.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return files;
}

/** Puts bytes where an upload would. */
export async function sent(files: Files, name: string, content: Uint8Array | string): Promise<SentFile> {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const path = files.folder.incoming();
  await writeFile(path, bytes);
  return { path, name, bytes: bytes.length, cut: bytes.length > files.most };
}

/** A note to attach things to. @returns the key of the owner */
export async function noteOf(db: Db, keeper: TestMember, slug = 'kaji'): Promise<string> {
  const note = {
    slug,
    title: '家計の表の使い方',
    programmes: ['soudan'],
    tags: [],
    body: '表に書き出すところから始めます。',
    organizationIds: [],
    sources: [],
    edition: 1,
    verifiedAt: NOW,
  };
  return `note:${must(await addNote(db, keeper, note, NOW))}`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word file. @param table rows of cells below the paragraphs @param more other parts of the archive */
export function docx(
  paragraphs: string[],
  table: string[][] = [],
  more: Record<string, Uint8Array> = {},
): Uint8Array {
  const rows = table
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('');
  const body = paragraphs.map(paragraph).join('') + (rows === '' ? '' : `<w:tbl>${rows}</w:tbl>`);
  const parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${HEAD}<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)] as const);
  return zipSync({ ...Object.fromEntries(files), ...more }, { mtime: '2026-01-01T00:00:00Z' });
}

/** A PDF of one page. @param content what draws it @param info entries of its description @param outline a bookmark */
export function pdf(
  content = '0.05 0.36 0.31 rg 60 400 475 300 re f',
  { info = '', outline = '' } = {},
): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Outlines 7 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<<${info}>>`,
    outline === '' ? '<</Type/Outlines/Count 0>>' : '<</Type/Outlines/First 8 0 R/Last 8 0 R/Count 1>>',
    `<</Title(${outline})/Parent 7 0 R>>`,
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file);
}

/** Words on a page of such a PDF. */
export const pdfText = (text: string) => pdf(`BT /F 12 Tf 60 780 Td (${text}) Tj ET`);
