import { type Kysely, sql } from 'kysely';
import type { Names } from './analysis/expand.ts';
import { Reader, readingOfWord, type Word } from './analysis/readings.server.ts';
import { ANALYSIS } from './analysis/version.ts';
import { Engine, type Store } from './engine.ts';
import { inTransaction } from './in-transaction.ts';
import type { SearchDocument, SearchIndex } from './port.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Tables of one generation of the index; two exist while one is built beside the other. */
export interface Generation<Tables> {
  create(db: Kysely<Tables>): Promise<void>;
  drop(db: Kysely<Tables>): Promise<void>;
  put(tx: Kysely<Tables>, documents: readonly SearchDocument[]): Promise<void>;
  /** Called in a transaction that writes to the index and nothing else. */
  alone?(tx: Kysely<Tables>): Promise<void>;
  keepWords(tx: Kysely<Tables>, words: readonly Word[]): Promise<void>;
  remove(tx: Kysely<Tables>, ids: readonly string[]): Promise<void>;
  store(db: Kysely<Tables>): Store;
  words(db: Kysely<Tables>): Pick<Vocabulary, 'readAs' | 'writtenAs'>;
}

interface State {
  /** The generation that answers. */
  current: number;
  /** The one that is being built. */
  building: number | null;
  /** Milliseconds since 1970 of the builder's last sign of life. */
  buildingAt: number | string | null;
}

/** Documents written in one go, so that tokens of few are in memory and others get their turn. */
const BATCH = 200;

/** Milliseconds without a sign of life after which a rebuild counts as given up. */
const GIVEN_UP = 60_000;

/** A search index over a database that keeps a generation as `generation` tells. */
export function indexOfGenerations<Tables>(
  db: Kysely<Tables>,
  generation: (number: number) => Generation<Tables>,
  names?: () => Promise<Names>,
): SearchIndex {
  const reader = new Reader();
  const engines = new Map<number, Engine>();
  /** The generation that answered last. */
  let answering: number | undefined;
  const engineOf = (number: number) => {
    let engine = engines.get(number);
    if (!engine) {
      const { store, words } = generation(number);
      engine = new Engine(store(db), { readingOf: readingOfWord, ...words(db) }, names);
      engines.set(number, engine);
    }
    return engine;
  };

  /** Writes to the generations there are; what is being built must not be overwritten by an older reading. */
  const writing = (
    ids: readonly string[],
    work: (tx: Kysely<Tables>, one: Generation<Tables>) => Promise<void>,
  ) =>
    inTransaction(db, async (tx) => {
      const { current, building } = await takeState(tx);
      if (!db.isTransaction) await generation(current).alone?.(tx);
      await work(tx, generation(current));
      if (building === null) return;
      await work(tx, generation(building));
      for (const id of ids) {
        await sql`INSERT INTO search_touched (id) VALUES (${id}) ON CONFLICT DO NOTHING`.execute(tx);
      }
    });

  return {
    async prepare() {
      await sql`
        CREATE TABLE IF NOT EXISTS search_state (
          one integer PRIMARY KEY,
          current integer NOT NULL,
          building integer,
          building_at bigint,
          analysis integer,
          writes bigint NOT NULL
        )`.execute(db);
      await sql`CREATE TABLE IF NOT EXISTS search_touched (id text PRIMARY KEY)`.execute(db);
      await sql`
        INSERT INTO search_state (one, current, writes) VALUES (1, 1, 0) ON CONFLICT DO NOTHING`.execute(db);
      await generation((await readState(db)).current).create(db);
    },

    async put(documents) {
      const last = [...new Map(documents.map((document) => [document.id, document])).values()];
      const { words, kept } = reader.read(last.flatMap(({ title, body }) => [title, body]));
      await writing(
        last.map(({ id }) => id),
        async (tx, one) => {
          for (let from = 0; from < last.length; from += BATCH) {
            await one.put(tx, last.slice(from, from + BATCH));
          }
          if (words.length > 0) await one.keepWords(tx, words);
        },
      );
      kept();
    },

    async remove(ids) {
      await writing(ids, (tx, one) => one.remove(tx, ids));
    },

    async query(query) {
      // Not asked each time: a generation whose place another has taken has no tables any more, and cannot answer.
      answering ??= (await readState(db)).current;
      const asked = answering;
      try {
        return await engineOf(asked).query(query);
      } catch (error) {
        answering = (await readState(db)).current;
        if (answering === asked) throw error;
        return engineOf(answering).query(query);
      }
    },

    async clear() {
      reader.forget();
      await inTransaction(db, async (tx) => {
        const { current, building } = await takeState(tx);
        for (const number of building === null ? [current] : [current, building]) {
          await generation(number).drop(tx);
          await generation(number).create(tx);
        }
      });
    },

    async wantsRebuild() {
      const { rows } = await sql<{ analysis: number | null }>`SELECT analysis FROM search_state`.execute(db);
      return rows[0]?.analysis !== ANALYSIS;
    },

    async rebuild(batches, tell) {
      const next = await begin(db, generation);
      if (next === undefined) return false;
      try {
        await fill(db, generation(next), next, batches, tell);
        await swap(db, next, generation);
      } catch (error) {
        await giveUp(db, next, generation);
        throw error;
      }
      engines.clear();
      reader.forget();
      return true;
    },
  };
}

