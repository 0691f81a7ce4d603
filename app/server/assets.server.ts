import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
import { Packed, preferredEncoding } from './packed.server.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};
const TEXT = /\.(?:css|js|svg|txt|webmanifest)$/;

interface Asset {
  type: string;
  etag: string;
  cacheControl: string;
  file: Packed;
}

/**
 * Serves the files of some folders by their path, from memory.
 *
 * @returns a listener that answers and returns true, or returns false when there is no such file
 */
export function serveAssets(folders: readonly string[]) {
  const assets = new Map<string, Asset>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const type = TYPES[extname(entry.name)];
      if (!entry.isFile() || !type) continue;
      const path = join(entry.parentPath, entry.name);
      const url = `/${relative(folder, path).replaceAll('\\', '/')}`;
      const file = readFileSync(path);
      assets.set(url, {
        type,
        etag: `"${createHash('sha256').update(file).digest('base64url').slice(0, 20)}"`,
        // Names under /assets carry a hash of the content, so what they hold never changes.
        cacheControl: url.startsWith('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=3600',
        file: new Packed(file),
      });
    }
  }
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = (request.url ?? '/').split('?', 1)[0] as string;
    const asset = assets.get(path);
    if (!asset) return false;
    const headers: Record<string, string> = {
      'Cache-Control': asset.cacheControl,
      ETag: asset.etag,
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === asset.etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    const encoding = TEXT.test(path) ? preferredEncoding(request.headers['accept-encoding']) : 'identity';
    const body = asset.file.as(encoding);
    if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
    response.writeHead(200, { ...headers, 'Content-Type': asset.type, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}
