import { type AppLoadContext, data, redirect } from '@remix-run/node';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { type Action, isAllowed } from '#app/domain/permissions.ts';

/** What was typed, given back on the page that explains why it was not taken. */
export interface Kept {
  title?: string;
  body: string;
}

export interface ErrorFacts {
  kept?: Kept;
  /** Says more than the status does. */
  reason?: string;
}

/**
 * The member who asks, if they may do this.
 *
 * @param kept what a form brought along, so that it is not lost with the login session
 * @throws a redirect to the login page for visitors who read, 401 for those who send, 403 for members who may not
 */
export async function requireMember(
  { request, context }: { request: Request; context: AppLoadContext },
  action: Action,
  kept?: Kept,
): Promise<Viewer> {
  const viewer = await context.viewer();
  if (viewer && isAllowed(viewer.role, action)) return viewer;
  if (viewer) throw data({ kept } satisfies ErrorFacts, { status: 403 });
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw data({ kept } satisfies ErrorFacts, { status: 401 });
  }
  const { pathname, search } = new URL(request.url);
  throw redirect(pathname === '/' ? '/login' : `/login?to=${encodeURIComponent(pathname + search)}`);
}

/** The error page for what is not there, or not for this reader: the two look alike. */
export function notFound(kept?: Kept): never {
  throw data({ kept } satisfies ErrorFacts, { status: 404 });
}