async function readState<Tables>(db: Kysely<Tables>): Promise<Pick<State, 'current'>> {
  const { rows } = await sql<State>`SELECT current FROM search_state`.execute(db);
  return rows[0]!;
}

/** Reads the state and keeps others from changing it, or from writing to the index, until the transaction ends. */
async function takeState<Tables>(tx: Kysely<Tables>): Promise<State> {
  const { rows } = await sql<State>`
    UPDATE search_state SET writes = writes + 1
    RETURNING current, building, building_at AS "buildingAt"`.execute(tx);
  return rows[0]!;
}

/** Makes room for a new generation. @returns its number; undefined when another process is building one */
async function begin<Tables>(
  db: Kysely<Tables>,
  generation: (number: number) => Generation<Tables>,
): Promise<number | undefined> {
  let next: number | undefined;
  await inTransaction(db, async (tx) => {
    const { current, building, buildingAt } = await takeState(tx);
    const now = Date.now();
    if (building !== null && Number(buildingAt) > now - GIVEN_UP) return;
    // What a builder that died has left behind.
    if (building !== null) await generation(building).drop(tx);
    next = (building ?? current) + 1;
    await sql`UPDATE search_state SET building = ${next}, building_at = ${now}`.execute(tx);
    await generation(next).create(tx);
    await sql`DELETE FROM search_touched`.execute(tx);
  });
  return next;
}

async function fill<Tables>(
  db: Kysely<Tables>,
  generation: Generation<Tables>,
  number: number,
  batches: AsyncIterable<readonly SearchDocument[]>,
  tell: ((documents: number) => void) | undefined,
): Promise<void> {
  const reader = new Reader();
  let written = 0;
  for await (const documents of batches) {
    for (let from = 0; from < documents.length; from += BATCH) {
      const part = documents.slice(from, from + BATCH);
      await inTransaction(db, async (tx) => {
        if (!db.isTransaction) await generation.alone?.(tx);
        await stillBuilding(tx, number);
        await sql`UPDATE search_state SET building_at = ${Date.now()}`.execute(tx);
        const touched = await touchedOf(tx, part);
        const untouched = part.filter(({ id }) => !touched.has(id));
        const { words, kept } = reader.read(untouched.flatMap(({ title, body }) => [title, body]));
        await generation.put(tx, untouched);
        if (words.length > 0) await generation.keepWords(tx, words);
        kept();
      });
      written += part.length;
      tell?.(written);
      // For those who wait for the connection or the lock.
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

async function stillBuilding<Tables>(tx: Kysely<Tables>, number: number): Promise<State> {
  const state = await takeState(tx);
  if (state.building !== number) throw new Error('Another process has taken over the rebuild of search');
  return state;
}

async function giveUp<Tables>(
  db: Kysely<Tables>,
  number: number,
  generation: (number: number) => Generation<Tables>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { building } = await takeState(tx);
    if (building !== number) return;
    await sql`UPDATE search_state SET building = NULL`.execute(tx);
    await generation(number).drop(tx);
  });
}

async function swap<Tables>(
  db: Kysely<Tables>,
  next: number,
  generation: (number: number) => Generation<Tables>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { current } = await stillBuilding(tx, next);
    await sql`
      UPDATE search_state SET current = ${next}, building = NULL, analysis = ${ANALYSIS}`.execute(tx);
    await generation(current).drop(tx);
    await sql`DELETE FROM search_touched`.execute(tx);
  });
}

async function touchedOf<Tables>(tx: Kysely<Tables>, documents: readonly SearchDocument[]) {
  if (documents.length === 0) return new Set<string>();
  const ids = sql.join(documents.map(({ id }) => sql`${id}`));
  const { rows } = await sql<{ id: string }>`SELECT id FROM search_touched WHERE id IN (${ids})`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
