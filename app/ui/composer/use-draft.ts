import { useEffect, useRef, useState } from 'react';
import { type Draft, removeDraft, saveDraft } from './draft.ts';

/** Milliseconds without typing before the draft is saved. */
const PAUSE = 600;

/**
 * Keeps what is written in this browser.
 *
 * @param collect reads the form as it is now
 * @returns `saved`: a line for the author, empty until something was saved
 */
export function useDraft(key: string | null, collect: () => Draft) {
  const [saved, setSaved] = useState('');
  const pending = useRef(0);
  const latest = useRef(collect);
  latest.current = collect;

  function flush() {
    if (key === null || pending.current === 0) return;
    clearTimeout(pending.current);
    pending.current = 0;
    const time = new Date().toLocaleTimeString('ja-JP', { hour: 'numeric', minute: '2-digit' });
    setSaved(saveDraft(key, latest.current()) ? `この端末に保存 ${time}` : 'この端末には保存できません');
  }
  const flushNow = useRef(flush);
  flushNow.current = flush;

  // On a phone a page that is left is often never seen again.
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') flushNow.current();
    };
    const flushOnLeave = () => flushNow.current();
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', flushOnLeave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', flushOnLeave);
    };
  }, []);

  return {
    saved,
    flush,
    saveSoon() {
      clearTimeout(pending.current);
      pending.current = window.setTimeout(() => flushNow.current(), PAUSE);
    },
    discard() {
      clearTimeout(pending.current);
      pending.current = 0;
      if (key !== null) removeDraft(key);
      setSaved('');
    },
  };
}
