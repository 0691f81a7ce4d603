import { Section } from '../section.tsx';
import { NumberLine } from './number-line.tsx';

type NumbersSectionProps = { participants: number | null; numbersLine: string | null };

/** Who came, in the line that the network prints; nothing before that is known. */
export function NumbersSection({ participants, numbersLine }: NumbersSectionProps) {
  if (numbersLine === null || participants === null) return null;
  return (
    <Section id="numbers" title="参加">
      <NumberLine figure={participants} rest={numbersLine.replace(String(participants), '')} />
    </Section>
  );
}
