/** A link to be copied whole: one touch or click selects all of it. */
export function CopyLink({ label, href }: { label: string; href: string }) {
  return (
    <p className="copy-link">
      <b>{label}</b>
      <code>{href}</code>
      {/* Shown by the script that gives it its work. */}
      <button className="btn btn--line btn--s" type="button" data-copy={href} hidden>
        リンクを写す
      </button>
      <span role="status" className="small" />
    </p>
  );
}
