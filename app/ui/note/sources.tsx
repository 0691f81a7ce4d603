export type Source = { title: string; href?: string; note: string };

/** もとになったもの: questions of the network, laws, handbooks. */
export function Sources({ sources }: { sources: Source[] }) {
  return (
    <ol className="sources">
      {sources.map(({ title, href, note }) => (
        <li key={title}>
          {href ? <a href={href}>{title}</a> : title}
          <small>{note}</small>
        </li>
      ))}
    </ol>
  );
}
