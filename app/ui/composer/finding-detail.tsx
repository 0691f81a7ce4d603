import { useId, useState } from 'react';
import type { KeepReason } from '#lint/gate.ts';
import { KEEP_REASONS, type Keep, type UnfitKeep } from './decisions.ts';
import { lookOf, objectionLabel } from './finding-words.ts';
import { MoreLink } from './more-link.tsx';
import { mayObject, type Numbered } from './standing.ts';
import { Wrong } from './wrong.tsx';

export interface FindingActs {
  rewrite(item: Numbered, suggestion: number): void;
  object(item: Numbered, objected: boolean): void;
  keep(item: Numbered, keep: { reason: KeepReason; note: string } | null): void;
  /** What is wrong with a reason, in words for the author. */
  noteProblem(note: string): string | undefined;
}

interface Props {
  item: Numbered;
  kept: Keep | undefined;
  /** A reason that the server did not accept. */
  unfit: UnfitKeep | undefined;
  acts: FindingActs;
}

/** What is left of a passage on a button: enough to know it again. */
function short(passage: string): string {
  return passage.length > 12 ? `${passage.slice(0, 10)}…` : passage;
}

function Reasons({ item, unfit, acts, close }: Omit<Props, 'kept'> & { close(): void }) {
  const [note, setNote] = useState<string | null>(unfit?.note ?? null);
  const [wrong, setWrong] = useState(unfit?.message);
  const id = useId();
  const save = () => {
    if (!note?.trim()) return;
    const problem = acts.noteProblem(note.trim());
    if (problem) setWrong(problem);
    else acts.keep(item, { reason: 'other', note: note.trim() });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a group of fields, and these are buttons
    <div className="finding__reasons" role="group" aria-label="このまま載せる理由">
      {KEEP_REASONS.map(({ reason, label }) => (
        <button
          key={reason}
          type="button"
          className="btn btn--line btn--s"
          aria-expanded={reason === 'other' ? note !== null : undefined}
          onClick={() => (reason === 'other' ? setNote('') : acts.keep(item, { reason, note: '' }))}
        >
          {label}
        </button>
      ))}
      {note !== null && wrong && <Wrong id={id} message={wrong} />}
      {note !== null && (
        <label className="finding__note">
          理由
          {/* Without a name it is not posted; the form carries the decision once it is made. */}
          <input
            type="text"
            maxLength={200}
            value={note}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? id : undefined}
            // biome-ignore lint/a11y/noAutofocus: the author has just asked for this field
            autoFocus={!unfit}
            onChange={(event) => setNote(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              save();
            }}
          />
        </label>
      )}
      {note !== null && (
        <button type="button" className="btn btn--s" aria-disabled={!note.trim()} onClick={save}>
          この理由で載せる
        </button>
      )}
      <button type="button" className="btn btn--quiet" onClick={close}>
        やめる
      </button>
    </div>
  );
}

/** Why a passage was found and what the author can do about it. */
export function FindingDetail({ item, kept, unfit, acts }: Props) {
  const [asking, setAsking] = useState(unfit !== undefined);
  const { group, standing } = item;
  if (standing === 'kept') {
    const label = KEEP_REASONS.find(({ reason }) => reason === kept?.reason)?.label;
    return (
      <>
        <p className="finding__why">
          {'あなたが選んだ理由：'}
          <b>{label}</b>
          {kept?.note ? `「${kept.note}」` : null}
        </p>
        <div className="finding__do">
          <button type="button" className="btn btn--quiet" onClick={() => acts.keep(item, null)}>
            理由を直す
          </button>
        </div>
      </>
    );
  }
  if (standing === 'objected') {
    return (
      <>
        <p className="finding__why">事務局が確かめるまで、あなたと事務局だけに見えます。</p>
        <div className="finding__do">
          <button type="button" className="btn btn--quiet" onClick={() => acts.object(item, false)}>
            取り消す
          </button>
        </div>
      </>
    );
  }
  return (
    <>
      <p className="finding__sev">{lookOf(item).word}</p>
      <p className="finding__why">{group.message}</p>
      <div className="finding__do">
        {group.suggestions.map(({ label }, index) => (
          <button key={label} type="button" className="rewrite" onClick={() => acts.rewrite(item, index)}>
            <del>{short(group.shown)}</del>
            <span aria-hidden="true">→</span>
            <span className="vh">を</span>
            <ins>{label}</ins>
            <span className="vh">に書き換える</span>
          </button>
        ))}
        {mayObject(group) && (
          <button type="button" className="btn btn--quiet" onClick={() => acts.object(item, true)}>
            {objectionLabel(group)}
          </button>
        )}
        {group.severity === 'warning' && !asking && (
          <button type="button" className="btn btn--quiet" onClick={() => setAsking(true)}>
            このまま載せる理由を書く
          </button>
        )}
        <MoreLink ruleId={group.ruleId} />
      </div>
      {asking && <Reasons item={item} unfit={unfit} acts={acts} close={() => setAsking(false)} />}
    </>
  );
}
