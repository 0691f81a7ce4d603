/** Lines in a frame, for what must not be overlooked among the output of tests. */
export function framed(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '#'.repeat(width + 6);
  return [edge, ...lines.map((line) => `#  ${line.padEnd(width)}  #`), edge].join('\n');
}
