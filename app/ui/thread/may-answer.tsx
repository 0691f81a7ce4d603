import { Check } from '../check.tsx';
import { Icon } from '../icon.tsx';
import { Section } from '../section.tsx';

export type MayAnswerProps = {
  /** Likeliest first; those that were told already are not among them. */
  organizations: Array<{ id: string; label: string; reason: string }>;
  /** Names of the organizations that were told. */
  asked: string[];
  /** How many more may be told. */
  left: number;
};

/** For the asker of a question without an answer: who may know one, to be told of it. Posts `ask` to its thread. */
export function MayAnswer({ organizations, asked, left }: MayAnswerProps) {
  const choices = left > 0 ? organizations : [];
  if (choices.length === 0 && asked.length === 0) return null;
  return (
    <Section id="may-answer" title="この質問に答えられそうな機関">
      {asked.length > 0 && <p>{asked.join('、')} に知らせました。</p>}
      {choices.length > 0 && (
        <form method="post">
          <input type="hidden" name="intent" value="ask" />
          <fieldset>
            <legend className="small quiet">
              選んだ機関の会員の「お知らせ」に、この質問が出ます（あと{left}つまで）。
            </legend>
            {choices.map(({ id, label, reason }) => (
              <Check key={id} name="organization" value={id} label={label} note={reason} />
            ))}
          </fieldset>
          <p className="mt16">
            <button className="btn btn--line" type="submit">
              <Icon name="bell" />
              選んだ機関に知らせる
            </button>
          </p>
        </form>
      )}
    </Section>
  );
}
