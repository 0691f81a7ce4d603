import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';

interface Route {
  path?: string;
  parentId?: string;
}

/** Which routes a path may match: those whose first word, and number of words, are the same. */
interface Place {
  /** null stands for a word that no route begins with. */
  first: string | null;
  words: number;
}

/**
 * Remix's request handler, divided by the place of a path.
 *
 * For every request Remix walks through all routes it knows, several times: a sixth of a page's cost. So each place of
 * the site (a question, the desk's pages …) has a handler that knows only the routes that may match there.
 */
export function remixByPlace(build: ServerBuild, mode: string | undefined): RequestHandler {
  const handlers = new Map<string, RequestHandler>();
  const handlerFor = (place: Place) => {
    const key = `${place.words} ${place.first}`;
    let handler = handlers.get(key);
    if (!handler) {
      handler = createRequestHandler(partOf(build, place), mode);
      handlers.set(key, handler);
    }
    return handler;
  };
  const routes = Object.values(build.routes);
  const firsts = new Set(routes.map((route) => wordsOf(route)?.[0] ?? ''));
  const most = Math.max(...routes.map((route) => wordsOf(route)?.length ?? 0));
  return (request, context) => {
    const { pathname } = new URL(request.url);
    const first = decodeURIComponent(pathname).split('/')[1]?.toLowerCase() ?? '';
    // What is longer than all of them matches what any path matches.
    const words = Math.min(most + 1, pathname.split('/').filter(Boolean).length);
    return handlerFor({ first: firsts.has(first) ? first : null, words })(request, context);
  };
}

function partOf(build: ServerBuild, place: Place): ServerBuild {
  const assets = { ...build.assets, routes: routesOf(build.assets.routes, place) };
  return { ...build, routes: routesOf(build.routes, place), assets };
}

/** The routes that may match the paths of a place. */
export function routesOf<R extends Route>(
  routes: Readonly<Record<string, R>>,
  place: Place,
): Record<string, R> {
  return Object.fromEntries(Object.entries(routes).filter(([, route]) => mayMatch(route, place)));
}

function mayMatch(route: Route, { first, words }: Place): boolean {
  const own = wordsOf(route);
  if (own === undefined) return true;
  const [begin = ''] = own;
  return (begin.startsWith(':') || begin === (first ?? undefined)) && own.length === words;
}

/** @returns the words of the paths that a route takes, in small letters; nothing where they may be any */
function wordsOf({ path = '', parentId }: Route): string[] | undefined {
  // The root is in all; * and a word that may be left out stand for any number.
  if (parentId === undefined || /[*?]/.test(path)) return undefined;
  return path.toLowerCase().split('/').filter(Boolean);
}
