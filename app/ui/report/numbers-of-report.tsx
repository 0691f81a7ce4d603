import { Bars } from '../bars.tsx';
import { Figure } from '../figure.tsx';
import { NumberLine } from '../meeting/number-line.tsx';
import { Section } from '../section.tsx';
import { StackBar } from '../stack-bar.tsx';

export type Numbers = {
  /** as the network prints it */
  line: string;
  participants: number;
  sides: Array<{ name: string; people: number }>;
};

/** One line has room for so many shares that can be told apart. */
const SHARES = 3;

/** Who came: the network's own line, and the same as a picture. */
export function NumbersOfReport({ line, participants, sides }: Numbers) {
  const sum = sides.reduce((people, side) => people + side.people, 0);
  return (
    <Section id="numbers" title="参加した人">
      <NumberLine figure={participants} rest={line.replace(/^[\d０-９]+/, '')} />
      {sides.length > 0 && <p className="small quiet">機関の数と、（　）の中は人数です。</p>}
      {sides.length > 1 && (
        <Figure title="人数のうちわけ" note={`n＝${sum}名`}>
          {sides.length <= SHARES ? (
            <StackBar
              shares={sides.map(({ name, people }) => ({ label: name, value: people, unit: '名' }))}
            />
          ) : (
            <Bars
              rows={sides.map(({ name, people }) => ({ label: name, value: people, unit: '名' }))}
              full={Math.max(...sides.map(({ people }) => people))}
            />
          )}
        </Figure>
      )}
    </Section>
  );
}
