import { unzipSync } from 'fflate';
import { FileRefused } from './problem.ts';

/** Bytes of what lies within one document, unpacked. */
const MOST = 50_000_000;

export interface Embedded {
  name: string;
  bytes: Uint8Array;
}

/**
 * The documents within an Office file: behind a chart on a slide lies the whole workbook that it was drawn from.
 *
 * @throws FileRefused where there is one that cannot be read
 */
export function embeddedIn(bytes: Uint8Array): Embedded[] {
  let unpacked = 0;
  const found = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!/(?:^|\/)embeddings\//i.test(name) || /\.rels$/i.test(name)) return false;
      if (!/\.(?:docx|xlsx|pptx)$/i.test(name)) throw new FileRefused('embedded');
      unpacked += originalSize;
      if (unpacked > MOST) throw new FileRefused('too-large');
      return true;
    },
  });
  return Object.entries(found).map(([name, inner]) => ({ name, bytes: inner }));
}
