import { type FormEvent, useEffect, useRef, useState } from 'react';
import { settleKey } from './sent.ts';

/** Milliseconds to wait for a sign of life before the form is handed to the browser. */
const REACH = 8_000;
/** Milliseconds after which a post that brought no new page may be sent again. */
const STUCK = 30_000;

export type Trouble = 'offline' | 'slow';

/**
 * Any answer will do. Once the browser itself posts the form, a dead line replaces the page by an error page; asking
 * first keeps the author beside the text.
 */
async function serverAnswers(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    await fetch('/icons.svg', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(REACH) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Sends a form once, however often the button is pressed.
 *
 * @param mayGo looks over the form just before; it shows the author what is missing and returns false
 */
export function useSending(mayGo: (intent: string) => boolean) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const stage = useRef<'idle' | 'asking' | 'go' | 'gone'>('idle');
  const stuck = useRef(0);

  function rest(trouble: Trouble | null) {
    clearTimeout(stuck.current);
    stage.current = 'idle';
    setBusy(false);
    setTrouble(trouble);
  }

  useEffect(() => {
    // The browser may bring this page back as it was left: sending.
    const back = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      clearTimeout(stuck.current);
      stage.current = 'idle';
      setBusy(false);
    };
    const online = () => setTrouble((was) => (was === 'offline' ? null : was));
    const offline = () => setTrouble('offline');
    addEventListener('pageshow', back);
    addEventListener('online', online);
    addEventListener('offline', offline);
    return () => {
      removeEventListener('pageshow', back);
      removeEventListener('online', online);
      removeEventListener('offline', offline);
    };
  }, []);

  return {
    busy,
    trouble,
    onSubmit(event: FormEvent<HTMLFormElement>) {
      if (stage.current === 'go') {
        stage.current = 'gone';
        return;
      }
      event.preventDefault();
      if (stage.current !== 'idle') return;
      const form = event.currentTarget;
      const { submitter } = event.nativeEvent as SubmitEvent;
      const button = submitter ?? form.querySelector<HTMLElement>('button[value="post"]');
      if (!mayGo(button?.getAttribute('value') ?? 'post')) return;
      stage.current = 'asking';
      setBusy(true);
      setTrouble(null);
      void serverAnswers().then((answers) => {
        if (!answers) return rest('offline');
        stage.current = 'go';
        stuck.current = window.setTimeout(() => rest('slow'), STUCK);
        settleKey(form);
        form.requestSubmit(button);
      });
    },
  };
}
