/** Where a label leads to: the questions of the same programme or tag, or the notes. */
type LabelPlace = '/questions' | '/notes';

/** A programme (事業区分). */
export type Programme = { slug: string; name: string };

export function ProgrammeLink({
  programme,
  place = '/questions',
}: {
  programme: Programme;
  place?: LabelPlace;
}) {
  return (
    <a className="prog" href={`${place}?programme=${encodeURIComponent(programme.slug)}`}>
      {programme.name}
    </a>
  );
}

export function TagLink({ tag, place = '/questions' }: { tag: string; place?: LabelPlace }) {
  return (
    <a className="tag" href={`${place}?tag=${encodeURIComponent(tag)}`}>
      {tag}
    </a>
  );
}
