import type { Config } from '#app/config.server.ts';

/** Adds the headers that hold for every answer. Assets are served elsewhere and carry their own. */
export function secured(
  response: Response,
  nonce: string,
  frames: readonly string[],
  config: Config,
): Response {
  const { headers } = response;
  // A file that somebody attached brings a stricter one along.
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', policyOfPages(nonce, frames));
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  if (config.origin.startsWith('https:')) {
    headers.set('Strict-Transport-Security', 'max-age=31536000');
  }
  return response;
}

function policyOfPages(nonce: string, frames: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
