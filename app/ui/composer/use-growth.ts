import { type RefObject, useEffect, useRef } from 'react';

/** Calls back when an element becomes higher. */
export function useGrowth(element: RefObject<HTMLElement>, grown: () => void): void {
  const latest = useRef(grown);
  latest.current = grown;
  useEffect(() => {
    if (!element.current) return;
    let before = Infinity;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      if (height > before) latest.current();
      before = height;
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
}
