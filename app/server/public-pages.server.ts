import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RecentlyUsed } from '#app/domain/recently-used.ts';
import { publicStamp } from '#app/domain/reports/public-stamp.server.ts';
import { tokyoDay } from '#app/ui/time.ts';
import type { Encoding } from './packed.server.ts';
import { Packed, preferredEncoding } from './packed.server.ts';
import type { Services } from './services.server.ts';

/** Pages that are kept, some 50 KB each with all that they are packed to. */
const MOST = 200;
/** Milliseconds after which a page is rendered anew: what another process has changed around it shows then. */
const OLD = 30_000;

const REPORT = /^\/meetings\/([a-z0-9-]{1,80})\/report$/;

interface Page {
  headers: Record<string, string>;
  body: Packed;
  /** The beginning of its ETags; each encoding has one of its own. */
  hash: string;
  /** The answers as they were sent before. */
  answers: Map<Encoding, Answer>;
}

interface Answer {
  etag: string;
  /** Names and values in turn, which Node writes with the least ado. */
  headers: string[];
  bytes: Buffer;
}

interface Kept {
  page: Page;
  /** All that tells its state from another; see `stampOf`. */
  stamp: string;
  at: number;
}

type Render = (path: string, request: IncomingMessage) => Promise<Response>;

/**
 * Answers visitors who read a public report from memory, before anything else of the site is run.
 *
 * A page is shown only while its report's stamp in the database is the one that it was rendered under. Besides, every
 * request that writes through this process forgets all pages, so nothing that a page shows has to be thought of here.
 */
export class PublicPages {
  readonly #services: Pick<Services, 'db' | 'sessions'>;
  readonly #render: Render;
  readonly #kept = new RecentlyUsed<Kept>(MOST);
  readonly #making = new Map<string, Promise<Page | undefined>>();
  readonly #asking = new Map<string, Promise<string | undefined>>();
  /** Grows with everything that is written: what was being rendered meanwhile is not kept. */
  #generation = 0;

  /** @param render the page as a visitor gets it, not packed */
  constructor(services: Pick<Services, 'db' | 'sessions'>, render: Render) {
    this.#services = services;
    this.#render = render;
  }

  /** Something was written; every page may look different. */
  forget(): void {
    this.#generation += 1;
  }

  /** @returns false where the request is for something else, which was not answered then */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const slug = this.#slugOf(request);
    if (slug === undefined) return false;
    const page = await this.#find(slug, request);
    if (!page) return false;
    send(request, response, page);
    return true;
  }

  #slugOf({ method, url = '', headers }: IncomingMessage): string | undefined {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const slug = REPORT.exec(url)?.[1];
    if (slug === undefined) return undefined;
    const { cookie } = headers;
    return cookie === undefined || this.#services.sessions.readSessionCookie(cookie) === null
      ? slug
      : undefined;
  }

  async #find(slug: string, request: IncomingMessage): Promise<Page | undefined> {
    // Read before the page is rendered: what changes in between makes another stamp.
    const state = await this.#stateOf(slug);
    if (state === undefined) return undefined;
    // On paper a page says on which day it was shown.
    const stamp = `${this.#generation} ${tokyoDay(new Date())} ${state}`;
    const kept = this.#kept.get(slug);
    if (kept && kept.stamp === stamp && performance.now() - kept.at < OLD) return kept.page;
    // Those who come while a page is rendered wait for it.
    const key = `${slug} ${stamp}`;
    const making = this.#making.get(key) ?? this.#make(slug, stamp, request);
    this.#making.set(key, making);
    try {
      return await making;
    } finally {
      this.#making.delete(key);
    }
  }

  /**
   * Asks the database once for all who have come in the same turn of the event loop: the question goes out after the
   * last of them, so that it tells each what held when they came.
   */
  #stateOf(slug: string): Promise<string | undefined> {
    const asked = this.#asking.get(slug);
    if (asked) return asked;
    const asking = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#asking.delete(slug);
      return publicStamp(this.#services.db, slug);
    });
    this.#asking.set(slug, asking);
    return asking;
  }

  async #make(slug: string, stamp: string, request: IncomingMessage): Promise<Page | undefined> {
    const page = await toPage(await this.#render(`/meetings/${slug}/report`, request));
    if (page) this.#kept.set(slug, { page, stamp, at: performance.now() });
    return page;
  }
}

/** Kept by browsers and proxies, and asked for each time whether it still stands: it may be withdrawn any moment. */
const CACHING = 'public, max-age=0, must-revalidate';
const VARYING = 'Accept-Encoding, Cookie';

const NONCE = /'nonce-([^']+)' 'strict-dynamic'/;

/**
 * The page without its nonce, which must not be the same for two readers: its one script is a file of this site, which
 * the policy lets in by name. A page in which a nonce is left is not kept.
 */
async function toPage(response: Response): Promise<Page | undefined> {
  if (response.status !== 200 || response.headers.has('set-cookie')) return undefined;
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = NONCE.exec(policy)?.[1];
  if (nonce === undefined) return undefined;
  const html = (await response.text()).replaceAll(` nonce="${nonce}"`, '');
  if (html.includes(nonce)) return undefined;
  const body = Buffer.from(html);
  return {
    headers: {
      ...Object.fromEntries(response.headers),
      'content-security-policy': policy.replace(NONCE, "'self'"),
      'cache-control': CACHING,
      vary: VARYING,
    },
    body: new Packed(body),
    hash: createHash('sha256').update(body).digest('base64url').slice(0, 20),
    answers: new Map(),
  };
}

function send(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const { etag, headers, bytes } = answerAs(page, preferredEncoding(request.headers['accept-encoding']));
  const known = request.headers['if-none-match'];
  if (known !== undefined && matches(known, etag)) {
    response.writeHead(304, { ETag: etag, 'Cache-Control': CACHING, Vary: VARYING }).end();
    return;
  }
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bytes);
}

function answerAs({ headers, body, hash, answers }: Page, encoding: Encoding): Answer {
  const known = answers.get(encoding);
  if (known) return known;
  const bytes = body.as(encoding);
  const etag = `"${hash}-${encoding}"`;
  const all = {
    ...headers,
    ETag: etag,
    'Content-Length': String(bytes.length),
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  };
  const answer = {
    etag,
    bytes,
    headers: Object.entries(all).flat(),
  };
  answers.set(encoding, answer);
  return answer;
}

const matches = (header: string, etag: string) =>
  header.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));
