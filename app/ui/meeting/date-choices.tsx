import type { DateAnswer } from '#db/schema.ts';
import { showDay } from '../time.ts';
import { DATE_ANSWERS, showHours } from './date-words.ts';

type DateChoicesProps = {
  dates: Array<{ id: string; day: string; startsAt: string; endsAt: string }>;
  chosen: Readonly<Record<string, DateAnswer>>;
};

/** ○ △ × for each candidate: fields `date:` and its id. */
export function DateChoices({ dates, chosen }: DateChoicesProps) {
  return (
    <div className="choices" id="dates">
      {dates.map(({ id, day, ...hours }) => (
        <fieldset key={id} className="choice">
          <legend>
            <b>{showDay(day)}</b> <span className="small quiet nw">{showHours(hours)}</span>
          </legend>
          <div className="choice__signs">
            {DATE_ANSWERS.map(({ answer, sign, says }) => (
              <label key={answer} className="choice__sign">
                <input
                  type="radio"
                  name={`date:${id}`}
                  value={answer}
                  defaultChecked={chosen[id] === answer}
                />
                <span>
                  <b aria-hidden="true">{sign}</b>
                  {says}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
