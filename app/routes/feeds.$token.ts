import type { LoaderFunctionArgs } from '@remix-run/node';
import { findFeed } from '#app/domain/feeds/feed-link.server.ts';
import { newsForFeed } from '#app/domain/feeds/news.server.ts';
import { site } from '#app/domain/network/settings.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { FEED_FORMATS, type FeedFormat, writeFeed } from '#app/http/write-feed.server.ts';

const MOST = 30;
const ADDRESS = /^([\w-]{20,40})\.(atom|rss)$/;

/** A member's feed, for programs that cannot log in. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, config } = context;
  const [, token, format] = ADDRESS.exec(params.token ?? '') ?? [];
  const feed = token === undefined ? undefined : await findFeed(db, token);
  if (!feed) return notFound();
  const items = await newsForFeed(db, MOST);
  const body = writeFeed(items, format as FeedFormat, {
    site: await site.get(db),
    origin: config.origin,
    withText: feed.withText,
  });
  return new Response(body, {
    headers: {
      'Content-Type': FEED_FORMATS[format as FeedFormat].type,
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex',
    },
  });
}
