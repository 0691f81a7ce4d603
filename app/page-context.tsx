import { createContext, useContext } from 'react';

/** What every page needs that no loader knows. */
export interface PageContext {
  /** Allows this page's own scripts under the content security policy. */
  nonce: string;
  /** Stands on error pages and in the log. */
  requestId: string;
  /** Pieces of HTML that the route's loader has ready, by name. */
  fragments: ReadonlyMap<string, string>;
  /** URL of the browser's entry script, and of what it imports at once. */
  script: { url: string; imports: string[] };
}

const Context = createContext<PageContext | null>(null);
export const PageContextProvider = Context.Provider;

export function usePageContext(): PageContext {
  const context = useContext(Context);
  if (!context) throw new Error('usePageContext is called outside of a page');
  return context;
}

/**
 * A piece of the page that the loader rendered or had at hand. It takes this way, and not the loader's data, because
 * Remix would write out a copy of the data for a browser that never asks for it.
 */
export function Fragment({ name, as: Element = 'div' }: { name: string; as?: 'div' | 'ol' }) {
  return <Element dangerouslySetInnerHTML={{ __html: usePageContext().fragments.get(name) ?? '' }} />;
}
