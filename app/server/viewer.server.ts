import type { Sessions, Viewer } from '#app/domain/login/lucia.server.ts';

/**
 * Finds out who is logged in, once per request, when it is first asked for.
 *
 * @param cookies takes the Set-Cookie header of a session that was renewed or is void
 */
export function viewerOnce(
  sessions: Sessions,
  headers: Headers,
  cookies: string[],
): () => Promise<Viewer | null> {
  let found: Promise<Viewer | null> | undefined;
  return () => {
    found ??= findViewer(sessions, headers, cookies);
    return found;
  };
}

async function findViewer(sessions: Sessions, headers: Headers, cookies: string[]): Promise<Viewer | null> {
  const id = sessions.readSessionCookie(headers.get('cookie') ?? '');
  if (!id) return null;
  const { session, user } = await sessions.validateSession(id);
  if (!session) {
    cookies.push(sessions.createBlankSessionCookie().serialize());
    return null;
  }
  if (session.fresh) cookies.push(sessions.createSessionCookie(session.id).serialize());
  return user;
}
