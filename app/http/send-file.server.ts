import { createReadStream } from 'node:fs';
import { createReadableStreamFromReadable } from '@remix-run/node';

interface ToSend {
  path: string;
  hash: string;
  bytes: number;
  mediaType: string;
  name: string;
  /** Shown in the page instead of being saved. */
  inline: boolean;
}

/**
 * A file that somebody attached, so that it can do nothing in the browser of whoever opens it: no scripts, no frames,
 * no guessing what it is. It is asked for anew each time, because it may have been taken away meanwhile.
 */
export function sendFile(request: Request, { path, hash, bytes, mediaType, name, inline }: ToSend): Response {
  const etag = `"${hash}"`;
  const headers = new Headers({
    'Content-Type': mediaType,
    'Content-Disposition': disposition(inline ? 'inline' : 'attachment', name),
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  });
  if (matches(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  const wanted = request.headers.get('range');
  const condition = request.headers.get('if-range');
  const range =
    wanted !== null && (condition === null || condition === etag) ? readRange(wanted, bytes) : 'all';
  if (range === 'none') {
    headers.set('Content-Range', `bytes */${bytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range === 'all' ? { start: 0, end: bytes - 1 } : range;
  headers.set('Content-Length', String(end - start + 1));
  if (range !== 'all') headers.set('Content-Range', `bytes ${start}-${end}/${bytes}`);
  const status = range === 'all' ? 200 : 206;
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(createReadableStreamFromReadable(createReadStream(path, { start, end })), {
    status,
    headers,
  });
}

/** RFC 6266 with RFC 5987: old programs get a plain name, all others the real one. */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`;
}

const matches = (header: string | null, etag: string) =>
  header !== null &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));

type Range = { start: number; end: number };

/** One range; what asks for several, or for something else than bytes, gets the whole, as HTTP allows. */
function readRange(header: string, bytes: number): Range | 'all' | 'none' {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'all';
  if (from === '') {
    const length = Math.min(Number(to), bytes);
    return length === 0 ? 'none' : { start: bytes - length, end: bytes - 1 };
  }
  const start = Number(from);
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (start >= bytes) return 'none';
  return start > end ? 'all' : { start, end };
}
