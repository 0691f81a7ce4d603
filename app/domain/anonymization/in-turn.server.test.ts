import { expect, test } from 'vitest';
import { inTurn } from './in-turn.server.ts';

test('one check of a member runs at a time; others do not wait for it', async () => {
  const running = { mine: 0, theirs: 0 };
  const most = { mine: 0, together: 0 };
  const check = (whose: keyof typeof running) => async () => {
    running[whose] += 1;
    most.mine = Math.max(most.mine, running.mine);
    most.together = Math.max(most.together, running.mine + running.theirs);
    await new Promise((resolve) => setTimeout(resolve, 10));
    running[whose] -= 1;
    return whose;
  };
  const mine = [1, 2, 3].map(() => inTurn('me', check('mine')));
  const theirs = inTurn('them', check('theirs'));
  expect(await Promise.all([...mine, theirs])).toEqual(['mine', 'mine', 'mine', 'theirs']);
  expect(most).toEqual({ mine: 1, together: 2 });
});

test('a member may have more than one under way where that is said', async () => {
  const log: string[] = [];
  const check = (name: string) => async () => {
    log.push(name);
    await new Promise((resolve) => setTimeout(resolve, 10));
    log.push(`${name} done`);
  };
  await Promise.all(['a', 'b', 'c'].map((name) => inTurn('me', check(name), 2)));
  expect(log).toEqual(['a', 'b', 'a done', 'c', 'b done', 'c done']);
});

test('a check that fails does not keep the next from running', async () => {
  const failed = inTurn('me', () => Promise.reject(new Error('x')));
  const next = inTurn('me', async () => 'done');
  await expect(failed).rejects.toThrow('x');
  expect(await next).toBe('done');
});
