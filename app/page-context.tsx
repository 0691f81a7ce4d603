import { type ComponentType, createContext, useContext } from 'react';

/** What every page needs that no loader knows. */
export interface PageContext {
  /** Allows this page's own scripts under the content security policy. */
  nonce: string;
  /** Stands on error pages and in the log. */
  requestId: string;
  /** A piece that the route's loader has ready; what is returned holds its place in the HTML. */
  fragment(name: string): string;
  /** The same for a component that is rendered once for all readers; see app/http/kept-piece.server.ts. */
  kept<Props extends object>(component: ComponentType<Props>, props: Props): string;
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
export function Fragment({ name, as: Element = 'div', className }: FragmentProps) {
  return (
    <Element className={className} dangerouslySetInnerHTML={{ __html: usePageContext().fragment(name) }} />
  );
}

type FragmentProps = { name: string; as?: 'div' | 'ol'; className?: string };

type KeptProps<Props> = { as: 'header' | 'footer'; className: string; of: ComponentType<Props>; with: Props };

/** A part that looks the same on most of a reader's pages; React need not walk through it each time. */
export function Kept<Props extends object>({ as: Element, className, of, with: props }: KeptProps<Props>) {
  return (
    <Element className={className} dangerouslySetInnerHTML={{ __html: usePageContext().kept(of, props) }} />
  );
}
