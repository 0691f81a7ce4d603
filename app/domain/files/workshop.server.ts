import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Errand, Looked } from './look.server.ts';
import type { Reply, Request } from './look-child.server.ts';
import type { FileProblem } from './problem.ts';

/** Milliseconds for one file; the largest that are honest take a fifth of it. */
const LOOK_WITHIN = 30_000;
/** And for the picture of its first page, without which it is taken as well. */
const DRAW_WITHIN = 10_000;
/** Milliseconds after which the process ends when nobody sends anything. */
const IDLE = 60_000;
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Looks into files one after the other, in a process of its own: decoders of images and PDF are large programs in C,
 * and a file made to break one takes along that process and not the site. It has no settings, starts no programs and
 * may write to the folder of files only.
 */
export class Workshop {
  readonly #folder: string;
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param folder where the errands' files lie */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Told and not thrown: the site's bundle has classes of errors of its own. */
  async look(errand: Errand): Promise<{ looked: Looked } | { problem: FileProblem }> {
    const reply = await this.#ask({ work: 'look', errand }, LOOK_WITHIN);
    return 'drawn' in reply ? { problem: 'broken' } : reply;
  }

  /** @returns whether the picture is there */
  async draw(errand: Errand): Promise<boolean> {
    const reply = await this.#ask({ work: 'draw', errand }, DRAW_WITHIN);
    return 'drawn' in reply && reply.drawn;
  }

  /** Of the process that runs now. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  close(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #ask(request: Request, deadline: number): Promise<Reply> {
    const reply = this.#last.then(() => this.#answer(request, deadline));
    this.#last = reply;
    return reply;
  }

  /** A process that dies or takes too long says that the file is broken; the next file gets a new one. */
  #answer(request: Request, deadline: number): Promise<Reply> {
    clearTimeout(this.#idle);
    this.#child ??= this.#start();
    const child = this.#child;
    return new Promise((resolve) => {
      const finish = (reply: Reply) => {
        clearTimeout(timer);
        child.removeAllListeners();
        // A late error of a process that was ended concerns nobody.
        child.on('error', () => {});
        child.on('exit', () => {
          if (this.#child === child) this.#child = undefined;
        });
        this.#idle = setTimeout(() => this.close(), IDLE).unref();
        resolve(reply);
      };
      const giveUp = () => {
        child.kill('SIGKILL');
        if (this.#child === child) this.#child = undefined;
        finish({ problem: 'broken' });
      };
      const timer = setTimeout(giveUp, deadline);
      child.once('message', (reply) => finish(reply as Reply));
      child.once('error', giveUp);
      child.once('exit', giveUp);
      child.send(request, (error) => {
        if (error) giveUp();
      });
    });
  }

  #start(): ChildProcess {
    const child = fork(new URL('look-child.server.ts', import.meta.url), {
      execArgv: [
        '--max-old-space-size=512',
        '--permission',
        '--allow-addons',
        '--allow-fs-read=*',
        `--allow-fs-write=${this.#folder}`,
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=SecurityWarning',
      ],
      cwd: ROOT,
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    // The site may end while it waits.
    child.unref();
    child.channel?.unref();
    return child;
  }
}
