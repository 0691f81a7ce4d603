import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, useMatches, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { hasPublicNotes } from '#app/domain/notes/notes.server.ts';
import { countPending } from './domain/moderation/desk.server.ts';
import { site } from './domain/network/settings.server.ts';
import { countUnread } from './domain/notices/notices.server.ts';
import { ErrorPage } from './error-page.tsx';
import { Kept, usePageContext } from './page-context.tsx';
import { type HeadFacts, PageFrame, type Place, SiteFoot, SiteHead } from './ui/page-frame.tsx';
import { PrintSource } from './ui/print-source.tsx';
import styles from './ui/styles.css?url';

/** What a route says of itself to the frame around it. */
export interface RouteHandle {
  place?: Place;
  /** The composer's send bar takes the place of the bottom bar on phones. */
  composing?: boolean;
}

/** Pages that visitors may read too. */
const PUBLIC: Place[] = ['meetings', 'login'];

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { pathname } = new URL(request.url);
  return {
    url: context.config.origin + pathname,
    now: new Date().toISOString(),
    site: await site.get(context.db),
    viewer,
    notices: viewer ? await countUnread(context.db, viewer.id) : 0,
    waiting: viewer?.role === 'secretariat' ? await countPending(context.db) : 0,
    publicNotes: viewer === null && (await hasPublicNotes.get(context.db)),
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, script } = usePageContext();
  const facts = useRouteLoaderData<typeof loader>('root');
  const match = useMatches().at(-1);
  const handle = (match?.handle ?? {}) as RouteHandle;
  // The address of an invitation is a key.
  const isSecret = match?.params.token !== undefined;
  // A page of members' places that the secretariat has opened to anybody, as a note may be.
  const audience = (match?.data as { audience?: string } | undefined)?.audience;
  const isPublic = audience === 'everyone';
  const viewer = facts?.viewer ? { familyName: facts.viewer.familyName, role: facts.viewer.role } : null;
  const head: HeadFacts = {
    site: facts?.site ?? { name: 'つながり', tagline: '' },
    viewer,
    current: handle.place ?? null,
    notices: facts?.notices ?? 0,
    waiting: facts?.waiting ?? 0,
    publicNotes: facts?.publicNotes ?? false,
  };
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {/* What is open to everybody may be found by everybody. */}
        {!isPublic && <meta name="robots" content="noindex" />}
        {/* Vite reads it when it preloads a script that a script asks for. */}
        <meta property="csp-nonce" nonce={nonce} />
        <Meta />
        <Links />
        <script type="module" nonce={nonce} src={script.url} />
      </head>
      <body>
        <PageFrame
          viewer={viewer}
          composing={handle.composing ?? false}
          head={<Kept as="header" className="site" of={SiteHead} with={head} />}
          foot={<Kept as="footer" className="foot" of={SiteFoot} with={{ viewer, waiting: head.waiting }} />}
        >
          {children}
          {facts && !isSecret && (
            <PrintSource
              url={facts.url}
              at={facts.now}
              membersOnly={
                audience === 'members' ||
                (handle.place !== undefined && !PUBLIC.includes(handle.place) && !isPublic)
              }
            />
          )}
        </PageFrame>
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
