export interface Heading {
  /** Anchor. */
  id: string;
  title: string;
}

const HEADING = /<h([2-6])>(.*?)<\/h\1>/gs;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The HTML of a note under the h1 of its page: its highest headings are h2, whatever the author began with, and have
 * anchors for the table of contents.
 */
export function withAnchors(html: string): { html: string; headings: Heading[] } {
  const levels = [...html.matchAll(HEADING)].map(([, level]) => Number(level));
  const raise = Math.min(...levels, 6) - 2;
  const headings: Heading[] = [];
  const anchored = html.replace(HEADING, (_, level: string, inner: string) => {
    const depth = Number(level) - raise;
    if (depth > 2) return `<h${depth}>${inner}</h${depth}>`;
    const id = `part-${headings.length + 1}`;
    headings.push({ id, title: plain(inner) });
    return `<h2 id="${id}">${inner}</h2>`;
  });
  return { html: anchored, headings };
}

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim();
