/** A path on this site to go on to, from a form or a URL; anything that could lead elsewhere becomes the home page. */
export function ownPath(to: string | null): string {
  if (!to?.startsWith('/') || to.includes('//') || /[^!-[\]-~]/.test(to)) return '/';
  return to;
}
