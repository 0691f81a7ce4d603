import { setFlagsFromString } from 'node:v8';

/** Set in the process that was started again. */
const MARK = 'TSUNAGARI_FRUGAL';

/**
 * Requests leave much garbage: collecting it in small portions, by two helpers, takes a third less memory for little of
 * the speed. The C library keeps some ten megabytes more for each thread that once asked it for memory, unless all share
 * one pool, and gives back what is free at its end only beyond a threshold that grows by itself unless it is set.
 */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=50', '--v8-pool-size=2'];
const POOLS = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '16384' };
/**
 * The heap grows by 2 MB at a time, not by 8. Only once it is there: given at the start, new objects would have 1 MB,
 * and collecting them so often would take a sixth of the time that an answer takes.
 */
const SMALL_STEPS = '--optimize-for-size';

/**
 * Goes on as the same process with settings for little memory, some of which can only be given at its start. Where the
 * system cannot replace a process (Windows), it goes on without those.
 */
export function frugally() {
  if (process.env[MARK] || process.platform === 'win32' || !process.execve) {
    setFlagsFromString(SMALL_STEPS);
    return;
  }
  const env = { ...POOLS, ...process.env, [MARK]: '1' };
  process.execve(
    process.execPath,
    [process.execPath, ...FLAGS, ...process.execArgv, ...process.argv.slice(1)],
    env,
  );
}
