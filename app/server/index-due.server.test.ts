import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#app/config.server.ts';
import { addFirstProgrammes } from '#app/domain/network/programmes.server.ts';
import { BATCH, enqueue } from '#app/domain/outbox/outbox.server.ts';
import { similarQuestions } from '#app/domain/search/similar.server.ts';
import type { SearchIndex } from '#search/port.ts';
import { addMember, ask } from '#tests/support/builders.server.ts';
import { BURST, indexWhatIsDue } from './index-due.server.ts';
import { openServices } from './services.server.ts';

const STOPPED = new AbortController().signal;

/** A site over a file, whose index may be read here and not be written. */
async function openSite() {
  const folder = mkdtempSync(`${tmpdir()}/tsunagari-index-`);
  const services = await openServices(readConfig({ DATA_DIR: folder }, 'test'));
  onTestFinished(async () => {
    await services.close();
    rmSync(folder, { recursive: true });
  });
  const { db } = services;
  await db.transaction().execute((tx) => addFirstProgrammes(tx));
  const member = await addMember(db);
  const written: string[] = [];
  const search: SearchIndex = {
    ...services.search,
    async put(documents) {
      written.push(...documents.map(({ id }) => id));
      await services.search.put(documents);
    },
  };
  const total = async () => (await search.query({ words: '灯油の助成', limit: 1 })).total;
  return { ...services, search, member, written, total };
}

/** Forty questions, with as many jobs as make a burst. @returns their ids */
async function askMuch({ db, member }: Awaited<ReturnType<typeof openSite>>): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < 40; number += 1)
    ids.push(await ask(db, member, { title: '灯油の助成の窓口' }));
  const now = new Date();
  await db.transaction().execute(async (tx) => {
    for (let job = ids.length; job < BURST; job += 1)
      await enqueue(tx, 'index', `question:${ids[job % ids.length]}`, now);
  });
  return ids;
}

test('a post or two are indexed in place', async () => {
  const site = await openSite();
  const id = await ask(site.db, site.member, { title: '灯油の助成の窓口' });
  expect(await indexWhatIsDue(site, STOPPED)).toBe(1);
  expect(site.written).toEqual([`question:${id}`]);
  expect(await site.total()).toBe(1);
});

test('a burst is indexed on a thread, with the neighbours of each question', async () => {
  const site = await openSite();
  const ids = await askMuch(site);
  await indexWhatIsDue(site, STOPPED);
  expect(site.written).toEqual([]);
  expect(await site.total()).toBe(40);
  expect(await similarQuestions(site.db, ids[0]!, 3)).toHaveLength(3);
  expect(await site.db.selectFrom('outbox').selectAll().execute()).toEqual([]);
});

test('where the database lives in this process, a burst is indexed in place too', async () => {
  const site = await openSite();
  await askMuch(site);
  expect(await indexWhatIsDue({ ...site, canOpenAgain: false }, STOPPED)).toBe(BATCH);
  expect(site.written).not.toEqual([]);
});
