export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts: Record<string, unknown> & { error: unknown }): void;
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
    error: (event, { error, ...facts }) => line('error', event, { ...facts, ...describe(error) }),
  };
}

/** An error's kind and place. Its message stays out where it may quote a value: a database names what it refused. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((frame) => frame.trimStart().startsWith('at '));
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
