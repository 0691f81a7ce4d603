import type { ClipboardEvent } from 'react';
import { applyEdit } from './apply-edit.ts';
import { normalizePasted } from './edits.ts';

/** Pastes plain text without what nobody sees; a box for one line gets one line. */
export function pasteClean(event: ClipboardEvent<HTMLTextAreaElement>, singleLine: boolean): void {
  const pasted = event.clipboardData.getData('text/plain');
  const lines = normalizePasted(pasted);
  const text = singleLine ? lines.replace(/\s*\n\s*/g, ' ').trim() : lines;
  if (text === pasted) return;
  event.preventDefault();
  const { selectionStart: start, selectionEnd: end } = event.currentTarget;
  const caret = start + text.length;
  applyEdit(event.currentTarget, { start, end, replacement: text, select: [caret, caret] }, true);
}
