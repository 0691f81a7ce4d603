import { renderToString } from 'react-dom/server';
import { newId } from '#app/domain/ids.server.ts';
import { ComposerIsland } from '#app/ui/composer/composer-island.tsx';
import type { ComposerProps } from '#app/ui/composer/props.ts';
import type { Piece } from './page-bytes.server.ts';
import { PieceCache } from './piece-cache.server.ts';

/** Boxes between two showings of their key. */
const cache = new PieceCache(40);
/** Stands in the rendered HTML where each showing has a key of its own; it occurs in no other text. */
const KEY = '\u{f0000}composer\u{f0000}';

/** An empty box to write in; what differs from one showing to the next is only its submission key. */
export function composerPiece(props: ComposerProps): Piece {
  const neutral = { ...props, submissionKey: KEY };
  const cacheKey = JSON.stringify(neutral);
  let parts = cache.get(cacheKey);
  if (parts === undefined) {
    parts = renderToString(<ComposerIsland {...neutral} />)
      .split(KEY)
      .map((part) => Buffer.from(part));
    cache.set(cacheKey, parts);
  }
  const submissionKey = Buffer.from(newId());
  return parts.flatMap((part, index) => (index === 0 ? [part] : [submissionKey, part]));
}
