import type { ReactNode } from 'react';
import { Check } from '../check.tsx';
import { Fold } from '../fold.tsx';
import { Icon } from '../icon.tsx';
import { type Decisions, type FindingGroup, KEEP_REASONS, type Keep, type UnfitKeep } from './decisions.ts';
import { lookOf, objectionLabel } from './finding-words.ts';
import { MoreLink } from './more-link.tsx';
import { findingId, type HeadingTag } from './props.ts';
import { quote } from './quote.ts';
import { mayObject, type Numbered } from './standing.ts';
import { Wrong } from './wrong.tsx';

function Reasons(props: {
  id: string;
  group: FindingGroup;
  keep: Keep | undefined;
  wrong: string | undefined;
}) {
  const { id, group, keep, wrong } = props;
  return (
    <Fold summary="このまま載せる理由がある" open={keep !== undefined}>
      {KEEP_REASONS.map(({ reason, label }) => (
        <Check
          key={reason}
          type="radio"
          name={`why:${group.key}`}
          value={reason}
          defaultChecked={keep?.reason === reason}
          label={label}
        />
      ))}
      {/* A radio button cannot be taken back, so there is one for having no reason. */}
      <Check
        type="radio"
        name={`why:${group.key}`}
        value=""
        defaultChecked={!keep}
        label="理由はない（言い換える）"
      />
      {wrong && <Wrong id={`${id}-wrong`} message={wrong} />}
      <label className="finding__note">
        理由（「その他」のとき）
        <input
          type="text"
          name={`whytext:${group.key}`}
          maxLength={200}
          defaultValue={keep?.note}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
        />
      </label>
    </Fold>
  );
}

/**
 * The findings of a refused form, each with what to do about it as plain form fields.
 *
 * @param props.children the button that sends them
 */
export function RefusedFindings(props: {
  submissionKey: string;
  as: HeadingTag;
  items: readonly Numbered[];
  decisions: Decisions;
  unfit: readonly UnfitKeep[];
  /** By field. */
  texts: Record<string, string | undefined>;
  /** Where nothing may stay as it is, neither by a reason nor by an objection. */
  rewritesOnly?: boolean;
  /** Where nobody would decide about an objection. */
  noObjections?: boolean;
  children: ReactNode;
}) {
  const {
    submissionKey,
    as: Heading,
    decisions,
    texts,
    rewritesOnly = false,
    noObjections = rewritesOnly,
  } = props;
  const id = `write-${submissionKey}-fixes`;
  return (
    <section className="refused" aria-labelledby={id}>
      <div className="sec__head">
        <Heading id={id}>指摘と言い換え</Heading>
      </div>
      <p className="sec__note">
        しるしを付けた言い換えは、送るときに文章へ当てます。自分で直すときは、しるしを外してください。
      </p>
      <ol className="fixes">
        {props.items.map((item) => {
          const { group, number } = item;
          const { tone, icon, word } = lookOf(item);
          const unfit = props.unfit.find(({ key }) => key === group.key);
          const keep = unfit ?? decisions.keeps.find(({ key }) => key === group.key);
          const id = findingId(submissionKey, number);
          const objected = decisions.objections.includes(group.key);
          const [suggestion] = group.suggestions;
          const asked = rewritesOnly && group.severity !== 'info' ? '言い換えてください' : word;
          return (
            <li key={group.key} className={`finding finding--${tone}`} id={id} tabIndex={-1}>
              <Icon name={icon} />
              <fieldset>
                <legend className="finding__what">
                  <b>{`${number}　${group.shown}`}</b>
                  <span className="quiet small">{`${group.places.length}か所`}</span>
                </legend>
                <p className="finding__sev">{asked}</p>
                <blockquote className="ctx">
                  {group.places.map(({ field, start, end }) => {
                    const { before, passage, after } = quote(texts[field] ?? '', start, end);
                    return (
                      <p key={`${field}${start}`}>
                        {before}
                        <mark className={`hit hit--${tone}`}>{passage}</mark>
                        {after}
                      </p>
                    );
                  })}
                </blockquote>
                <p className="finding__why">
                  {group.message}
                  <MoreLink ruleId={group.ruleId} />
                </p>
                {suggestion && (
                  <label className="check">
                    <input type="checkbox" name="fix" value={group.key} defaultChecked={!keep && !objected} />
                    <span>
                      {`「${group.shown}」を「`}
                      <b>{suggestion.label}</b>
                      」に書き換える
                    </span>
                  </label>
                )}
                {!noObjections && mayObject(group) && (
                  <Check
                    name="object"
                    value={group.key}
                    defaultChecked={objected}
                    label={objectionLabel(group)}
                    note="事務局が確かめるまで、あなたと事務局だけに見えます"
                  />
                )}
                {!rewritesOnly && group.severity === 'warning' && (
                  <Reasons id={id} group={group} keep={keep} wrong={unfit?.message} />
                )}
              </fieldset>
            </li>
          );
        })}
      </ol>
      <div className="btns">{props.children}</div>
    </section>
  );
}
