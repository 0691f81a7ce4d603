type Shared = {
  title: string;
  description: string;
  /** whole addresses */
  url: string;
  picture: string;
};

/** What other programs show where somebody links to a page. They fetch the page themselves; nothing tells who read it. */
export const openGraph = ({ title, description, url, picture }: Shared) => [
  { tagName: 'link' as const, rel: 'canonical', href: url },
  { name: 'description', content: description },
  { property: 'og:type', content: 'article' },
  { property: 'og:locale', content: 'ja_JP' },
  { property: 'og:title', content: title },
  { property: 'og:description', content: description },
  { property: 'og:url', content: url },
  { property: 'og:image', content: picture },
];
