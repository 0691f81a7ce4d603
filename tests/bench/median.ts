/** Median of 200 runs, after 100 that warm up the compiler. */
export function medianMilliseconds(run: () => void): number {
  const times: number[] = [];
  for (let turn = -100; turn < 200; turn += 1) {
    const start = performance.now();
    run();
    if (turn >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[100] ?? Number.NaN;
}
