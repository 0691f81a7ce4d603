/** A link to be copied whole: one touch or click selects all of it. */
export function CopyLink({ label, href }: { label: string; href: string }) {
  return (
    <p className="copy-link">
      <b>{label}</b>
      <code>{href}</code>
    </p>
  );
}
