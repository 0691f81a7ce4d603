import { Check } from '../check.tsx';
import { Fold } from '../fold.tsx';
import { showDate } from '../time.ts';
import { type ComposerProps, fieldId, type NoteProps } from './props.ts';
import { Wrong } from './wrong.tsx';

/** The programmes that a note is about, one or several. */
export function NoteProgrammes({
  submissionKey,
  programmes,
  wrong,
}: {
  submissionKey: string;
  programmes: NoteProps['programmes'];
  wrong: string | undefined;
}) {
  const id = fieldId(submissionKey, 'programmes');
  return (
    <fieldset
      className="field note-programmes"
      id={id}
      tabIndex={-1}
      aria-describedby={wrong ? `${id}-wrong` : undefined}
    >
      <legend className="field__label">
        事業区分<span className="req">必須</span>
        <span className="help"> いくつでも</span>
      </legend>
      {wrong && <Wrong id={`${id}-wrong`} message={wrong} />}
      <div className="note-programmes__choices">
        {programmes.map(({ slug, name, chosen }) => (
          <Check key={slug} name="programmes" value={slug} defaultChecked={chosen} label={name} />
        ))}
      </div>
    </fieldset>
  );
}

/** The meetings that a note grew from; a fold, because most notes grew from none. */
export function NoteMeetings({
  submissionKey,
  meetings,
}: {
  submissionKey: string;
  meetings: NoteProps['meetings'];
}) {
  if (meetings.length === 0) return null;
  return (
    <Fold summary="もとになった情報交換会" icon="meeting" open={meetings.some(({ chosen }) => chosen)}>
      <fieldset className="field note-programmes" id={fieldId(submissionKey, 'meetings')}>
        <legend className="vh">もとになった情報交換会</legend>
        {meetings.map(({ slug, title, day, chosen }) => (
          <Check
            key={slug}
            name="meetings"
            value={slug}
            defaultChecked={chosen}
            label={title}
            note={showDate(day)}
          />
        ))}
      </fieldset>
    </Fold>
  );
}

/** 何を直したか, for the history. */
export function NotePurpose({
  submissionKey,
  purpose,
  wrong,
}: {
  submissionKey: string;
  purpose: string;
  wrong: ComposerProps['fieldErrors']['purpose'];
}) {
  const id = fieldId(submissionKey, 'purpose');
  return (
    <div className="field">
      <div className="composer__label">
        <label htmlFor={id}>
          何を直したか<span className="opt">なくても可</span>
        </label>
      </div>
      <p className="help" id={`${id}-help`}>
        履歴に出ます。例：灯油代の助成の額を、ことしのものにしました
      </p>
      {wrong && <Wrong id={`${id}-wrong`} message={wrong} />}
      <input
        type="text"
        id={id}
        name="purpose"
        defaultValue={purpose}
        maxLength={100}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={[wrong ? `${id}-wrong` : '', `${id}-help`].filter(Boolean).join(' ')}
      />
    </div>
  );
}
