/**
 * Whether a write comes from a page of this site. A browser says so in Origin; where it leaves that out,
 * in Sec-Fetch-Site. A write that says neither is refused: forms of other sites must not act for a member.
 */
export function isOwnOrigin(headers: Headers, origin: string): boolean {
  const claimed = headers.get('origin');
  if (claimed === null) return headers.get('sec-fetch-site') === 'same-origin';
  if (claimed === origin) return true;
  // A site may be reached by a second name (localhost and 127.0.0.1): then the name asked for must be the page's own.
  return URL.canParse(claimed) && new URL(claimed).host === headers.get('host');
}
