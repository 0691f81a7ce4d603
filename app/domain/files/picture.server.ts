import sharp, { type Sharp } from 'sharp';
import type { FileKind } from '#db/schema.ts';
import type { SentKind } from './detect.server.ts';
import { FileRefused } from './problem.ts';

/** Phones take up to 50 million; a small file that claims a billion is an attack. */
const MOST_PIXELS = 60_000_000;
/** Pixels along the longer side of what is kept: a whiteboard can be read, a face in the street hardly. */
const LARGEST = 2560;
/** And of the small picture beside the name. */
export const PREVIEW = 480;

// One picture at a time, and nothing kept: the process is shared by all and ends when it is idle.
sharp.concurrency(1);
sharp.cache(false);

const OUTPUTS: Partial<Record<SentKind, [FileKind, (picture: Sharp) => Sharp]>> = {
  jpeg: ['jpeg', (picture) => picture.jpeg({ quality: 85 })],
  png: ['png', (picture) => picture.png()],
  webp: ['webp', (picture) => picture.webp({ quality: 85 })],
  // The first picture of a GIF that moves.
  gif: ['png', (picture) => picture.png()],
};

export interface Picture {
  kind: FileKind;
  bytes: Buffer;
  preview: Buffer;
}

/**
 * An image made anew from its pixels, turned upright: where and when it was taken, by whom and with what, thumbnails
 * and whatever was glued behind it are gone.
 *
 * @throws FileRefused
 */
export async function redraw(bytes: Uint8Array, sent: SentKind): Promise<Picture> {
  const output = OUTPUTS[sent];
  if (!output) throw new FileRefused('unknown-kind');
  const [kind, encode] = output;
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1, failOn: 'error' });
  // The claim is read without the limit, which would only say that something is wrong.
  const { format, width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new FileRefused('broken');
    });
  if (format !== sent) throw new FileRefused('not-what-it-says');
  if (width * height > MOST_PIXELS) throw new FileRefused('too-many-pixels');
  try {
    const fitting = (side: number) =>
      open().autoOrient().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    return {
      kind,
      bytes: await encode(fitting(LARGEST)).toBuffer(),
      preview: await smallPicture(fitting(PREVIEW)),
    };
  } catch {
    throw new FileRefused('broken');
  }
}

/** As it lies in the folder of files; pictures of pages come this way too. */
export function smallPicture(picture: Sharp): Promise<Buffer> {
  return picture.webp({ quality: 75 }).toBuffer();
}
