import { readBeside } from './beside.server.ts';
import { DocumentBuilder, type DocumentText } from './document.ts';
import { openPackage } from './package.server.ts';
import { readParagraphs } from './paragraphs.server.ts';
import { Unreadable } from './unreadable.ts';
import { readXml } from './xml.server.ts';

export function readPptx(bytes: Uint8Array): DocumentText {
  const file = openPackage(bytes);
  const main = file.relations('').find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined) throw new Unreadable('broken');
  const slides = new Map(file.relations(main).map(({ id, target }) => [id, target]));
  const document = new DocumentBuilder();
  const read = (path: string, where: string) => {
    readParagraphs(file.part(path), {
      paragraph(text, _, cell) {
        if (cell === undefined) document.add(text, where);
        else document.cell(text, cell, where);
      },
      endRow: () => document.endRow(),
      endTable: () => document.endTable(),
    });
  };
  let number = 0;
  readXml(file.part(main), {
    open(name, attributes) {
      if (name !== 'sldId') return;
      number += 1;
      const slide = slides.get(attributes['r:id'] ?? '');
      if (slide === undefined) throw new Unreadable('broken');
      read(slide, `スライド${number}`);
      for (const { type, target, external } of file.relations(slide)) {
        if (type === 'hyperlink' && external) document.add(target, `スライド${number}のリンク先`);
        else if (type === 'notesSlide') read(target, `スライド${number}のノート`);
        else if (type === 'comments')
          readComments(file.part(target), document, `スライド${number}のコメント`);
      }
    },
  });
  if (number === 0) throw new Unreadable('broken');
  readBeside(file, document);
  return document.build();
}

/** Comments hold paragraphs since 2021, before that a plain text. */
function readComments(xml: Uint8Array, document: DocumentBuilder, where: string): void {
  let taking = 0;
  readXml(xml, {
    open: (name) => {
      if (name === 't' || name === 'text') taking += 1;
    },
    text: (text) => {
      if (taking > 0) document.add(text, where);
    },
    close: (name) => {
      if (name === 't' || name === 'text') taking -= 1;
    },
  });
}
