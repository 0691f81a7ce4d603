import { EngineAway } from '../engine-away.ts';
import type { SearchIndex } from '../port.ts';
import { TaskFailed } from './engine.server.ts';
import type { MeilisearchIndex } from './index.server.ts';

/** Milliseconds for which an engine that did not answer is not asked again. */
const REST = 10_000;

/**
 * Searches with the engine, and with the database's index while the engine is away. Both are kept up to date: the
 * database first, so that it holds what the engine has yet to learn.
 *
 * @param tell hears what is wrong when the engine goes away, once each time
 */
export function engineOrDatabase(
  engine: MeilisearchIndex,
  database: SearchIndex,
  tell: (error: unknown) => void,
): SearchIndex {
  let restsUntil = Number.NEGATIVE_INFINITY;
  let isAway = false;
  let isPrepared = false;

  /** @throws EngineAway when the engine cannot be reached, or rests */
  async function withEngine<T>(work: () => Promise<T>): Promise<T> {
    if (performance.now() < restsUntil) throw new EngineAway();
    try {
      if (!isPrepared) await engine.prepare();
      isPrepared = true;
      const result = await work();
      isAway = false;
      return result;
    } catch (error) {
      // The engine is there, and says that this very document is no good.
      if (isPrepared && error instanceof TaskFailed) throw error;
      restsUntil = performance.now() + REST;
      if (!isAway) tell(error);
      isAway = true;
      throw new EngineAway();
    }
  }

  return {
    async prepare() {
      await database.prepare();
      await withEngine(async () => {}).catch(unlessAway);
    },

    async put(documents) {
      await database.put(documents);
      await withEngine(() => engine.put(documents));
    },

    async remove(ids) {
      await database.remove(ids);
      await withEngine(() => engine.remove(ids));
    },

    async query(query) {
      try {
        return await withEngine(() => engine.query(query));
      } catch {
        return { ...(await database.query(query)), fromStandIn: true };
      }
    },

    async clear() {
      await database.clear();
      await withEngine(() => engine.clear());
    },

    async wantsRebuild() {
      if (await database.wantsRebuild()) return true;
      return await withEngine(() => engine.wantsRebuild()).catch(() => false);
    },

    /** Both at once; where the engine goes away meanwhile, the database's alone. */
    async rebuild(batches, tell) {
      let second = await withEngine(() => engine.beginRebuild()).catch(() => null);
      async function* throughEngine() {
        for await (const batch of batches) {
          const filling = second;
          if (filling) await withEngine(() => filling.write(batch)).catch(() => (second = null));
          yield batch;
        }
      }
      let isDone = false;
      try {
        isDone = await database.rebuild(throughEngine(), tell);
      } finally {
        const filled = second;
        if (filled) {
          await withEngine(() => (isDone ? filled.finish() : filled.abandon())).catch(unlessAway);
        }
      }
      return isDone;
    },
  };
}

function unlessAway(error: unknown): void {
  if (!(error instanceof EngineAway)) throw error;
}
