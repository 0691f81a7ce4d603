import { useEffect, useState } from 'react';
import { Icon } from '../icon.tsx';
import type { Near } from './props.ts';

/** Milliseconds after the last letter of the title. */
const PAUSE = 500;
/** Milliseconds after which an answer would come too late to be of use. */
const PATIENCE = 4_000;

/** Questions that may be the same as the one being written; they open in a new tab, so that nothing written is lost. */
export function AskedBefore({ near, id }: { near: readonly Near[]; id: string }) {
  if (near.length === 0) return null;
  return (
    <section className="asked" aria-labelledby={`${id}-asked`}>
      <p className="asked__title" id={`${id}-asked`}>
        似た質問があります
      </p>
      <ul>
        {near.map(({ id: question, title, state, answerCount }) => (
          <li key={question}>
            <a href={`/questions/${question}`} target="_blank" rel="noopener">
              {title}
              <Icon name="out" />
              <span className="vh">（新しいタブで開きます）</span>
            </a>
            <small>{state === 'solved' ? `解決済み・回答 ${answerCount}` : `回答 ${answerCount}`}</small>
          </li>
        ))}
      </ul>
      <p className="small quiet">答えが見つからなければ、このまま質問してください。</p>
    </section>
  );
}

/**
 * The same while the title is being written: asks the server in each pause, and gives up the question before. No
 * answer is no trouble; the author hears nothing of it.
 */
export function AskedBeforeLive({ title, first, id }: { title: string; first: readonly Near[]; id: string }) {
  const [near, setNear] = useState(first);
  const [asked, setAsked] = useState(title);
  useEffect(() => {
    if (title === asked) return;
    const given = new AbortController();
    const timer = setTimeout(async () => {
      const late = setTimeout(() => given.abort(), PATIENCE);
      try {
        const body = new URLSearchParams({ title });
        const answer = await fetch('/similar', { method: 'POST', body, signal: given.signal });
        if (answer.ok) setNear(((await answer.json()) as { questions: Near[] }).questions);
        setAsked(title);
      } catch {
        // The network is away, or there is a newer title.
      } finally {
        clearTimeout(late);
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [title, asked]);
  return (
    <div aria-live="polite">
      <AskedBefore near={near} id={id} />
    </div>
  );
}
