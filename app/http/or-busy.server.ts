import { data } from '@remix-run/node';
import { TooBusy } from '#app/domain/login/password.server.ts';

/** @throws 503 when too many passwords are looked at in this moment */
export async function orBusy<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TooBusy) throw data({}, { status: 503 });
    throw error;
  }
}
