/** A text that could not be taken, to be copied: nothing that was typed is lost. */
export function KeptText({ title, body }: { title?: string; body: string }) {
  return (
    <div className="field mt24">
      <label className="field__label" htmlFor="kept">
        書いた文章（サーバーには残していません）
      </label>
      <textarea id="kept" readOnly rows={10} defaultValue={title ? `${title}\n\n${body}` : body} />
    </div>
  );
}
