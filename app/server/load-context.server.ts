import type { Viewer } from '#app/domain/login/lucia.server.ts';
import type { Piece } from '#app/http/page-bytes.server.ts';
import type { Log } from './log.server.ts';
import type { Services } from './services.server.ts';

declare module '@remix-run/node' {
  /** What the server hands to every loader and action. */
  interface AppLoadContext extends Services {
    /** Stands in the log and on error pages, so that the two can be brought together. */
    requestId: string;
    nonce: string;
    /** The client's network address. */
    address: string;
    log: Log;
    /** Pieces that the page shows, by name; see app/page-context.tsx. */
    fragments: Map<string, Piece>;
    /** Who is logged in; looked up when first asked for. */
    viewer(): Promise<Viewer | null>;
    /** Set-Cookie headers that go out with the answer, whatever answer it is. */
    cookies: string[];
    /** Origins of what the page shows in frames; the content security policy lets in no others. */
    frames: string[];
    /** Tells the worker that the outbox has something. */
    nudge(): void;
  }
}
