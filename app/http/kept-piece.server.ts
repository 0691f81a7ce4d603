import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { RecentlyUsed } from '#app/domain/recently-used.ts';
import { type Piece, toPiece } from './page-bytes.server.ts';

/** Pieces kept of each component. */
const MOST = 60;

const caches = new WeakMap<object, RecentlyUsed<Piece>>();

/**
 * A component as HTML, kept for the next page on which it looks the same.
 *
 * @param props plain JSON, and all that the component depends on: they are the key
 */
export function keptPiece<Props extends object>(component: ComponentType<Props>, props: Props): Piece {
  let cache = caches.get(component);
  if (!cache) {
    cache = new RecentlyUsed<Piece>(MOST);
    caches.set(component, cache);
  }
  const key = JSON.stringify(props);
  let piece = cache.get(key);
  if (piece === undefined) {
    piece = toPiece(renderToStaticMarkup(createElement(component, props)));
    cache.set(key, piece);
  }
  return piece;
}
