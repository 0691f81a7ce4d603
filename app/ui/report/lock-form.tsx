import { Check } from '../check.tsx';
import { Fold } from '../fold.tsx';
import { Icon } from '../icon.tsx';
import { type Handout, lockWords } from './handouts.tsx';

type LockFormProps = {
  action: string;
  id: string;
  name: string;
  lock: Handout['lock'];
  /** by field */
  wrong: Record<string, string>;
};

/** What it takes to have one handout: a password, and until when. */
export function LockForm({ action, id, name, lock, wrong }: LockFormProps) {
  const words = lockWords(lock);
  const isWrong = Object.keys(wrong).length > 0;
  return (
    <Fold summary={`${name}：${words.length > 0 ? words.join('・') : '報告を読める人みんな'}`} open={isWrong}>
      <form method="post" action={action}>
        <input type="hidden" name="file" value={id} />
        <Field
          id={`filePassword-${id}`}
          label={lock?.hasPassword ? '新しいパスワード' : 'パスワード'}
          help={
            lock?.hasPassword
              ? '空けておくと、いまのパスワードのままです。'
              : '6文字以上。空けておくと、パスワードなしで渡します。'
          }
          wrong={wrong.filePassword}
          input={{ name: 'filePassword', type: 'text', autoComplete: 'off' }}
        />
        {lock?.hasPassword && <Check name="noPassword" value="1" label="パスワードをなくす" />}
        <Field
          id={`lastDay-${id}`}
          label="いつまで渡すか"
          help="空けておくと、ずっと渡します。"
          wrong={wrong.lastDay}
          input={{ name: 'lastDay', type: 'date', defaultValue: lock?.lastDay ?? '' }}
        />
        <div className="btns mt16">
          <button className="btn" type="submit">
            渡し方を変える<span className="vh">（{name}）</span>
          </button>
        </div>
      </form>
    </Fold>
  );
}

type FieldProps = {
  id: string;
  label: string;
  help: string;
  wrong: string | undefined;
  input: { name: string; type: string; autoComplete?: string; defaultValue?: string };
};

/** There are several such forms on a page, so the ids are the files'. */
function Field({ id, label, help, wrong, input }: FieldProps) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <p className="help" id={`${id}-help`}>
        {help}
      </p>
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          <Icon name="stop" />
          <span>{wrong}</span>
        </p>
      )}
      <input
        {...input}
        id={id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={[wrong ? `${id}-wrong` : '', `${id}-help`].filter(Boolean).join(' ')}
      />
    </div>
  );
}
