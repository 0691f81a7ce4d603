import type { Edit } from './edits.ts';

/** A finger on glass: focus would bring up the keyboard, over the very findings that are being read. */
export function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/**
 * Changes a box as if the author had typed it: the browser's undo takes it back, and an `input` event tells the rest.
 *
 * @param focus whether the box may take the focus; without it the edit cannot join the browser's undo history
 */
export function applyEdit(box: HTMLTextAreaElement, edit: Edit, focus: boolean): void {
  const { start, end, replacement } = edit;
  if (focus) {
    box.focus({ preventScroll: true });
    box.setSelectionRange(start, end);
    // Deprecated, but still the only call that keeps the undo history of a textarea.
    const command = replacement === '' ? 'delete' : 'insertText';
    const typed =
      start === end && replacement === '' ? true : document.execCommand(command, false, replacement);
    if (!typed) setText(box, start, end, replacement);
    box.setSelectionRange(...edit.select);
  } else {
    setText(box, start, end, replacement);
  }
}

function setText(box: HTMLTextAreaElement, start: number, end: number, replacement: string): void {
  box.setRangeText(replacement, start, end, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
}

/** Replaces passages of one box; the last first, so that the others stay where they are. */
export function replacePassages(
  box: HTMLTextAreaElement,
  passages: ReadonlyArray<{ start: number; end: number; replacement: string }>,
  focus: boolean,
): void {
  for (const { start, end, replacement } of [...passages].sort((a, b) => b.start - a.start)) {
    const caret = start + replacement.length;
    applyEdit(box, { start, end, replacement, select: [caret, caret] }, focus);
  }
}
