/** By member: when their last check is done. */
const last = new Map<string, Promise<unknown>>();

/**
 * Runs a check when the member's earlier ones are done, so that nobody can take the thread of the check for
 * themselves.
 *
 * @param memberId undefined for whoever is no member yet
 */
export async function inTurn<T>(memberId: string | undefined, check: () => Promise<T>): Promise<T> {
  if (memberId === undefined) return check();
  const before = last.get(memberId);
  const found = before ? before.then(check) : check();
  const done = found.catch(() => undefined);
  last.set(memberId, done);
  try {
    return await found;
  } finally {
    if (last.get(memberId) === done) last.delete(memberId);
  }
}
