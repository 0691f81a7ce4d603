import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { keptHtml } from './http/kept-html.server.tsx';
import { PageContextProvider } from './page-context.tsx';

/** Renders a page. In one go, not as a stream: every page is small and complete when its loader has answered. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, requestId, fragments }: AppLoadContext,
): Response {
  const { module: url, imports } = remix.manifest.entry;
  const html = renderToString(
    <PageContextProvider value={{ nonce, requestId, fragments, keep: keptHtml, script: { url, imports } }}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </PageContextProvider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Nothing of a request is logged but its id and path; the error's own words are for developers. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return;
  context.log.error('request failed', { path: new URL(request.url).pathname, error });
}
