import type { DocumentBuilder } from './document.ts';
import type { OfficePackage } from './package.server.ts';
import { readXml } from './xml.server.ts';

/** Parts of any Office file that hold words beside its pages, and the elements or attributes in which they stand. */
const PARTS: Array<{ path: RegExp; where: string; texts: string[]; values?: string[] }> = [
  { path: /(?:^|\/)charts\/chart[^/]*\.xml$/i, where: 'グラフ', texts: ['t', 'v', 'pt'] },
  { path: /(?:^|\/)diagrams\/data[^/]*\.xml$/i, where: '図', texts: ['t'] },
  // A pivot table keeps the rows that it was made from, also when their sheet is gone.
  {
    path: /(?:^|\/)pivotCache\/[^/]+\.xml$/i,
    where: 'ピボットテーブルの元のデータ',
    texts: [],
    values: ['s'],
  },
  {
    path: /^docProps\/core\.xml$/i,
    where: '文書の情報',
    texts: ['title', 'subject', 'keywords', 'description'],
  },
];

/** Words that readers of a file can find beside its pages: in charts, drawings of boxes, pivot tables, its title. */
export function readBeside(file: OfficePackage, document: DocumentBuilder): void {
  for (const path of file.paths) {
    const kind = PARTS.find((part) => part.path.test(path));
    if (!kind) continue;
    const { where, texts, values = [] } = kind;
    let taking = 0;
    readXml(file.part(path), {
      open(name, { v }) {
        if (texts.includes(name)) taking += 1;
        if (values.includes(name) && v !== undefined) document.add(v, where);
      },
      text(text) {
        if (taking > 0) document.add(text, where);
      },
      close(name) {
        if (texts.includes(name)) taking -= 1;
      },
    });
  }
}
