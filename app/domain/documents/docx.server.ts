import { readBeside } from './beside.server.ts';
import { DocumentBuilder, type DocumentText } from './document.ts';
import { openPackage } from './package.server.ts';
import { readParagraphs } from './paragraphs.server.ts';
import { Unreadable } from './unreadable.ts';

const BESIDE: Record<string, string> = {
  header: 'ヘッダー',
  footer: 'フッター',
  footnotes: '脚注',
  endnotes: '文末脚注',
  comments: 'コメント',
};

export function readDocx(bytes: Uint8Array): DocumentText {
  const file = openPackage(bytes);
  const main = file.relations('').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw new Unreadable('broken');
  const document = new DocumentBuilder();
  const read = (path: string, where: (number: number) => string) => {
    readParagraphs(file.part(path), {
      paragraph(text, number, cell) {
        if (cell === undefined) document.add(text, where(number));
        else document.cell(text, cell, where(number));
      },
      deleted: (text, number) => document.add(text, `${where(number)}（変更履歴で消した文字）`),
      endRow: () => document.endRow(),
      endTable: () => document.endTable(),
    });
  };
  let paragraphs = 0;
  read(main, (number) => {
    paragraphs = number;
    return `段落${number}`;
  });
  // Word writes an empty document with one paragraph.
  if (paragraphs === 0) throw new Unreadable('broken');
  for (const { type, target, external } of file.relations(main)) {
    const name = BESIDE[type];
    if (type === 'hyperlink' && external) document.add(target, 'リンク先');
    else if (name !== undefined) read(target, () => name);
  }
  readBeside(file, document);
  return document.build();
}
