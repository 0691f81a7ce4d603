import { type MutableRefObject, useRef, useState } from 'react';
import type { LintOptions, lintFields } from '#lint/engine.ts';
import type { FieldFinding } from './decisions.ts';
import type { FieldName, FieldTexts } from './props.ts';
import { shiftFindings } from './segments.ts';

/** Brings the check into the browser; called once, when it is first needed. */
export type LoadEngine = () => Promise<{ lintFields: typeof lintFields }>;

/** Milliseconds without typing before the text is checked. */
const PAUSE = 250;

/**
 * Checks what the boxes hold while the author writes.
 *
 * @param texts what the boxes hold now
 * @param options read anew at each check, because letters are added while rewriting
 */
export function useFindings(texts: MutableRefObject<FieldTexts>, options: LintOptions, load?: LoadEngine) {
  const [findings, setFindings] = useState<FieldFinding[]>([]);
  const [state, setState] = useState<'absent' | 'loading' | 'ready' | 'failed'>('absent');
  const engine = useRef<Awaited<ReturnType<LoadEngine>> | null>(null);
  const asked = useRef(false);
  const timer = useRef(0);

  /** Checks at once. Without an engine nothing is found: the server checks in any case. */
  function check(): FieldFinding[] {
    clearTimeout(timer.current);
    if (!engine.current) return [];
    try {
      const found = engine.current.lintFields(texts.current as Record<FieldName, string>, options);
      setFindings(found);
      return found;
    } catch {
      // A broken check must not keep anybody from posting.
      engine.current = null;
      setFindings([]);
      setState('failed');
      return [];
    }
  }

  return {
    findings,
    state,
    check,
    /** Whether a text beside the boxes names somebody, as far as this browser can tell. */
    findsError: (text: string) =>
      engine.current?.lintFields({ text }, options).some(({ severity }) => severity === 'error') ?? false,
    checkSoon() {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(check, PAUSE);
    },
    /** Lets the marks keep up with an edit until the next check. */
    follow(field: FieldName, before: string, after: string) {
      clearTimeout(timer.current);
      setFindings((all) => {
        const ofField = all.filter((finding) => finding.field === field);
        const moved = shiftFindings(ofField, before, after);
        return [...all.filter((finding) => finding.field !== field), ...moved];
      });
    },
    wake() {
      if (!load || asked.current) return;
      asked.current = true;
      setState('loading');
      load().then(
        (loaded) => {
          engine.current = loaded;
          setState('ready');
          check();
        },
        () => setState('failed'),
      );
    },
  };
}
