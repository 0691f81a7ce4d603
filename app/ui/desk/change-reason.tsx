import { TextField } from '../field.tsx';

/** The end of each form in which the desk changes the check: why, and the button that shows what would change. */
export function ChangeReason(props: { label: string; help: string; wrong?: string; typed?: string }) {
  return (
    <>
      <TextField
        name="reason"
        label={props.label}
        help={props.help}
        required
        wrong={props.wrong}
        defaultValue={props.typed}
      />
      <div className="btns mt24">
        <button className="btn" type="submit" name="intent" value="preview">
          新しい投稿で試す
        </button>
      </div>
    </>
  );
}
