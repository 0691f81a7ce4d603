import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fewAtOnce } from './few-at-once.server.ts';

/** Work that ends when it is told to. */
function work(name: string, log: string[]) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const run = async () => {
    log.push(`${name} begins`);
    await promise;
    log.push(`${name} ends`);
    return name;
  };
  return { run, end: resolve };
}

test('no more than so many run at once, and the others come in their order', async () => {
  const inLine = fewAtOnce(2);
  const log: string[] = [];
  const works = ['a', 'b', 'c', 'd'].map((name) => work(name, log));
  const answers = works.map(({ run }) => inLine(run));
  await pause(0);
  expect(log).toEqual(['a begins', 'b begins']);
  works[1]?.end();
  await answers[1];
  await pause(0);
  expect(log).toEqual(['a begins', 'b begins', 'b ends', 'c begins']);
  for (const { end } of works) end();
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd']);
});

test('what fails gives its place to the next', async () => {
  const inLine = fewAtOnce(1);
  const failing = inLine(() => Promise.reject(new Error('away')));
  const next = inLine(async () => 'there');
  await expect(failing).rejects.toThrow('away');
  expect(await next).toBe('there');
});

test('what waits for somebody else holds nobody up, and takes up no second place when it ends', async () => {
  const inLine = fewAtOnce(1);
  const log: string[] = [];
  const [slow, second, third] = ['slow', 'second', 'third'].map((name) => work(name, log));
  const answers = [slow, second, third].map((one) => inLine(one!.run));
  await pause(60);
  expect(log).toContain('second begins');
  second?.end();
  await answers[1];
  slow?.end();
  third?.end();
  expect(await Promise.all(answers)).toEqual(['slow', 'second', 'third']);
  const fourth = work('fourth', log);
  const fifth = work('fifth', log);
  const last = [inLine(fourth.run), inLine(fifth.run)];
  await pause(0);
  expect(log).toContain('fourth begins');
  expect(log).not.toContain('fifth begins');
  fourth.end();
  fifth.end();
  await Promise.all(last);
});
