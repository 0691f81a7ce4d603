import { type RefObject, useEffect } from 'react';

/**
 * Sets `--keyboard` on the element to the height of the keyboard on the screen, so that the bar at the bottom stays
 * in sight. Browsers lay the keyboard over the page, and CSS cannot ask for it everywhere yet.
 */
export function useKeyboardInset(element: RefObject<HTMLElement>): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const measure = () => {
      // Zooming with two fingers shrinks the visual viewport as well.
      const covered = view.scale > 1.01 ? 0 : window.innerHeight - view.height - view.offsetTop;
      element.current?.style.setProperty('--keyboard', `${Math.max(0, Math.round(covered))}px`);
    };
    view.addEventListener('resize', measure);
    view.addEventListener('scroll', measure);
    return () => {
      view.removeEventListener('resize', measure);
      view.removeEventListener('scroll', measure);
    };
  }, [element]);
}
