import type { FieldFinding } from './decisions.ts';
import { groupKey } from './decisions.ts';
import { segments } from './segments.ts';

/** How the passages of a group are drawn; `settled` ones are kept or disputed by the author. */
export interface MarkLook {
  number: number;
  tone: 'error' | 'warn' | 'info' | 'settled';
  current: boolean;
}

/**
 * The same text once more, beneath the box and with its metrics, to carry the underlines. It also gives the box its
 * height, so that a box grows with its text without any script measuring it.
 */
export function Marks(props: {
  text: string;
  findings: readonly FieldFinding[];
  looks: ReadonlyMap<string, MarkLook>;
}) {
  return (
    <div className="marked__layer" aria-hidden="true">
      {segments(props.text, props.findings).map(({ text, finding }) => {
        const key = finding && groupKey(finding);
        const look = key === undefined ? undefined : props.looks.get(key);
        if (!finding || !look) return text;
        return (
          <mark
            key={finding.start}
            className={`hit hit--${look.tone}${look.current ? ' is-current' : ''}`}
            data-n={look.tone === 'settled' ? '✓' : look.number}
            data-key={key}
          >
            {text}
          </mark>
        );
      })}
      {/* A line that is still empty takes room too. */}
      {'\u200b'}
    </div>
  );
}
