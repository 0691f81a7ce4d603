import { useRef } from 'react';
import type { FieldFinding } from './decisions.ts';

/** Milliseconds after the browser's own check, which comes 250 after the last letter. */
const PAUSE = 650;

/**
 * Asks the server once in each pause of typing, one question at a time. No answer is no trouble: the author hears
 * nothing of it, and the server looks again when the post is sent.
 *
 * @param question what is asked now, in a form that tells whether it is another than before; null when there is
 *   nothing to ask, or not yet
 * @param answered hears the answer, unless the text has changed since
 */
export function useServerCheck(
  question: () => string | null,
  ask: (given: AbortController) => Promise<FieldFinding[]>,
  answered: (findings: FieldFinding[]) => void,
) {
  const timer = useRef(0);
  const asking = useRef<AbortController | null>(null);
  /** What is being asked, or was answered last. */
  const asked = useRef<string | null>(null);

  function stop() {
    clearTimeout(timer.current);
    asking.current?.abort();
    asking.current = null;
    asked.current = null;
  }

  function now() {
    const wanted = question();
    if (wanted === null || wanted === asked.current || !navigator.onLine) return;
    stop();
    const given = new AbortController();
    asking.current = given;
    asked.current = wanted;
    ask(given).then(
      (findings) => {
        if (!given.signal.aborted) answered(findings);
      },
      () => {
        if (asking.current === given) stop();
      },
    );
  }

  return {
    /** The text has changed: an answer would speak of another. */
    stop,
    soon() {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(now, PAUSE);
    },
  };
}
