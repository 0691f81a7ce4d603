import { AsideSection } from '../aside-section.tsx';
import { Bars } from '../bars.tsx';

type ActivityProps = {
  questions: number;
  answers: number;
  notes: number;
  /** one sentence: how soon answers came, from how many organizations */
  sentence: string;
};

/** What the network did this month. */
export function Activity({ questions, answers, notes, sentence }: ActivityProps) {
  return (
    <AsideSection id="activity" title="このひと月">
      <Bars
        small
        full={Math.max(questions, answers, notes)}
        rows={[
          { label: '質問', value: questions },
          { label: '回答', value: answers },
          { label: 'ノート', value: notes },
        ]}
      />
      <p className="quiet">{sentence}</p>
    </AsideSection>
  );
}
