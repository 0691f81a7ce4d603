/** Milliseconds after which a request is taken to wait for somebody else. */
const WAITING = 30;

/**
 * Lets only so many run at once; the others wait in line, first come, first served. Who takes long waits for a file or
 * another server and gives the place away.
 *
 * Pages are made by one processor: begun all together, each would be done last, and all that they hold meanwhile would
 * outlive the collector's first look.
 */
export function fewAtOnce(most: number): <T>(run: () => Promise<T>) => Promise<T> {
  let running = 0;
  const line: Array<() => void> = [];
  const leave = () => {
    const next = line.shift();
    // Whoever comes next takes the place over.
    if (next) next();
    else running -= 1;
  };
  return async (run) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => line.push(resolve));
    let left = false;
    const leaveOnce = () => {
      if (!left) leave();
      left = true;
    };
    const timer = setTimeout(leaveOnce, WAITING);
    try {
      return await run();
    } finally {
      clearTimeout(timer);
      leaveOnce();
    }
  };
}
