import { Notice } from '../notice.tsx';
import type { ComposerProps, FieldTexts, HeadingTag } from './props.ts';
import { RefusalSummary } from './refusal-summary.tsx';
import { RefusedFindings } from './refused-findings.tsx';
import { isBlocking, type Numbered } from './standing.ts';
import { Unchecked } from './unchecked.tsx';

/**
 * What a form that the server sent back begins with: why it came back, where to go, and what the boxes below do not
 * show, with its form fields.
 */
export function RefusalHead(props: {
  form: ComposerProps;
  as: HeadingTag;
  /** Findings that the boxes show. */
  items: readonly Numbered[];
  /** Findings of the server that they do not. */
  unseen: readonly Numbered[];
  /** What is still wrong with single fields. */
  errors: ComposerProps['fieldErrors'];
  texts: FieldTexts;
  lacking: string | undefined;
  /** Leads to a finding that the boxes show. */
  onLead(item: Numbered): void;
}) {
  const { items, unseen, errors } = props;
  const { submissionKey, refusal, unchecked, fieldErrors } = props.form;
  if (refusal === null && Object.keys(fieldErrors).length === 0) return null;
  const summary = [...items, ...unseen].filter(isBlocking);
  const summed = summary.length > 0 || Object.keys(errors).length > 0;
  const unfit = refusal?.unfit ?? [];
  return (
    <>
      {summed && (
        <RefusalSummary
          submissionKey={submissionKey}
          as={props.as}
          items={summary}
          unfit={unfit}
          fieldErrors={errors}
          onFollow={(item) => {
            if (items.includes(item)) props.onLead(item);
            return items.includes(item);
          }}
        />
      )}
      {unchecked && <Unchecked />}
      {refusal && !unchecked && !summed && refusal.findings.length === 0 && (
        <Notice kind="ok" title={`指摘はありません。${props.lacking ?? 'このまま送れます'}。`} />
      )}
      {refusal && unseen.length > 0 && (
        <RefusedFindings
          submissionKey={submissionKey}
          as={props.as}
          items={unseen}
          decisions={refusal.decisions}
          unfit={unfit}
          texts={props.texts}
        >
          <button className="btn" type="submit" name="intent" value="post">
            言い換えを当てて、もう一度送る
          </button>
        </RefusedFindings>
      )}
    </>
  );
}
