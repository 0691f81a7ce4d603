import { type MutableRefObject, useRef, useState } from 'react';
import type { LintOptions, lintFields } from '#lint/engine.ts';
import { withLettersOf } from '#lint/offered-letters.ts';
import { withSeverities } from '#lint/severities.ts';
import { askServer } from './ask-server.ts';
import { bothFindings, onlyOfServer } from './both-findings.ts';
import type { FieldFinding } from './decisions.ts';
import { type ComposerProps, FIELD_NAMES, type FieldName, type FieldTexts } from './props.ts';
import { shiftFindings } from './segments.ts';
import { useServerCheck } from './use-server-check.ts';

/** Brings the check into the browser; called once, when it is first needed. */
export type LoadEngine = () => Promise<Engine>;

interface Engine {
  lintFields: typeof lintFields;
}

/** The browser's part of the check, with the network's severities as on the server. */
const find = (engine: Engine, fields: Record<string, string>, options: LintOptions) =>
  withSeverities(engine.lintFields(fields, options), options.severities);

/** Milliseconds without typing before the text is checked. */
const PAUSE = 250;

interface Written {
  /** What the boxes hold now. */
  texts: MutableRefObject<FieldTexts>;
  /** True while a word is being composed with an input method. */
  composing: Readonly<MutableRefObject<boolean>>;
  limits: ComposerProps['limits'];
  /** The thread that is written for. */
  place: Pick<ComposerProps, 'thread' | 'replaced'>;
  /** What the server found in the texts that the boxes held at first. */
  found: readonly FieldFinding[];
}

/**
 * Checks what the boxes hold while the author writes: the browser at each short pause, the server, which sees more, at
 * each longer one.
 *
 * @param options read anew at each check, because letters are added while rewriting
 */
export function useFindings(
  { texts, composing, limits, place, found }: Written,
  options: LintOptions,
  load?: LoadEngine,
) {
  const [findings, setFindings] = useState<FieldFinding[]>([]);
  const [state, setState] = useState<'absent' | 'loading' | 'ready' | 'failed'>('absent');
  const engine = useRef<Engine | null>(null);
  const asked = useRef(false);
  const timer = useRef(0);
  const own = useRef<readonly FieldFinding[]>([]);
  /** Those that the browser did not have when the server gave them. */
  const more = useRef(found);

  function show(): FieldFinding[] {
    const all = bothFindings(own.current, more.current);
    setFindings(all);
    return all;
  }

  const server = useServerCheck(
    () => {
      const fits = FIELD_NAMES.every((field) => (texts.current[field] ?? '').length <= limits[field]);
      const written = Object.values(texts.current).some((text) => text.trim() !== '');
      return fits && written && !composing.current ? JSON.stringify(texts.current) : null;
    },
    (given) => {
      const shown = bothFindings(own.current, more.current);
      return askServer(texts.current, withLettersOf(shown, options), place, given);
    },
    (answer) => {
      more.current = onlyOfServer(answer, own.current);
      show();
    },
  );

  /** Checks at once. Without an engine nothing is found: the server checks in any case. */
  function check(): FieldFinding[] {
    clearTimeout(timer.current);
    if (!engine.current) return [];
    try {
      const fields = texts.current as Record<FieldName, string>;
      own.current = find(engine.current, fields, withLettersOf(more.current, options));
    } catch {
      // A broken check must not keep anybody from posting.
      engine.current = null;
      setFindings([]);
      setState('failed');
      return [];
    }
    server.soon();
    return show();
  }

  function hold() {
    clearTimeout(timer.current);
    server.stop();
  }

  return {
    findings,
    state,
    check,
    /** Puts off every check, because the text is about to change. */
    hold,
    /** Whether a text beside the boxes names somebody, as far as this browser can tell. */
    findsError: (text: string) =>
      engine.current !== null &&
      find(engine.current, { text }, options).some(({ severity }) => severity === 'error'),
    checkSoon() {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(check, PAUSE);
    },
    /** Lets the marks keep up with an edit until the next check. */
    follow(field: FieldName, before: string, after: string) {
      hold();
      const move = (all: readonly FieldFinding[]) => {
        const ofField = all.filter((finding) => finding.field === field);
        const others = all.filter((finding) => finding.field !== field);
        return [...others, ...shiftFindings(ofField, before, after)];
      };
      own.current = move(own.current);
      more.current = move(more.current);
      if (engine.current) show();
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
