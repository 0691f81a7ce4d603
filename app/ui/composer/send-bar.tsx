import type { ReactNode, RefObject } from 'react';
import { Icon } from '../icon.tsx';
import { isBlocking, type Numbered } from './standing.ts';

/**
 * Where the post stands, in numbers, and the next step beside it.
 *
 * @param lacking what is still to be written or chosen, in words
 */
function stateOf(items: readonly Numbered[], lacking: string | undefined) {
  const blocking = items.filter(isBlocking);
  const errors = blocking.filter(({ group }) => group.severity === 'error').length;
  const warnings = blocking.length - errors;
  if (errors > 0) {
    const also =
      warnings > 0 ? `ほかに、言い換えか理由が${warnings}件` : (lacking ?? '言い換えると、送れます');
    return { tone: 'stop', icon: 'stop', words: `投稿できません：あと${errors}件`, also } as const;
  }
  if (warnings > 0) {
    return {
      tone: 'wait',
      icon: 'warn',
      words: `言い換えか理由が、あと${warnings}件`,
      also: lacking ?? '選ぶと、送れます',
    } as const;
  }
  if (lacking) return { tone: 'lack', icon: 'pencil', words: lacking, also: 'そろうと、送れます' } as const;
  const disputed = items.some(({ standing }) => standing === 'objected');
  const also = disputed ? '事務局が確かめるまで、あなたと事務局だけに見えます' : null;
  return { tone: 'go', icon: 'done', words: '投稿できます', also } as const;
}

export function SendBar(props: {
  bar: RefObject<HTMLElement>;
  /** Something in the bar has got the focus, for which a browser scrolls the page as well. */
  onEnter(): void;
  stateId: string;
  /** Null where nothing is checked in the browser, or not yet: the server checks in any case. */
  items: readonly Numbered[] | null;
  /** What is still to be written or chosen, in words. */
  lacking: string | undefined;
  as: string;
  submit: string;
  offerCheck: 'always' | 'without-script';
  busy: boolean;
  sheet: ReactNode;
  notice: ReactNode;
  /** Takes back the rewrites just made, while that is possible. */
  onUndo: (() => void) | null;
  onNext(): void;
}) {
  const { items, busy } = props;
  const state = items && stateOf(items, props.lacking);
  const blocked = items?.some(isBlocking) ?? false;
  const check = (
    <button className="btn btn--quiet" type="submit" name="intent" value="check" formNoValidate>
      送らずに確かめる
    </button>
  );
  return (
    <section
      className={`sendbar${state ? ` sendbar--${state.tone}` : ''}`}
      aria-label="送る"
      ref={props.bar}
      onFocus={() => requestAnimationFrame(props.onEnter)}
    >
      {props.sheet}
      {props.notice}
      <p className="sendbar__state" id={props.stateId} role="status" tabIndex={-1} data-state>
        {state ? (
          <>
            <Icon name={state.icon} />
            <span>
              <b>{state.words}</b>
              <small>{state.also ?? `${props.as} として`}</small>
            </span>
          </>
        ) : (
          <small>{`${props.as} として`}</small>
        )}
      </p>
      {props.onUndo && (
        <button
          className="btn btn--quiet sendbar__undo"
          type="button"
          aria-label="言い換えを元に戻す"
          onClick={props.onUndo}
        >
          元に戻す
        </button>
      )}
      {blocked && (
        <button className="btn sendbar__next" type="button" onClick={props.onNext}>
          次の指摘へ
          <Icon name="down" />
        </button>
      )}
      <button
        className={`btn sendbar__send${blocked ? ' btn--line' : ''}`}
        type="submit"
        name="intent"
        value="post"
        aria-disabled={blocked || undefined}
        aria-describedby={blocked ? props.stateId : undefined}
        aria-busy={busy || undefined}
      >
        {busy ? '送っています' : props.submit}
      </button>
      {props.offerCheck === 'always' ? check : <noscript>{check}</noscript>}
    </section>
  );
}
