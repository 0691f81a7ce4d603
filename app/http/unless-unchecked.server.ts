import { CheckUnavailable } from '#lint/check-thread.server.ts';

/** What the work comes to; undefined where the check came to no end, so that nobody knows. */
export async function unlessUnchecked<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof CheckUnavailable) return undefined;
    throw error;
  }
}
