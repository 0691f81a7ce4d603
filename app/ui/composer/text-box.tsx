import type { ReactNode, RefCallback } from 'react';
import type { FieldFinding } from './decisions.ts';
import { type MarkLook, Marks } from './marks.tsx';
import type { FieldName } from './props.ts';
import { Wrong } from './wrong.tsx';

export interface BoxEvents {
  onInput(): void;
  onCompositionStart(): void;
  onCompositionEnd(): void;
  onFocus(): void;
  onPaste(event: React.ClipboardEvent<HTMLTextAreaElement>): void;
  onClick(): void;
}

function Room(props: { length: number; limit: number }) {
  const left = props.limit - props.length;
  if (left > Math.min(120, props.limit / 4)) return `${props.limit.toLocaleString('ja-JP')}字まで`;
  if (left >= 0) return <b>{`残り${left}字`}</b>;
  return <b className="is-over">{`${-left}字多いです`}</b>;
}

/** A labelled box with marks under its text. `rows: 1` takes one line, which wraps where it is long. */
export function TextBox(props: {
  id: string;
  name: FieldName;
  label: string;
  /** `only`: the form has no other field, so nobody needs to be told. */
  need: 'required' | 'optional' | 'only';
  help?: string;
  wrong?: string;
  rows: number;
  limit: number;
  initial: string;
  text: string;
  findings: readonly FieldFinding[];
  looks: ReadonlyMap<string, MarkLook>;
  tools?: ReactNode;
  /** When the draft was last saved; absent where the form tells it elsewhere. */
  saved?: string;
  box: RefCallback<HTMLTextAreaElement>;
  events: BoxEvents;
}) {
  const { id, name, rows, text, need, wrong, events } = props;
  const single = rows === 1;
  const described = [props.help && `${id}-help`, wrong && `${id}-wrong`, `${id}-room`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="field">
      <div className="composer__label">
        <label htmlFor={id}>
          {props.label}
          {need === 'required' && <span className="req">必須</span>}
          {need === 'optional' && <span className="opt">なくても送れます</span>}
        </label>
        {props.saved !== undefined && (
          <p className="saved" role="status">
            {props.saved}
          </p>
        )}
      </div>
      {props.help && (
        <p className="help" id={`${id}-help`}>
          {props.help}
        </p>
      )}
      {wrong && <Wrong id={`${id}-wrong`} message={wrong} />}
      {props.tools}
      <div className={`marked${single ? ' marked--single' : ''}`}>
        <Marks text={text} findings={props.findings} looks={props.looks} />
        <textarea
          className="marked__text"
          id={id}
          name={name}
          rows={rows}
          defaultValue={props.initial}
          required={need !== 'optional'}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={described}
          ref={props.box}
          onInput={events.onInput}
          onCompositionStart={events.onCompositionStart}
          onCompositionEnd={events.onCompositionEnd}
          onFocus={events.onFocus}
          onPaste={events.onPaste}
          onClick={events.onClick}
          onKeyDown={(event) => {
            if (single && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
          }}
        />
      </div>
      <p className="composer__room" id={`${id}-room`}>
        <Room length={text.length} limit={props.limit} />
      </p>
    </div>
  );
}
