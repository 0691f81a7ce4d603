import { renderToString } from 'react-dom/server';
import { newId } from '#app/domain/ids.server.ts';
import { ComposerIsland } from '#app/ui/composer/composer-island.tsx';
import type { ComposerProps } from '#app/ui/composer/props.ts';
import { FragmentCache } from './fragment-cache.server.ts';

const cache = new FragmentCache(40);
/** Stands in the kept HTML where each showing has a key of its own; it occurs in no other text. */
const KEY = '\u{f0000}composer\u{f0000}';

/** An empty box to write in, as HTML; what differs from one showing to the next is only its submission key. */
export function renderComposer(props: ComposerProps): string {
  const neutral = { ...props, submissionKey: KEY };
  const key = JSON.stringify(neutral);
  let html = cache.get(key);
  if (html === undefined) {
    html = renderToString(<ComposerIsland {...neutral} />);
    cache.set(key, html);
  }
  return html.replaceAll(KEY, newId());
}
