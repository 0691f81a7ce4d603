import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import type { SafeHtml } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string);

const markdown = new Marked({
  gfm: true,
  // People press return where they want a new line.
  breaks: true,
  renderer: {
    // The page has its h1 and h2; what a member writes begins below them.
    heading({ tokens, depth }) {
      const level = Math.min(depth + 2, 6);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    // Whoever types &#x4f50; sees &#x4f50;: the check read it so, and nothing may become a name by being shown.
    text(token) {
      return 'tokens' in token && token.tokens
        ? this.parser.parseInline(token.tokens)
        : escapeHtml(token.text);
    },
    // Whoever types <b> sees <b>: nobody has to know HTML, and nothing typed disappears.
    html: ({ text }) => escapeHtml(text),
    // No pictures from elsewhere: they would tell their server who reads. The words stay.
    image: ({ text }) => escapeHtml(text),
  },
});

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'em',
    'del',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'hr',
    'a',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], h2: ['id'] },
  allowedSchemes: ['https', 'http'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener noreferrer' }) },
};

/** Markdown as HTML that is safe to put on a page: an allow-list of tags, links to http and https only. */
export function renderMarkdown(text: AnonymizedText): SafeHtml {
  return sanitizeHtml(parse(text), ALLOWED) as string as SafeHtml;
}

/** Quotes in quotes in quotes, thousands deep, are more than the parser can take; they are shown as typed. */
function parse(text: string): string {
  try {
    return markdown.parse(text, { async: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
  }
}
