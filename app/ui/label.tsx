/** A programme (事業区分), as a link to its questions. */
export type Programme = { slug: string; name: string };

export function ProgrammeLink({ programme }: { programme: Programme }) {
  return (
    <a className="prog" href={`/questions?programme=${encodeURIComponent(programme.slug)}`}>
      {programme.name}
    </a>
  );
}

export function TagLink({ tag }: { tag: string }) {
  return (
    <a className="tag" href={`/questions?tag=${encodeURIComponent(tag)}`}>
      {tag}
    </a>
  );
}
