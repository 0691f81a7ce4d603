import { mergeTexts } from '../../domain/text/merge.ts';

/** A letter that nobody types: of those that Unicode leaves to private use. */
const CARET = '\ue000';

/** Where the caret belongs when a text has become another: at the letters that it stood at. */
export function carryCaret(before: string, after: string, caret: number): number {
  if (before === after) return caret;
  // Merged in as if somebody had typed it there.
  const typed = `${before.slice(0, caret)}${CARET}${before.slice(caret)}`;
  const { text, conflicts } = mergeTexts(before, after, typed, 'keep');
  if (conflicts === 0 && text.replace(CARET, '') === after) return text.indexOf(CARET);
  // Its own line was changed: what stays at both ends tells where it is.
  const most = Math.min(before.length, after.length);
  let [start, end] = [0, 0];
  while (start < most && before[start] === after[start]) start += 1;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (caret <= start) return caret;
  if (caret >= before.length - end) return caret + after.length - before.length;
  return Math.min(caret, after.length - end);
}
