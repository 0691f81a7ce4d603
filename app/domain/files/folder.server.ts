import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { access, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../ids.server.ts';

const HASH = /^[0-9a-f]{64}$/;

/** What was weighed before it is put away. */
export interface Weighed {
  hash: string;
  bytes: number;
}

/**
 * The folder of files: each under the SHA-256 of its bytes, so that the same is there once, and what is coming in.
 * Names that people gave never become paths.
 */
export class FileFolder {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  get path(): string {
    return this.#root;
  }

  /** A path of its own for something that comes in; whoever asked removes it. */
  incoming(): string {
    mkdirSync(this.#incoming, { recursive: true });
    return join(this.#incoming, newId());
  }

  async weigh(path: string): Promise<Weighed> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of createReadStream(path)) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
    return { hash: hash.digest('hex'), bytes };
  }

  /** Moves what came in to its place, all of it or nothing; it is on the disk when this returns. */
  async keep(path: string, hash: string): Promise<void> {
    const place = this.pathOf(hash);
    const folder = join(place, '..');
    mkdirSync(folder, { recursive: true });
    const now = new Date();
    if (await exists(place)) {
      await utimes(place, now, now);
      return;
    }
    await flush(path);
    await rename(path, place);
    await flush(folder);
  }

  pathOf(hash: string): string {
    if (!HASH.test(hash)) throw new Error('Not a hash');
    return join(this.#root, hash.slice(0, 2), hash);
  }

  async remove(hash: string): Promise<void> {
    await rm(this.pathOf(hash), { force: true });
  }

  async removeIncoming(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Removes what came in before `before` and was left behind by a process that ended. */
  async sweepIncoming(before: Date): Promise<number> {
    const left = await this.#olderThan(before, this.#incoming);
    for (const path of left) await rm(path, { force: true });
    return left.length;
  }

  /** Hashes of what was put here before `before`. */
  async *kept(before: Date): AsyncIterable<string> {
    for (const folder of await namesIn(this.#root)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const path of await this.#olderThan(before, join(this.#root, folder))) {
        const name = path.slice(-64);
        if (HASH.test(name)) yield name;
      }
    }
  }

  get #incoming(): string {
    return join(this.#root, 'incoming');
  }

  async #olderThan(before: Date, folder: string): Promise<string[]> {
    const paths = (await namesIn(folder)).map((name) => join(folder, name));
    const old: string[] = [];
    for (const path of paths) {
      const facts = await stat(path).catch(() => undefined);
      if (facts?.isFile() && facts.mtime < before) old.push(path);
    }
    return old;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A folder that is not there yet holds nothing. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
