import type { Worker } from 'node:worker_threads';
import type { LintOptions } from './options.ts';
import type { Finding } from './rule.ts';

/** What goes to the thread. */
export interface Request {
  fields: Readonly<Record<string, string>>;
  options: LintOptions;
}

/** What comes back. */
export type Reply = { findings: Array<Finding & { field: string }> } | { problem: string };

/** The check came to no end, whatever the text: it took too long, or its thread died. Another try may succeed. */
export class CheckUnavailable extends Error {}

interface Asked {
  request: Request;
  resolve(findings: Array<Finding & { field: string }>): void;
  reject(error: Error): void;
}

/**
 * A thread that answers one request after the other. One that takes longer than its deadline is ended together with
 * the thread; those that wait go on with a new one.
 */
export class CheckThread {
  readonly #start: () => Worker;
  readonly #deadline: number;
  readonly #line: Asked[] = [];
  #thread: Worker | undefined;
  #running: { asked: Asked; timer: NodeJS.Timeout } | undefined;

  /** @param deadline milliseconds for one request */
  constructor(start: () => Worker, deadline: number) {
    this.#start = start;
    this.#deadline = deadline;
  }

  /** Lets it load before anybody asks. */
  start(): void {
    this.#thread ??= this.#startThread();
    if (!this.#running) this.#thread.unref();
  }

  ask(request: Request): Promise<Array<Finding & { field: string }>> {
    return new Promise((resolve, reject) => {
      this.#line.push({ request, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running) return;
    const asked = this.#line.shift();
    if (asked === undefined) {
      // The process may end while the thread only waits, but not while somebody waits for it.
      this.#thread?.unref();
      return;
    }
    const timer = setTimeout(() => this.#giveUp(), this.#deadline);
    this.#running = { asked, timer };
    try {
      this.#thread ??= this.#startThread();
      this.#thread.ref();
      this.#thread.postMessage(asked.request);
    } catch (error) {
      this.#finish((failed) => failed.reject(error as Error));
    }
  }

  #finish(tell: (asked: Asked) => void): void {
    if (!this.#running) return;
    const { asked, timer } = this.#running;
    clearTimeout(timer);
    this.#running = undefined;
    tell(asked);
    this.#next();
  }

  #giveUp(): void {
    const stuck = this.#thread;
    this.#thread = undefined;
    void stuck?.terminate();
    this.#finish(({ reject }) => reject(new CheckUnavailable('The check took too long and was ended')));
  }

  #startThread(): Worker {
    const started = this.#start();
    const isCurrent = () => this.#thread === started;
    started.on('message', (reply: Reply) => {
      if (!isCurrent()) return;
      this.#finish(({ resolve, reject }) => {
        if ('findings' in reply) resolve(reply.findings);
        else reject(new Error(`The check failed on its thread: ${reply.problem}`));
      });
    });
    // A thread that dies takes its request along; the next one starts another.
    const gone = (cause?: unknown) => {
      if (!isCurrent()) return;
      this.#thread = undefined;
      this.#finish(({ reject }) => reject(new CheckUnavailable('The thread of the check ended', { cause })));
    };
    started.on('error', gone);
    started.on('exit', () => gone());
    return started;
  }
}
