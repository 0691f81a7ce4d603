import { type RefObject, useEffect, useRef } from 'react';

/**
 * Sets `--keyboard` on the element to the height of the keyboard on the screen, so that the bar at the bottom stays
 * in sight. Browsers lay the keyboard over the page, and CSS cannot ask for it everywhere yet.
 *
 * @param grown called when it covers more of the page than before
 */
export function useKeyboardInset(element: RefObject<HTMLElement>, grown: () => void): void {
  const latest = useRef(grown);
  latest.current = grown;
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    let before = 0;
    const measure = () => {
      // Zooming with two fingers shrinks the visual viewport as well.
      const covered = view.scale > 1.01 ? 0 : window.innerHeight - view.height - view.offsetTop;
      const height = Math.max(0, Math.round(covered));
      element.current?.style.setProperty('--keyboard', `${height}px`);
      if (height > before) latest.current();
      before = height;
    };
    view.addEventListener('resize', measure);
    view.addEventListener('scroll', measure);
    return () => {
      view.removeEventListener('resize', measure);
      view.removeEventListener('scroll', measure);
    };
  }, [element]);
}
