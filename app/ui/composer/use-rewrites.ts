import { type MutableRefObject, useRef, useState } from 'react';
import { isLetter } from '#lint/offered-letters.ts';
import { changeOf } from '#lint/rewrite.ts';
import { applyEdit, isTouch, replacePassages } from './apply-edit.ts';
import type { FieldTexts } from './props.ts';
import type { Numbered } from './standing.ts';
import type { Boxes } from './use-boxes.ts';

/**
 * Puts proposed words into the text, and takes them back.
 *
 * @param letters names and the letters that stand for them; grows with every rewrite, so that a person who is
 *   named again later gets the same one
 * @param offered names in the text and the letters that the author sees for them
 * @param done called after the text has changed
 */
export function useRewrites(
  boxes: Boxes,
  letters: Map<string, string>,
  offered: () => ReadonlyMap<string, string>,
  done: (from: number) => void,
) {
  const [before, setBefore] = useState<FieldTexts | null>(null);
  const running = useRef(false);

  function change(edit: () => void, from: number) {
    running.current = true;
    edit();
    running.current = false;
    done(from);
  }

  return {
    /** True while the text changes by other hands than the author's. */
    running: running as Readonly<MutableRefObject<boolean>>,
    canUndo: before !== null,
    forget: () => setBefore(null),
    /** @param suggestion which of the proposed rewrites, counted from 0 */
    rewrite(items: readonly Numbered[], suggestion: number) {
      const focus = !isTouch();
      setBefore(boxes.texts.current);
      // From now on letters stand in the text (Ａさんの母), so each keeps the person that it was shown for.
      for (const [name, letter] of offered()) if (!letters.has(name)) letters.set(name, letter);
      for (const { group } of items) {
        const letter = group.suggestions[suggestion]?.replacement ?? '';
        if (isLetter(letter)) letters.set(group.text, letter);
      }
      const places = items.flatMap(({ group }) => group.places);
      change(() => {
        for (const [field, box] of boxes.all()) {
          const passages = places.flatMap((place) => {
            const chosen = place.suggestions[suggestion];
            return place.field === field && chosen ? [changeOf(box.value, place, chosen)] : [];
          });
          replacePassages(box, passages, focus);
        }
      }, items[0]?.number ?? 1);
    },
    undo() {
      if (!before) return;
      const focus = !isTouch();
      setBefore(null);
      change(() => {
        for (const [field, box] of boxes.all()) {
          const text = before[field] ?? '';
          if (text === box.value) continue;
          applyEdit(box, { start: 0, end: box.value.length, replacement: text, select: [0, 0] }, focus);
        }
      }, 1);
    },
  };
}
