import type { MetaDescriptor } from '@remix-run/node';

/** The words of a browser's tab: what is on the page, then where it is. */
export function title(...parts: string[]): MetaDescriptor[] {
  return [{ title: [...parts, 'つながり'].join('｜') }];
}
