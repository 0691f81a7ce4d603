import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { type Header, PLANE } from './format.ts';

/** The unpacked file and nothing else, so that threads can share it: see `dictionaryFrom`. */
export type Unpacked = SharedArrayBuffer;

/** A dictionary ready to be asked; made by `dictionaryFrom` only. */
export interface Dictionary extends Omit<Header, 'nodes' | 'entries' | 'readings'> {
  /** Character that leads to a node of the trie. */
  labels: Uint16Array;
  /** First child of a node; the next node's first child ends its children. */
  firstChild: Uint32Array;
  /** First entry of a node, in the same way. */
  firstEntry: Uint32Array;
  /** Connection classes and cost of an entry. */
  left: Uint16Array;
  right: Uint16Array;
  cost: Int16Array;
  firstOfReading: Uint32Array;
  readings: Uint8Array;
  /** Cost of one class after another: `matrix[left * classes.length + right]`. */
  matrix: Int16Array;
  /** Number of the category of a character. */
  categoryOf: Uint8Array;
  /** Node that a word's first character leads to; 0 for none. */
  start: Uint32Array;
}

/** Reads the dictionary file. Takes some 50 ms and 11 MB; meant to be done once per process. */
export function unpack(): Unpacked {
  const bytes = brotliDecompressSync(readFileSync(new URL('ipadic.bin', import.meta.url)));
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

/** @param unpacked may belong to another thread; it is only read */
export function dictionaryFrom(unpacked: Unpacked): Dictionary {
  const bytes = new Uint8Array(unpacked);
  const end = bytes.indexOf(10);
  const header = JSON.parse(Buffer.from(bytes.slice(0, end)).toString()) as Header;
  let at = end + 1;
  // Copies what does not begin at a multiple of its own size.
  const take = <T>(
    make: new (buffer: ArrayBufferLike, at: number, length: number) => T,
    length: number,
    size: number,
  ) => {
    const from = at;
    at += length * size;
    return from % size === 0
      ? new make(unpacked, from, length)
      : new make(unpacked.slice(from, at), 0, length);
  };
  const labels = take(Uint16Array, header.nodes, 2);
  const firstChild = sums(take(Uint16Array, header.nodes, 2), 1);
  const firstEntry = sums(take(Uint8Array, header.nodes, 1), 0);
  const left = take(Uint16Array, header.entries, 2);
  const right = take(Uint16Array, header.entries, 2);
  const cost = take(Int16Array, header.entries, 2);
  const firstOfReading = sums(take(Uint8Array, header.entries, 1), 0);
  const readings = take(Uint8Array, header.readings, 1);
  const matrix = take(Int16Array, header.classes.length ** 2, 2);
  const categoryOf = take(Uint8Array, PLANE, 1);
  const start = new Uint32Array(PLANE);
  for (let node = 1; node < (firstChild[1] as number); node += 1) start[labels[node] as number] = node;
  const { source, classes, categories } = header;
  return {
    source,
    classes,
    categories,
    labels,
    firstChild,
    firstEntry,
    left,
    right,
    cost,
    firstOfReading,
    readings,
    matrix,
    categoryOf,
    start,
  };
}

/** Running totals before each of the counts, and after the last. */
function sums(counts: Uint8Array | Uint16Array, first: number): Uint32Array {
  const totals = new Uint32Array(counts.length + 1);
  totals[0] = first;
  for (let index = 0; index < counts.length; index += 1) {
    totals[index + 1] = (totals[index] as number) + (counts[index] as number);
  }
  return totals;
}
