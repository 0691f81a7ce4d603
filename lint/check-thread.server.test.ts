import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { CheckThread, CheckUnavailable } from './check-thread.server.ts';

/** Never ends with 「endless」, dies of 「deadly」, and else says what it was asked, as a problem. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ fields: { body } }) => {
  if (body === 'endless') for (;;);
  if (body === 'deadly') process.exit(1);
  parentPort.postMessage(body === 'bad' ? { problem: 'a rule failed' } : { findings: [{ text: body }] });
});`;

function openThread() {
  let started = 0;
  const thread = new CheckThread(() => {
    started += 1;
    return new Worker(THREAD, { eval: true });
  }, 1000);
  const ask = async (body: string) => {
    const found = await thread.ask({ fields: { body }, options: {} });
    return found.map(({ text }) => text);
  };
  return { ask, started: () => started };
}

test('what takes too long is ended, and only that: those in line behind it are answered', async () => {
  const { ask, started } = openThread();
  const asked = await Promise.allSettled(['one', 'endless', 'two', 'three'].map(ask));
  expect(asked).toEqual([
    { status: 'fulfilled', value: ['one'] },
    { status: 'rejected', reason: new CheckUnavailable('The check took too long and was ended') },
    { status: 'fulfilled', value: ['two'] },
    { status: 'fulfilled', value: ['three'] },
  ]);
  expect(started()).toBe(2);
});

test('a thread that dies takes one request along, and the next starts another', async () => {
  const { ask, started } = openThread();
  const asked = await Promise.allSettled(['deadly', 'one'].map(ask));
  expect(asked).toEqual([
    { status: 'rejected', reason: expect.any(CheckUnavailable) },
    { status: 'fulfilled', value: ['one'] },
  ]);
  expect(started()).toBe(2);
});

test('a check that fails says so, and the thread goes on', async () => {
  const { ask, started } = openThread();
  await expect(ask('bad')).rejects.toEqual(new Error('The check failed on its thread: a rule failed'));
  expect(await ask('one')).toEqual(['one']);
  expect(started()).toBe(1);
});
