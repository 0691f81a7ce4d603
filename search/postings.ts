/**
 * Which documents hold a token, as runs of their numbers: a run holds numbers from its `first` on, each as two bytes
 * that say how far from there, in the order in which they came. A number belongs to the run with the highest `first`
 * that is not above it.
 */
export interface Run {
  token: string;
  /** From 1 on, as documents are numbered. */
  first: number;
  numbers: Uint8Array;
}

/** How far a number may be from the first of its run. */
export const REACH = 0x10000;

export function packed(first: number, numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [at, number] of numbers.entries()) bytes.writeUInt16LE(number - first, at * 2);
  return bytes;
}

export function unpacked(run: Run): number[] {
  const found: number[] = [];
  eachNumber(run, (number) => found.push(number));
  return found;
}

export function eachNumber({ first, numbers }: Run, take: (number: number) => void): void {
  for (let at = 0; at < numbers.length; at += 2) take(first + (numbers[at]! | (numbers[at + 1]! << 8)));
}
