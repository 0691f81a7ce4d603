import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { type Header, PLANE } from './format.ts';

/** The dictionary in memory that threads share; `dictionaryFrom` makes it ready to be asked. */
export interface Unpacked {
  header: Header;
  memory: SharedArrayBuffer;
}

/** A dictionary ready to be asked; made by `dictionaryFrom` only. */
export interface Dictionary extends Pick<Header, 'source' | 'classes' | 'categories'>, Arrays {}

interface Arrays {
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

let once: Unpacked | undefined;

/** The dictionary of this process, read when it is first asked for. */
export function sharedDictionary(): Unpacked {
  once ??= unpack();
  return once;
}

/** Reads the dictionary file. Takes some 60 ms and 16 MB; meant to be done once per process. */
export function unpack(): Unpacked {
  const file = readFileSync(new URL('ipadic.bin', import.meta.url));
  const end = file.indexOf(10);
  const header = JSON.parse(file.subarray(0, end).toString()) as Header;
  const memory = new SharedArrayBuffer(layOut(header).bytes);
  const { arrays } = layOut(header, memory);
  let at = end + 1;
  let part = 0;
  const next = () => {
    const length = header.packed[part++] as number;
    at += length;
    return brotliDecompressSync(file.subarray(at - length, at));
  };
  const copy = (array: Uint8Array | Uint16Array | Int16Array) =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(next());
  copy(arrays.labels);
  const children = next();
  sumUp(new Uint16Array(children.buffer, children.byteOffset, header.nodes), 1, arrays.firstChild);
  sumUp(next(), 0, arrays.firstEntry);
  for (const array of [arrays.left, arrays.right, arrays.cost]) copy(array);
  sumUp(next(), 0, arrays.firstOfReading);
  for (const array of [arrays.readings, arrays.matrix, arrays.categoryOf]) copy(array);
  const { labels, firstChild, start } = arrays;
  for (let node = 1; node < (firstChild[1] as number); node += 1) start[labels[node] as number] = node;
  return { header, memory };
}

/** @param unpacked may belong to another thread; it is only read */
export function dictionaryFrom({ header, memory }: Unpacked): Dictionary {
  const { source, classes, categories } = header;
  return { source, classes, categories, ...layOut(header, memory).arrays };
}

/** The arrays over a memory, one behind the other, and how many bytes they take. */
function layOut({ nodes, entries, readings, classes }: Header, memory = new SharedArrayBuffer(0)) {
  let bytes = 0;
  const take = <T>(
    make: { new (buffer: ArrayBufferLike, at: number, length: number): T; BYTES_PER_ELEMENT: number },
    length: number,
  ): T => {
    const at = bytes;
    // The next array begins where one of any kind may begin.
    bytes += Math.ceil((length * make.BYTES_PER_ELEMENT) / 4) * 4;
    return memory.byteLength === 0 ? new make(memory, 0, 0) : new make(memory, at, length);
  };
  const arrays: Arrays = {
    labels: take(Uint16Array, nodes),
    firstChild: take(Uint32Array, nodes + 1),
    firstEntry: take(Uint32Array, nodes + 1),
    left: take(Uint16Array, entries),
    right: take(Uint16Array, entries),
    cost: take(Int16Array, entries),
    firstOfReading: take(Uint32Array, entries + 1),
    readings: take(Uint8Array, readings),
    matrix: take(Int16Array, classes.length ** 2),
    categoryOf: take(Uint8Array, PLANE),
    start: take(Uint32Array, PLANE),
  };
  return { arrays, bytes };
}

/** Running totals before each of the counts, and after the last. */
function sumUp(counts: Uint8Array | Uint16Array, first: number, totals: Uint32Array): void {
  totals[0] = first;
  for (let index = 0; index < counts.length; index += 1) {
    totals[index + 1] = (totals[index] as number) + (counts[index] as number);
  }
}
