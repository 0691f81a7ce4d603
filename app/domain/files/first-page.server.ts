import sharp from 'sharp';
import { createIsomorphicCanvasFactory, renderPageAsImage } from 'unpdf';
import { openPdf } from '../documents/pdf.server.ts';
import { PREVIEW, smallPicture } from './picture.server.ts';

/** Height of a page by its width; a strip longer than this is no page. */
const LONGEST_PAGE = 4;

/**
 * A small picture of a PDF's first page. A font that the file only names is not here, and its letters would be empty
 * boxes: such a page gets no picture.
 */
export async function drawFirstPage(bytes: Uint8Array): Promise<Buffer | undefined> {
  const canvasImport = () => import('@napi-rs/canvas');
  const CanvasFactory = await createIsomorphicCanvasFactory(canvasImport);
  const pdf = await openPdf(bytes, { CanvasFactory });
  try {
    const page = await pdf.getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    if (!(height / width <= LONGEST_PAGE)) return undefined;
    // Twice as wide as it is kept, because small letters drawn small are dust.
    const drawn = await renderPageAsImage(pdf, 1, { canvasImport, width: PREVIEW * 2 });
    for (const [, font] of page.commonObjs) {
      if ((font as { missingFile?: boolean } | null)?.missingFile) return undefined;
    }
    return await smallPicture(
      sharp(Buffer.from(drawn)).resize({ width: PREVIEW, height: PREVIEW, fit: 'inside' }),
    );
  } finally {
    await pdf.destroy();
  }
}
