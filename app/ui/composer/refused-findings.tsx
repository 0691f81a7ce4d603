import { Check } from '../check.tsx';
import { Fold } from '../fold.tsx';
import { Icon } from '../icon.tsx';
import { type Decisions, type FindingGroup, KEEP_REASONS } from './decisions.ts';
import { lookOf, objectionLabel } from './finding-words.ts';
import { type FieldTexts, findingId, type HeadingTag } from './props.ts';
import { quote } from './quote.ts';
import { mayObject, type Numbered } from './standing.ts';

function Reasons({ group, keep }: { group: FindingGroup; keep: Decisions['keeps'][number] | undefined }) {
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
      <label className="finding__note">
        理由（「その他」のとき）
        <input type="text" name={`whytext:${group.key}`} maxLength={200} defaultValue={keep?.note} />
      </label>
    </Fold>
  );
}

/** The findings of a refused form, each with what to do about it as plain form fields. */
export function RefusedFindings(props: {
  submissionKey: string;
  as: HeadingTag;
  items: readonly Numbered[];
  decisions: Decisions;
  texts: FieldTexts;
}) {
  const { submissionKey, as: Heading, decisions } = props;
  const texts: Record<string, string | undefined> = props.texts;
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
          const keep = decisions.keeps.find(({ key }) => key === group.key);
          const objected = decisions.objections.includes(group.key);
          const [suggestion] = group.suggestions;
          return (
            <li
              key={group.key}
              className={`finding finding--${tone}`}
              id={findingId(submissionKey, number)}
              tabIndex={-1}
            >
              <Icon name={icon} />
              <fieldset>
                <legend className="finding__what">
                  <b>{`${number}　${group.shown}`}</b>
                  <span className="quiet small">{`${group.places.length}か所`}</span>
                </legend>
                <p className="finding__sev">{word}</p>
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
                <p className="finding__why">{group.message}</p>
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
                {mayObject(group) && (
                  <Check
                    name="object"
                    value={group.key}
                    defaultChecked={objected}
                    label={objectionLabel(group)}
                    note="事務局が確かめるまで、あなたと事務局だけに見えます"
                  />
                )}
                {group.severity === 'warning' && <Reasons group={group} keep={keep} />}
              </fieldset>
            </li>
          );
        })}
      </ol>
      <div className="btns">
        <button className="btn" type="submit" name="intent" value="post">
          言い換えを当てて、もう一度送る
        </button>
      </div>
    </section>
  );
}
