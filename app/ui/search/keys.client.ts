/**
 * Keys for a page with a search box: `/` goes to the box, the arrows go through what was found. Links stay links:
 * Tab and Enter work as ever.
 */
export function listenForKeys(box: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if (event.key === '/' && !isWriting(at)) {
      event.preventDefault();
      box.focus();
      box.select();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const results = [...document.querySelectorAll<HTMLElement>('[data-results] > li h2 a')];
    const current = results.indexOf(at as HTMLElement);
    if (at !== box && current === -1) return;
    const next = current + (event.key === 'ArrowDown' ? 1 : -1);
    if (next >= results.length) return;
    event.preventDefault();
    (results[next] ?? box).focus();
  });
}

const isWriting = (element: Element | null) =>
  element instanceof HTMLElement &&
  (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
