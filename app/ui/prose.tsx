type ProseProps = {
  /** rendered from Markdown and sanitized when it was written */
  html: string;
  /** A note has headings of its own; a post is one part of a page. */
  as?: 'note' | 'post';
};

export function Prose({ html, as = 'post' }: ProseProps) {
  // The table of a case is as wide as the column; prose keeps to a readable measure.
  if (html.startsWith('<dl class="case">')) return <div dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <div
      className={as === 'post' ? 'prose prose--post' : 'prose'}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
