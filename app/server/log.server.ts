export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  /** @param facts `path` without its query */
  error(event: string, facts: Record<string, unknown> & { error: unknown; path?: string }): void;
}

/**
 * One JSON object per line. Facts are ids, paths without their query, numbers: never a text that a member typed.
 *
 * @param write takes a finished line
 */
export function createLog(write: (line: string) => void, always: Record<string, unknown> = {}): Log {
  const line = (level: string, event: string, facts: Record<string, unknown>) =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...always, ...facts })}\n`);
  return {
    info: (event, facts = {}) => line('info', event, facts),
    error: (event, { error, path, ...facts }) =>
      line('error', event, { path: path && withoutSecret(path), ...facts, ...describe(error) }),
  };
}

/**
 * The path of an invitation, a password's link, a feed or a guest's page is its secret; who reads the log must not be able to use it.
 * Routes are found whatever the case, and with letters written as percent signs.
 */
function withoutSecret(path: string): string {
  const plain = decoded(path);
  const [, page] = /^\/+meetings\/[^/]+\/(guest|mine)\/./is.exec(plain) ?? [];
  if (page !== undefined) return `/meetings/…/${page.toLowerCase()}/…`;
  const [, place] = /^\/+(join|reset|feeds|calendar)\/./is.exec(plain) ?? [];
  return place === undefined ? path : `/${place.toLowerCase()}/…`;
}

function decoded(path: string): string {
  let text = path;
  // Once is what routes do; whoever encodes more often than this finds no page.
  for (let times = 0; times < 3; times += 1)
    text = text.replace(/%([0-7][0-9a-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return text;
}

/** An error's kind and place. Its message stays out where it may quote a value: a database names what it refused. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  // The stack begins with the message, whose lines may look like frames.
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((frame) => frame.trimStart().startsWith('at '));
  const { code } = error as Error & { code?: unknown };
  return {
    error: error.name,
    code,
    message: isOurs(error) ? error.message : undefined,
    stack: frames.slice(0, 12),
  };
}

/** Messages of programming errors quote names of the code, not data. */
function isOurs(error: Error): boolean {
  return error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
}
