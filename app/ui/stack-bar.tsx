import { Key, type KeyItem } from './bar-pairs.tsx';

/** A part of a whole. */
export type Share = { label: string; value: number; unit: string };

const BARS: Array<KeyItem['bar']> = ['bar1', 'bar3', 'bar2'];

/** One line divided into at most three shares, with its key. Shares of nobody are left out. */
export function StackBar({ shares }: { shares: Share[] }) {
  const shown = shares.filter((share) => share.value > 0);
  const whole = shown.reduce((sum, share) => sum + share.value, 0);
  const gap = whole / 120;
  const words = shown.map(({ label, value, unit }) => `${label} ${value}${unit}`);
  return (
    <>
      <svg
        className="stackbar"
        viewBox={`0 0 ${whole + gap * (shown.length - 1)} 10`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.join('、')}
      >
        {shown.map(({ label, value }, index) => (
          <rect
            key={label}
            className={BARS[index]}
            x={shown.slice(0, index).reduce((sum, share) => sum + share.value + gap, 0)}
            width={value}
            height="10"
          />
        ))}
      </svg>
      <Key items={words.map((label, index) => ({ bar: BARS[index] ?? 'bar1', label }))} />
    </>
  );
}
