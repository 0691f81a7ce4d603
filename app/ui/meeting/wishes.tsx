import { Icon } from '../icon.tsx';

type WishesProps = {
  groups: Array<{ no: number; theme: string }>;
  /** chosen group numbers: first, second, third wish; null where nothing is chosen */
  chosen: [number | null, number | null, number | null];
  /** the sentence that says how to put it right */
  wrong?: string;
};

const NAMES = ['wish1', 'wish2', 'wish3'] as const;

/** Three wishes for a group: fields wish1, wish2, wish3 with the group's number, empty for none. */
export function Wishes({ groups, chosen, wrong }: WishesProps) {
  return (
    <fieldset aria-describedby={wrong ? 'wishes-help wishes-wrong' : 'wishes-help'}>
      <legend className="label">
        入りたいグループ<span className="opt">あれば</span>
      </legend>
      <p className="help" id="wishes-help">
        人数を見て、事務局が組みます。
      </p>
      {wrong && (
        <p className="wrong" id="wishes-wrong">
          <Icon name="stop" />
          <span>{wrong}</span>
        </p>
      )}
      <div className="wishes">
        {NAMES.map((name, index) => (
          <div key={name}>
            <label className="label" htmlFor={name}>
              第{index + 1}希望
            </label>
            <select
              id={name}
              name={name}
              defaultValue={chosen[index] ?? ''}
              aria-invalid={(index === 0 && wrong !== undefined) || undefined}
            >
              <option value="">選んでください</option>
              {groups.map(({ no, theme }) => (
                <option key={no} value={no}>
                  {no}　{theme}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
