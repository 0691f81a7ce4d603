export type Paper = {
  /** the programme's name */
  kicker: string;
  href: string;
  title: string;
  lead: string;
  /** 11月12日・4機関・第5版 */
  about: string;
};

/** Notes beside each other, as articles in a paper: three across on a PC. */
export function Papers({ papers, heading: Heading = 'h3' }: { papers: Paper[]; heading?: 'h2' | 'h3' }) {
  return (
    <div className="papers">
      {papers.map(({ kicker, href, title, lead, about }) => (
        <article key={href} className="paper">
          <span className="kicker">{kicker}</span>
          <Heading className="paper__title">
            <a href={href}>{title}</a>
          </Heading>
          <p>{lead}</p>
          <p>{about}</p>
        </article>
      ))}
    </div>
  );
}
