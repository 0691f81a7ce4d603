import { Check } from '../check.tsx';
import { Select, TextField } from '../field.tsx';
import { Fold } from '../fold.tsx';
import { Icon } from '../icon.tsx';
import { showClock, showDate } from '../time.ts';

interface TalkFinding {
  field: string;
  severity: string;
  passage: string;
  message: string;
  replacement: string | null;
}

type TalkFormProps = {
  talk: {
    kind: 'thread' | 'note' | 'out';
    title: string;
    programme: string;
    messages: Array<{
      id: string;
      name: string;
      saidAt: string;
      typed: string;
      text: string;
      leftOut: boolean;
    }>;
  };
  programmes: Array<{ slug: string; name: string }>;
  findings: TalkFinding[];
};

const KINDS = [
  { value: 'thread', label: '質問と回答', note: 'はじめの人の文が質問に、ほかの人の文が回答になります' },
  { value: 'note', label: 'ノート', note: '書いた機関の名前を添えて、一つの文章になります' },
] as const;

/** A conversation of the chat as the desk mends it before it is published. Every button keeps what was typed. */
export function TalkForm({ talk, programmes, findings }: TalkFormProps) {
  const of = (field: string) => findings.filter((finding) => finding.field === field);
  const titleFindings = of('title');
  const warnings = findings.length > 0 && findings.every(({ severity }) => severity === 'warning');
  return (
    <form method="post" id="talk">
      {/* Enter in a field presses the first button of a form: let it be this one. */}
      <button className="vh" type="submit" name="intent" value="save" tabIndex={-1} aria-hidden>
        保存して確かめる
      </button>
      <TextField
        name="title"
        label="題"
        required
        defaultValue={talk.title}
        wrong={titleFindings.length > 0 ? titleFindings.map(sentence).join('') : undefined}
      />
      <fieldset className="field">
        <legend className="field__label">何にしますか</legend>
        {KINDS.map(({ value, label, note }) => (
          <Check
            key={value}
            type="radio"
            name="kind"
            value={value}
            label={label}
            note={note}
            defaultChecked={value === talk.kind || (value === 'thread' && talk.kind === 'out')}
          />
        ))}
      </fieldset>
      <Select
        name="programme"
        label="事業区分"
        defaultValue={talk.programme}
        options={programmes.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      {findings.length > 0 && (
        <p className="btns">
          <button className="btn btn--line" type="submit" name="intent" value="rewrite">
            <Icon name="shield" />
            しるしのあるところを、まとめて言いかえる
          </button>
        </p>
      )}
      <ol className="mt24">
        {talk.messages.map((message, at) => (
          <Said key={message.id} {...message} first={at === 0} findings={of(message.id)} />
        ))}
      </ol>
      {warnings && (
        <Check
          name="harmless"
          value="1"
          label="しるしのあるところは確かめました。公開されていることか、だれとも結びつかないことです。"
        />
      )}
      <div className="btns mt24">
        <button className="btn" type="submit" name="intent" value="publish">
          のせる
        </button>
        <button className="btn btn--line" type="submit" name="intent" value="save">
          保存して確かめる
        </button>
        <button className="btn btn--line" type="submit" name="intent" value="join">
          つぎのやりとりとつなぐ
        </button>
        <button className="btn btn--quiet" type="submit" name="intent" value="leave">
          のせない
        </button>
      </div>
    </form>
  );
}

const sentence = ({ passage, message }: TalkFinding) => `「${passage}」：${message}`;

type SaidProps = TalkFormProps['talk']['messages'][number] & { first: boolean; findings: TalkFinding[] };

function Said({ id, name, saidAt, typed, text, leftOut, first, findings }: SaidProps) {
  const wrong = findings.length > 0;
  return (
    <li className="talk__said">
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {name}
          <span className="opt">{`${showDate(saidAt)} ${showClock(saidAt)}`}</span>
        </label>
        {wrong && (
          <ul className="wrong" id={`${id}-wrong`}>
            {findings.map((finding) => (
              <li key={`${finding.passage}${finding.message}`}>
                {sentence(finding)}
                {finding.replacement !== null && `（「${finding.replacement}」に言いかえられます）`}
              </li>
            ))}
          </ul>
        )}
        <textarea
          id={id}
          name={id}
          rows={Math.min(12, Math.max(2, Math.ceil(text.length / 38) + text.split('\n').length - 1))}
          defaultValue={text}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
        />
      </div>
      <Check name="shown" value={id} label="この文をのせる" defaultChecked={!leftOut} />
      {typed !== text && (
        <Fold summary="もとの文を見る" icon="history">
          <p className="prose">{typed}</p>
        </Fold>
      )}
      {!first && (
        <button className="btn btn--quiet btn--s" type="submit" name="intent" value={`split:${id}`}>
          ここから別のやりとりにする<span className="vh">（{name}の文から）</span>
        </button>
      )}
    </li>
  );
}
