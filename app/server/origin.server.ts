const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a write comes from a page of this site. A browser says so in Origin; where it leaves that out,
 * in Sec-Fetch-Site. A write that says neither is refused: forms of other sites must not act for a member.
 */
export function isOwnOrigin(headers: Headers, origin: string): boolean {
  const claimed = headers.get('origin');
  if (claimed === null) return headers.get('sec-fetch-site') === 'same-origin';
  if (claimed === origin) return true;
  // On the machine itself a site has several names; then the page's own must be the one that was asked for.
  if (!URL.canParse(claimed)) return false;
  const { host, hostname } = new URL(claimed);
  return LOCAL.has(hostname) && host === headers.get('host');
}
