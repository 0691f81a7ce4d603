import { expect, test } from 'vitest';
import { TooBusy } from '#app/domain/login/password.server.ts';
import { orBusy } from './or-busy.server.ts';

test('whoever comes while too many passwords are looked at is asked to wait; other errors stay what they are', async () => {
  await expect(orBusy(Promise.reject(new TooBusy('x')))).rejects.toMatchObject({ init: { status: 503 } });
  const other = new Error('x');
  await expect(orBusy(Promise.reject(other))).rejects.toBe(other);
  expect(await orBusy(Promise.resolve('done'))).toBe('done');
});
