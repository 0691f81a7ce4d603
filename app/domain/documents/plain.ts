import { DocumentBuilder, type DocumentText } from './document.ts';
import { Unreadable } from './unreadable.ts';

/**
 * @param encoding `any` takes Shift_JIS too, as Excel and the editor of Windows wrote it for decades; then hardly a
 *   sequence of bytes is no text, so it is for kinds of files that people really save so
 */
export function readPlain(bytes: Uint8Array, encoding: 'unicode' | 'any'): DocumentText {
  const text = decode(bytes, encoding);
  return { text, placeOf: placesOf(text) };
}

export function readCsv(bytes: Uint8Array): DocumentText {
  const text = decode(bytes, 'any');
  const place = placesOf(text);
  const document = new DocumentBuilder();
  let column = 0;
  for (const { index, groups } of text.matchAll(CELL)) {
    const { quoted, bare = '', end = '' } = groups ?? {};
    // Doubled quotes stay doubled, so that columns count as in the file.
    const start = index + (quoted === undefined ? 0 : 1);
    document.cell(quoted ?? bare, column, (offset) => place(start + offset));
    column += 1;
    if (end === ',' || end === ';' || end === '\t') continue;
    document.endRow();
    column = 0;
    if (end === '') break;
  }
  return document.build();
}

const CELL = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^,;\t\r\n]*))[^,;\t\r\n]*(?<end>[,;\t]|\r?\n|\r|$)/g;

function decode(bytes: Uint8Array, encoding: 'unicode' | 'any'): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const label of utf16 ? ['utf-16le'] : encoding === 'any' ? ['utf-8', 'shift_jis'] : ['utf-8']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Perhaps the next one.
    }
  }
  throw new Unreadable('broken');
}

/** `line:column`, both from 1, of an offset; columns count UTF-16 code units, as editors do. */
function placesOf(text: string) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return `${low + 1}:${offset - (starts[low] as number) + 1}`;
  };
}
