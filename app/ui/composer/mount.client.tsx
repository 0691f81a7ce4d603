import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { Composer } from './composer.tsx';
import { type ComposerProps, FIELD_NAMES } from './props.ts';
import type { BrowserParts } from './use-takeover.ts';

/** What stands in the boxes already. */
function takeTyped(island: Element): BrowserParts['typed'] {
  const typed: BrowserParts['typed'] = { texts: {}, programme: null };
  for (const field of FIELD_NAMES) {
    const box = island.querySelector<HTMLTextAreaElement>(`textarea[name="${field}"]`);
    if (!box || box.value === box.defaultValue) continue;
    typed.texts[field] = box.value;
    // Hydration sets a textarea back to what the server sent, unless that has changed in the page; and with the text
    // would go the caret and the word that an input method is composing.
    box.defaultValue = box.value;
  }
  const select = island.querySelector<HTMLSelectElement>('select[name="programme"]');
  const chosen = select?.selectedOptions[0];
  if (chosen && !chosen.defaultSelected) typed.programme = chosen.value;
  return typed;
}

/** Brings every composer of the page to life. */
export function mountComposers(): void {
  for (const island of document.querySelectorAll('[data-composer]')) {
    const props = JSON.parse(island.nextElementSibling?.textContent ?? '') as ComposerProps;
    const browser: BrowserParts = {
      loadEngine: () => import('#lint/engine.ts'),
      typed: takeTyped(island),
    };
    // In one task with the reading and with the effects that follow, so that no letter is typed in between.
    flushSync(() => {
      hydrateRoot(island, <Composer {...props} browser={browser} />);
    });
  }
}
