import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';

interface Route {
  path?: string;
  parentId?: string;
}

/**
 * Remix's request handler, divided by the first word of the path.
 *
 * For every request Remix walks through all routes it knows, several times: a sixth of a page's cost. So each place of
 * the site (questions, desk, …) has a handler that knows its own routes only, and one for all other paths knows those
 * that take any.
 */
export function remixByPlace(build: ServerBuild, mode: string | undefined): RequestHandler {
  const handlers = new Map<string | null, RequestHandler>();
  const handlerFor = (place: string | null) => {
    let handler = handlers.get(place);
    if (!handler) {
      handler = createRequestHandler(partOf(build, place), mode);
      handlers.set(place, handler);
    }
    return handler;
  };
  const places = new Set(Object.values(build.routes).map(placeOf));
  return (request, context) => {
    const place = firstWord(decodeURIComponent(new URL(request.url).pathname).slice(1));
    return handlerFor(places.has(place) ? place : null)(request, context);
  };
}

function partOf(build: ServerBuild, place: string | null): ServerBuild {
  const assets = { ...build.assets, routes: routesOf(build.assets.routes, place) };
  return { ...build, routes: routesOf(build.routes, place), assets };
}

/** The routes that may match a path with this first word; null stands for a word that no route begins with. */
export function routesOf<R extends Route>(
  routes: Readonly<Record<string, R>>,
  place: string | null,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(routes).filter(([, route]) => {
      const own = placeOf(route);
      return own === undefined || own === '*' || own === place;
    }),
  );
}

/** @returns the first word of the paths that a route takes; `*` for any; nothing for the root, which is in all */
function placeOf({ path, parentId }: Route): string | undefined {
  return parentId === undefined ? undefined : firstWord(path ?? '');
}

/** Paths are the same in capitals. */
function firstWord(path: string): string {
  const [word = ''] = path.split('/');
  return word.startsWith(':') ? '*' : word.toLowerCase();
}
