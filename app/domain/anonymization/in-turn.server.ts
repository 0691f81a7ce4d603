interface Turns {
  running: number;
  waiting: Array<() => void>;
}

/** By member: what of theirs is under way. */
const members = new Map<string, Turns>();

/**
 * Runs a check when the member's earlier ones are done, so that nobody can take the thread of the check for
 * themselves.
 *
 * @param memberId undefined for whoever is no member yet
 * @param most checks of one member at once
 */
export async function inTurn<T>(memberId: string | undefined, check: () => Promise<T>, most = 1): Promise<T> {
  if (memberId === undefined) return check();
  const turns = members.get(memberId) ?? { running: 0, waiting: [] };
  members.set(memberId, turns);
  if (turns.running < most) turns.running += 1;
  else await new Promise<void>((resolve) => turns.waiting.push(resolve));
  try {
    return await check();
  } finally {
    const next = turns.waiting.shift();
    // Whoever comes next takes the turn over.
    if (next) next();
    else turns.running -= 1;
    if (turns.running === 0) members.delete(memberId);
  }
}
