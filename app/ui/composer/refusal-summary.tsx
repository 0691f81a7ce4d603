import { Icon } from '../icon.tsx';
import type { FindingGroup, UnfitKeep } from './decisions.ts';
import { type ComposerProps, fieldId, findingId, type HeadingTag } from './props.ts';
import type { Numbered } from './standing.ts';

function summaryLine(
  { shown, severity, message, places }: FindingGroup,
  unfit: UnfitKeep | undefined,
): string {
  if (unfit) return `「${shown}」：${unfit.message}`;
  if (severity !== 'error') return `「${shown}」を言い換えるか、理由を選んでください`;
  const [why] = message.split('。');
  return `「${shown}」：${why}${places.length > 1 ? `（${places.length}か所）` : ''}`;
}

/** The head of a refused form. It takes the focus when the page opens; each line leads to its place. */
export function RefusalSummary(props: {
  submissionKey: string;
  as: HeadingTag;
  items: readonly Numbered[];
  unfit: readonly UnfitKeep[];
  fieldErrors: ComposerProps['fieldErrors'];
  /** Leads to a finding itself, or returns false and leaves it to the link. */
  onFollow(item: Numbered): boolean;
}) {
  const { submissionKey, as: Heading, items, onFollow } = props;
  const wrong = Object.entries(props.fieldErrors);
  const errors = items.filter(({ group }) => group.severity === 'error').length;
  const unfitOf = ({ group }: Numbered) => props.unfit.find(({ key }) => key === group.key);
  const id = `write-${submissionKey}-refusal`;
  const counts = [
    errors + wrong.length > 0 && `直すところが${errors + wrong.length}件`,
    items.length > errors && `確かめるところが${items.length - errors}件`,
  ];
  return (
    <div
      className="errors"
      role="alert"
      tabIndex={-1}
      aria-labelledby={id}
      // biome-ignore lint/a11y/noAutofocus: a refused form must say so first, with and without scripts
      autoFocus
    >
      <Heading id={id}>
        <Icon name="stop" />
        <span>まだ送れていません</span>
      </Heading>
      <p>
        {`${counts.filter(Boolean).join('、')}あります。`}
        書いた文章は下に残っています。サーバーには残していません。
      </p>
      <ol>
        {wrong.map(([field, message]) => (
          <li key={field}>
            <a href={`#${fieldId(submissionKey, field)}`}>{message}</a>
          </li>
        ))}
        {items.map((item) => (
          <li key={item.group.key} className={item.group.severity === 'error' ? undefined : 'is-warn'}>
            <a
              href={`#${findingId(submissionKey, item.number)}`}
              onClick={(event) => {
                if (onFollow(item)) event.preventDefault();
              }}
            >
              <span className="errors__n">{item.number}</span>
              <span>{summaryLine(item.group, unfitOf(item))}</span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
