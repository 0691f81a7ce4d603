import { renderToString } from 'react-dom/server';
import { newId } from '#app/domain/ids.server.ts';
import { RecentlyUsed } from '#app/domain/recently-used.ts';
import { ComposerIsland } from '#app/ui/composer/composer-island.tsx';
import type { ComposerProps } from '#app/ui/composer/props.ts';
import type { Piece } from './page-bytes.server.ts';

/** Boxes between two showings of what differs. */
const cache = new RecentlyUsed<Piece>(40);
/** These stand in the rendered HTML where each showing has its own; they occur in no other text. */
const KEY = '\u{f0000}key\u{f0000}';
const LETTERS = '\u{f0000}letters\u{f0000}';
const QUOTED = `"${LETTERS}"`;
const BETWEEN = new RegExp(`(${KEY}|${QUOTED})`, 'u');
/** What holds their places among the parts of a kept box. */
const PLACES = new Map([KEY, QUOTED].map((mark) => [mark, new Uint8Array()]));

/** An empty box to write in; what differs from one showing to the next is its submission key and the letters taken. */
export function composerPiece(props: ComposerProps): Piece {
  const neutral = { ...props, submissionKey: KEY, takenLetters: [LETTERS] };
  const cacheKey = JSON.stringify(neutral);
  let parts = cache.get(cacheKey);
  if (parts === undefined) {
    const html = renderToString(<ComposerIsland {...neutral} />);
    parts = html.split(BETWEEN).map((part) => PLACES.get(part) ?? Buffer.from(part));
    cache.set(cacheKey, parts);
  }
  const key = Buffer.from(newId());
  const letters = Buffer.from(props.takenLetters.map((letter) => JSON.stringify(letter)).join(','));
  return parts.map((part) => (part === PLACES.get(KEY) ? key : part === PLACES.get(QUOTED) ? letters : part));
}
