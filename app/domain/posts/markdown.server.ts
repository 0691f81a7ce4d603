import { Marked, Tokenizer } from 'marked';
import sanitizeHtml from 'sanitize-html';
import type { SafeHtml } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string);

/**
 * Signs beside asterisks that count as letters. CommonMark tells an opening ** from a closing one by the spaces around
 * signs; Japanese puts none there, and **「分ける」**と would show its asterisks.
 */
const JAPANESE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆\u3000-\u303f\uff00-\uffef]`;
const SIGN = String.raw`(?![*_])[\p{P}\p{S}]`;
const LIKE_LETTERS = new RegExp(
  String.raw`(?=${JAPANESE})${SIGN}(?=\*)|(?<=\*)(?=${JAPANESE})${SIGN}|${SIGN}(?=\*+${JAPANESE})|(?<=${JAPANESE}\*+)${SIGN}`,
  'gu',
);
const OPENS_BESIDE_JAPANESE = new RegExp(String.raw`^(?:${JAPANESE}\*|[^*]?\*+${JAPANESE})`, 'u');

/**
 * __分ける__ within a sentence. CommonMark reads no underscore inside a word, for the sake of names like a__b; Japanese
 * has no space to end a word by, and the check reads past a pair of them. One underscore is left to the names of files.
 */
const UNDERSCORED = /^__(?=\S)([^_\n]*[^\s_])__(?!_)/;
const IS_JAPANESE = new RegExp(JAPANESE, 'u');
const IS_LATIN = /[A-Za-z0-9]/;

/** Length of the emphasis with which a text begins, 0 where it begins with none between Japanese words. */
function underscoredLength(masked: string, before: string): number {
  const length = UNDERSCORED.exec(masked)?.[0].length ?? 0;
  const [after = ''] = masked.slice(length, length + 2);
  const beside = before.slice(-1) + after;
  return IS_JAPANESE.test(beside) && !IS_LATIN.test(beside) ? length : 0;
}

/** Runs of asterisks or tildes in one paragraph that are read as such; with more, finding partners takes too long. */
const MOST_RUNS = 200;
/** Stands in the mask for a sign of emphasis that is shown as typed; no text of ours holds it. */
const AS_TYPED = '\0';

function maskEmphasis(masked: string): string {
  const runs = masked.match(/\*+|_+|~+/g)?.length ?? 0;
  if (runs > MOST_RUNS) return masked.replace(/[*_~]/g, AS_TYPED);
  // As long as it was: the parser compares positions in it with those of the text.
  return masked.replace(LIKE_LETTERS, (sign) => 'a'.repeat(sign.length));
}

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
  hooks: { emStrongMask: maskEmphasis },
  tokenizer: {
    // What returns false is read as usual.
    del: (src, maskedSrc) => (maskedSrc.at(-src.length) === AS_TYPED ? undefined : false),
    emStrong(src, maskedSrc, prevChar = '') {
      if (maskedSrc.at(-src.length) === AS_TYPED) return undefined;
      const length = underscoredLength(maskedSrc.slice(-src.length), prevChar);
      if (length > 0) {
        const text = src.slice(2, length - 2);
        return { type: 'strong', raw: src.slice(0, length), text, tokens: this.lexer.inlineTokens(text) };
      }
      const [opening = ''] = /^\**.?/su.exec(src) ?? [];
      const before = OPENS_BESIDE_JAPANESE.test(prevChar + opening) ? '' : prevChar;
      return Tokenizer.prototype.emStrong.call(this, src, maskedSrc, before);
    },
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
  return renderForCheck(text) as SafeHtml;
}

/** The same for the check, which looks at what readers would see; no page takes it. */
export function renderForCheck(text: string): string {
  return sanitizeHtml(parse(text), ALLOWED);
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
