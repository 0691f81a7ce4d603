import { send } from './load.ts';

/**
 * What a browser loads for the first view of a page with a box to write in, in compressed bytes: the page, its
 * stylesheets and icons, and the scripts that it runs before anybody writes (the check's engine comes later).
 */
export async function firstView(
  port: number,
  path: string,
  cookie: string,
): Promise<{ script: number; all: number }> {
  const headers = { Cookie: cookie, 'Accept-Encoding': 'br', Host: `localhost:${port}` };
  const page = await send(undefined, port, { path, headers });
  const html = (
    await send(undefined, port, { path, headers: { ...headers, 'Accept-Encoding': 'identity' } })
  ).body.toString();
  const found = new Set<string>();
  let script = 0;
  let other = page.body.length;
  const visit = async (url: string): Promise<void> => {
    if (found.has(url)) return;
    found.add(url);
    const { body } = await send(undefined, port, { path: url, headers });
    if (!url.endsWith('.js')) {
      other += body.length;
      return;
    }
    script += body.length;
    const source = (
      await send(undefined, port, { path: url, headers: { Host: headers.Host } })
    ).body.toString();
    const imports = [...source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(
      (match) => `/assets/${match[1]}`,
    );
    // What the entry asks for at once when there is a composer.
    const preloads = /entry\.client/.test(url)
      ? [...source.matchAll(/assets\/[\w.-]+\.js/g)].map(([name]) => `/${name}`)
      : [];
    for (const next of [...imports, ...preloads]) await visit(next);
  };
  for (const [, url] of html.matchAll(
    /(?:href|src)="(\/(?:assets\/[^"]+\.(?:css|js)|icons\.svg|favicon\.svg))/g,
  ))
    await visit(url as string);
  return { script, all: script + other };
}
