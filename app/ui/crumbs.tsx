/** The way back up; the last step may be without a link. */
export type Crumb = { label: string; href?: string };

export function Crumbs({ steps }: { steps: Crumb[] }) {
  return (
    <nav className="crumbs" aria-label="いまいる場所">
      <ol>
        {steps.map(({ label, href }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : label}</li>
        ))}
      </ol>
    </nav>
  );
}
