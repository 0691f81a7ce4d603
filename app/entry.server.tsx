import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { keptPiece } from './http/kept-piece.server.ts';
import { PageBytes } from './http/page-bytes.server.ts';
import { type PageContext, PageContextProvider } from './page-context.tsx';

/** Renders a page. In one go, not as a stream: every page is small and complete when its loader has answered. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, requestId, fragments }: AppLoadContext,
): Response {
  const { module: url, imports } = remix.manifest.entry;
  const page = new PageBytes(nonce);
  const context: PageContext = {
    nonce,
    requestId,
    script: { url, imports },
    fragment: (name) => page.stand(fragments.get(name) ?? []),
    kept: (component, props) => page.stand(keptPiece(component, props)),
  };
  const frame = renderToString(
    <PageContextProvider value={context}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </PageContextProvider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(page.join(`<!DOCTYPE html>${frame}`), { status, headers });
}

/** Nothing of a request is logged but its id and path; the error's own words are for developers. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  // An answer that a route chose is no failure; Remix reports it where no page is shown.
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.log.error('request failed', { path: new URL(request.url).pathname, error });
}
