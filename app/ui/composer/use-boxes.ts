import { type MutableRefObject, useRef, useState } from 'react';
import type { FieldName, FieldTexts } from './props.ts';

export interface Boxes {
  /** What the boxes hold now, for timers and submits. */
  texts: MutableRefObject<FieldTexts>;
  /** The same for rendering. */
  shown: FieldTexts;
  get(field: FieldName): HTMLTextAreaElement | undefined;
  all(): Iterable<[FieldName, HTMLTextAreaElement]>;
  register(field: FieldName, box: HTMLTextAreaElement | null): void;
  /** Takes over what was typed into a box. @returns the text before and after */
  read(field: FieldName): [before: string, after: string];
  /** Sets all boxes anew, beside the browser's undo history; one that holds its text already keeps its caret. */
  fill(next: FieldTexts): void;
}

/**
 * The text boxes. React never writes into them: the browser, the keyboard and the author do, and a text that is
 * being composed with an input method must not be touched.
 */
export function useBoxes(initial: FieldTexts): Boxes {
  const elements = useRef(new Map<FieldName, HTMLTextAreaElement>());
  const texts = useRef(initial);
  const [shown, setShown] = useState(initial);

  function hold(next: FieldTexts) {
    texts.current = { ...texts.current, ...next };
    setShown(texts.current);
  }

  return {
    texts,
    shown,
    get: (field) => elements.current.get(field),
    all: () => elements.current,
    register(field, box) {
      if (box) elements.current.set(field, box);
    },
    read(field) {
      const before = texts.current[field] ?? '';
      const after = elements.current.get(field)?.value ?? before;
      hold({ [field]: after });
      return [before, after];
    },
    fill(next) {
      for (const [field, box] of elements.current) {
        const text = next[field] ?? '';
        if (box.value !== text) box.value = text;
      }
      hold(next);
    },
  };
}
