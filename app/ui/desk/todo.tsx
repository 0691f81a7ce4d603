import type { ReactNode } from 'react';

export type Todo = {
  count: number;
  /** 件, 名, 通, 本 */
  unit: string;
  title: string;
  /** how pressing it is */
  mark?: ReactNode;
  /** what, and why it waits */
  text: string;
  act: { href: string; label: string };
  /** The one filled button of the page. */
  first?: boolean;
};

/** What waits at the desk; by urgency, not by kind. */
export function TodoList({ todos }: { todos: Todo[] }) {
  return (
    <ol className="todo">
      {todos.map(({ count, unit, title, mark, text, act, first }) => (
        <li key={title}>
          <p className="todo__n">
            {count}
            <small>{unit}</small>
          </p>
          <div>
            <h3>
              {title}
              {mark}
            </h3>
            <p>{text}</p>
          </div>
          <a className={first ? 'btn btn--s' : 'btn btn--s btn--line'} href={act.href}>
            {act.label}
            <span className="vh">（{title}）</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
