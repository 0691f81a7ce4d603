import { Feed } from 'feed';
import type { FeedItem } from '#app/domain/feeds/news.server.ts';
import type { Site } from '#app/domain/network/settings.server.ts';

export const FEED_FORMATS = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: (feed: Feed) => feed.atom1() },
  rss: { type: 'application/rss+xml; charset=utf-8', write: (feed: Feed) => feed.rss2() },
};

export type FeedFormat = keyof typeof FEED_FORMATS;

const WORDS = { note: 'ノート', question: '回答のあった質問' };

/** What was found for a feed, as Atom or RSS. */
export function writeFeed(
  items: readonly FeedItem[],
  format: FeedFormat,
  { site, origin, withText }: { site: Site; origin: string; withText: boolean },
): string {
  const feed = new Feed({
    id: `${origin}/`,
    link: `${origin}/`,
    title: `${site.name}：新しいノートと、回答のあった質問`,
    description: site.tagline,
    language: 'ja',
    // The library would put the present moment, and each fetch would look like news.
    updated: new Date(items[0]?.updatedAt ?? 0),
    generator: false,
  });
  for (const { kind, path, title, programme, publishedAt, updatedAt, html } of items)
    feed.addItem({
      id: origin + path,
      link: origin + path,
      title: `${WORDS[kind]}：${title}`,
      published: new Date(publishedAt),
      date: new Date(updatedAt),
      category: [{ name: programme }],
      ...(withText ? { content: html } : {}),
    });
  return FEED_FORMATS[format].write(feed);
}
