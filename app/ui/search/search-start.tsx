import { Section } from '../section.tsx';

export type SearchStartProps = {
  /** Much used words, as searches. */
  tags: Array<{ label: string; href: string }>;
  /** Where to leaf through instead. */
  programmes: Array<{ label: string; href: string; count: number }>;
};

/** The search page before anything is searched for: how to search, and where to leaf through. */
export function SearchStart({ tags, programmes }: SearchStartProps) {
  return (
    <>
      <Section id="how" title="探し方">
        <ul className="prose">
          <li>ことばを一つか二つ。あいだは空けます（例：家賃 滞納）。</li>
          <li>「生保」「住確」のような略語、ひらがな、一文字の打ちまちがいでも見つかります。</li>
          <li>
            そのとおりの言い方で探すときは「」でくくり、除きたいことばの前には - を付けます（例：「家計簿」
            -アプリ）。
          </li>
        </ul>
      </Section>
      {tags.length > 0 && (
        <Section id="often" title="よく使われることば">
          <ul className="chips">
            {tags.map(({ label, href }) => (
              <li key={href}>
                <a className="chip" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {programmes.length > 0 && (
        <Section id="programmes" title="事業区分から見る">
          <ul className="chips">
            {programmes.map(({ label, href, count }) => (
              <li key={href}>
                <a className="chip" href={href}>
                  {label}
                  <span className="num">{count}</span>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
