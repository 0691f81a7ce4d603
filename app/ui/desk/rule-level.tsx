import type { ReactNode } from 'react';
import type { DeskRule, Level } from '../../domain/anonymization/desk-rules.ts';
import { LEVEL_NAME } from './check-words.ts';

/** One rule, why it is there, and how heavily its findings are taken. */
export function RuleLevel(props: DeskRule & { chosen: Level; children?: ReactNode }) {
  const { id, title, message, severity, levels, chosen, children } = props;
  const field = `level-${id}`;
  return (
    <div className="rule-level">
      <div>
        <label htmlFor={field}>
          <b>{title}</b>
        </label>
        <p className="small quiet" id={`${field}-why`}>
          {message}
        </p>
        {children && <p className="small">{children}</p>}
      </div>
      <select id={field} name={field} defaultValue={chosen} aria-describedby={`${field}-why`}>
        {levels.map((level) => (
          <option key={level} value={level}>
            {LEVEL_NAME[level]}
            {level === severity ? '（はじめ）' : ''}
          </option>
        ))}
      </select>
    </div>
  );
}
