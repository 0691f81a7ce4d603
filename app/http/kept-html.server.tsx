import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { FragmentCache } from './fragment-cache.server.ts';

/** Pieces kept of each component. */
const MOST = 60;

const caches = new WeakMap<object, FragmentCache>();

/**
 * A component as HTML, kept for the next page on which it looks the same.
 *
 * @param props plain JSON, and all that the component depends on: they are the key
 */
export function keptHtml<Props extends object>(component: ComponentType<Props>, props: Props): string {
  let cache = caches.get(component);
  if (!cache) {
    cache = new FragmentCache(MOST);
    caches.set(component, cache);
  }
  const key = JSON.stringify(props);
  let html = cache.get(key);
  if (html === undefined) {
    html = renderToStaticMarkup(createElement(component, props));
    cache.set(key, html);
  }
  return html;
}
