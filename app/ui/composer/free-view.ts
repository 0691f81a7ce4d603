/** Room around a passage: above it for its number. */
const ABOVE = 24;
const BELOW = 8;

/**
 * Scrolls a passage into the part of the screen that bar, sheet and keyboard leave free, unless it is there already.
 * `scrollIntoView` knows of margins only, and the sheet is often higher than what is left.
 */
export function scrollIntoFreeView(passage: HTMLElement, bar: HTMLElement): void {
  const { top, bottom } = passage.getBoundingClientRect();
  const view = window.visualViewport;
  const from = view?.offsetTop ?? 0;
  const over = getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().top : Infinity;
  const until = Math.min(over, from + (view?.height ?? window.innerHeight));
  if (top - ABOVE >= from && bottom + BELOW <= until) return;
  window.scrollBy(0, (top + bottom) / 2 - (from + until) / 2);
}
