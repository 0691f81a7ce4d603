/** One step of the day; `time` as it is read: 13:30 */
export type Step = { time: string; what: string };

/** 当日のながれ */
export function DayProgramme({ steps }: { steps: Step[] }) {
  return (
    <ol className="day">
      {steps.map(({ time, what }) => (
        <li key={time}>
          <b>{time}</b>
          <span>{what}</span>
        </li>
      ))}
    </ol>
  );
}
