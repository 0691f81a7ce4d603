import { useEffect } from 'react';
import { type Draft, readDraft } from './draft.ts';
import { FIELD_NAMES, type FieldTexts } from './props.ts';
import type { Boxes } from './use-boxes.ts';
import type { LoadEngine, useFindings } from './use-findings.ts';

/** What only a browser can give. */
export interface BrowserParts {
  loadEngine: LoadEngine;
  /** What was typed before the script arrived, or what the browser restored on the way back. */
  typed: { texts: FieldTexts; programme: string | null };
}

/**
 * Once, when the script takes over from the plain form: the boxes get what was typed meanwhile, or else the draft, and
 * the check wakes up: at once where there is text, else when the browser has nothing better to do.
 *
 * @param taken hears what was found, when the boxes hold it
 */
export function useTakeover(
  browser: BrowserParts | undefined,
  { initial, draftKey }: { initial: FieldTexts; draftKey: string | null },
  boxes: Boxes,
  lint: Pick<ReturnType<typeof useFindings>, 'follow' | 'wake'>,
  taken: (typed: BrowserParts['typed'], stored: Draft | null) => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (!browser) return;
    const { typed } = browser;
    const stored = draftKey === null ? null : readDraft(draftKey);
    boxes.fill({ ...initial, ...stored?.texts, ...typed.texts });
    for (const field of FIELD_NAMES)
      lint.follow(field, initial[field] ?? '', boxes.texts.current[field] ?? '');
    taken(typed, stored);
    if (Object.values(boxes.texts.current).some((text) => text !== '')) lint.wake();
    else if ('requestIdleCallback' in window) requestIdleCallback(lint.wake, { timeout: 5_000 });
    else setTimeout(lint.wake, 2_000);
  }, []);
}
