type SharedBoxProps = {
  /** Where the script reads and writes the text. */
  endpoint: string;
  text: string;
  version: number;
  /** What that version says; the box holds more where a form came back. */
  base: string;
  limit: number;
  wrong?: string;
};

/** The box that several people write in at once. A script keeps it and brings in what others write. */
export function SharedBox({ endpoint, text, version, base, limit, wrong }: SharedBoxProps) {
  return (
    <div className="shared" data-shared-text={endpoint}>
      <input type="hidden" name="base" value={version} />
      <label className="field__label" htmlFor="text">
        話したこと
      </label>
      <p className="help" id="text-help">
        グループのだれでも書けます。同じところを書かないかぎり、みなさんの文章は自動で合わさります。相談者の名前や、その人と分かることは書かないでください。
      </p>
      {wrong && <p className="wrong">{wrong}</p>}
      <textarea
        id="text"
        name="text"
        rows={14}
        maxLength={limit}
        defaultValue={text}
        data-base={base}
        autoComplete="off"
        aria-describedby="text-help text-state"
        aria-invalid={wrong ? true : undefined}
      />
      <p className="shared__state small" id="text-state" role="status" data-shared-state />
      <div data-shared-findings />
    </div>
  );
}
