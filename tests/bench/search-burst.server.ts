import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readConfig } from '#app/config.server.ts';
import { enqueueThread } from '#app/domain/outbox/outbox.server.ts';
import { indexWhatIsDue } from '#app/server/index-due.server.ts';
import { openServices } from '#app/server/services.server.ts';
import { fillCorpus } from './corpus.server.ts';

/**
 * So many threads of six posts come at once, as from an import, and are indexed beside a process that serves.
 *
 * @returns seconds until all could be found, and until the neighbours of each were known; milliseconds for which
 *   the process was away at most
 */
export async function burst(
  threads: number,
): Promise<{ posts: number; found: number; related: number; away: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-burst-'));
  const services = await openServices(readConfig({ DATA_DIR: folder }, 'test'));
  const { db } = services;
  await fillCorpus(db, threads);
  const now = new Date();
  const questions = await db.selectFrom('question').select('id').execute();
  await db.transaction().execute(async (tx) => {
    for (const { id } of questions) await enqueueThread(tx, 'index', id, now);
  });
  const waiting = async (job: 'index' | 'relate') => {
    const { n } = await db
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('job', '=', job)
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  const posts = await waiting('index');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let found = 0;
  const look = setInterval(async () => {
    if (found === 0 && (await waiting('index')) === 0) found = seconds();
  }, 50);
  await indexWhatIsDue(services, new AbortController().signal);
  const related = seconds();
  clearInterval(look);
  const away = delay.max / 1e6;
  await services.close();
  rmSync(folder, { recursive: true });
  return { posts, found, related, away };
}
