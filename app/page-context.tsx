import { createContext, useContext } from 'react';

/** What every page needs that no loader knows. */
export interface PageContext {
  /** Allows this page's own scripts under the content security policy. */
  nonce: string;
  /** Stands on error pages and in the log. */
  requestId: string;
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
