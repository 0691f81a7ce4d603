import { Icon } from './icon.tsx';

/** One thing to put right; `field` is the id of the place it stands at. */
export type FormError = { field: string; message: string; warning?: boolean };

type ErrorSummaryProps = { title: string; lead?: string; errors: FormError[] };

/** At the top of a refused form: numbered links to each place. */
export function ErrorSummary({ title, lead, errors }: ErrorSummaryProps) {
  return (
    <div className="errors" id="errors" role="alert" tabIndex={-1}>
      <h2>
        <Icon name="stop" />
        <span>{title}</span>
      </h2>
      {lead && <p>{lead}</p>}
      <ol>
        {errors.map(({ field, message, warning }, index) => (
          <li key={`${field} ${message}`} className={warning ? 'is-warn' : undefined}>
            <a href={`#${field}`}>
              <span className="errors__n">{index + 1}</span>
              <span>{message}</span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
