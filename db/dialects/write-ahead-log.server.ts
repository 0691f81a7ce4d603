import { close, fdatasync, fsync, open } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const [openFile, closeFile, flushFile, flushFolder] = [
  promisify(open),
  promisify(close),
  promisify(fdatasync),
  promisify(fsync),
];

/**
 * Flushes the write-ahead log of an SQLite file. SQLite would do it within each commit (`synchronous = FULL`), and the
 * whole process would wait for the disk each time; here it waits on another thread, once for all who ask meanwhile.
 * With `synchronous = NORMAL` SQLite keeps the order of what it writes, so a flushed log is as good as FULL.
 */
export class WriteAheadLog {
  readonly #path: string;
  #file: Promise<number> | undefined;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  /** @param path of the database */
  constructor(path: string) {
    this.#path = path;
  }

  /** Resolves when all that was committed before the call is on the disk. */
  flush(): Promise<void> {
    // The flush that runs may miss what was just committed: all who come meanwhile share the next one.
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        this.#running = this.#flushNow();
        return this.#running;
      });
    return this.#next;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await this.#running.catch(() => undefined);
    if (file) await closeFile(await file);
  }

  async #flushNow(): Promise<void> {
    this.#file ??= this.#open();
    await flushFile(await this.#file);
  }

  async #open(): Promise<number> {
    try {
      const file = await openFile(`${this.#path}-wal`, 'r+');
      await flushEntry(dirname(this.#path));
      return file;
    } catch (error) {
      this.#file = undefined;
      throw error;
    }
  }
}

/** The log may be new: without its name in the folder it would be lost whole. Windows flushes names by itself. */
async function flushEntry(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await openFile(folder, 'r');
  try {
    await flushFolder(handle);
  } finally {
    await closeFile(handle);
  }
}
