// What the check of anonymization costs and how well it does, as a table with the bars it is held to. Run:
//   node tests/bench/lint.ts
// The scores need the annotated texts in ../shared/bench/lint and are left out where they are absent.
import { execFileSync } from 'node:child_process';
import { lint } from '#lint/engine.ts';
import { nameTagger } from '#lint/full.server.ts';
import { bundleEngine, inChromium } from './lint-browser.server.ts';
import { scores } from './lint-scores.server.ts';
import { medianMilliseconds } from './median.ts';
import { randomFrom, textOf } from './texts.ts';

interface Row {
  what: string;
  value: number | undefined;
  unit: string;
  /** What the value must not pass, where there is a bar. */
  most?: number;
  least?: number;
}

/** In a process of its own: what loading the tagger and its dictionary takes. */
function load(): { milliseconds: number; megabytes: number } {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const tagger = nameTagger();
  lint('担当は平山さんです。', { tagger });
  return { milliseconds: performance.now() - start, megabytes: (process.memoryUsage().rss - before) / 1e6 };
}

async function print(): Promise<void> {
  const case1000 = caseOf(1000);
  const tagger = nameTagger();
  const loaded = JSON.parse(
    execFileSync(process.execPath, [new URL(import.meta.url).pathname, 'load'], { encoding: 'utf8' }),
  ) as ReturnType<typeof load>;
  const bundle = await bundleEngine();
  const rows: Row[] = [
    {
      what: 'rules, 1,000 characters, on the server',
      value: medianMilliseconds(() => lint(case1000)),
      unit: 'ms',
      most: 1.2,
    },
    {
      what: 'rules, 1,000 characters, in Chromium',
      value: await inChromium(bundle.code, case1000),
      unit: 'ms',
      most: 1.2,
    },
    {
      what: 'rules and tagger, 1,000 characters',
      value: medianMilliseconds(() => lint(case1000, { tagger })),
      unit: 'ms',
    },
    {
      what: 'rules and tagger, 8,000 characters',
      value: medianMilliseconds(() => lint(caseOf(8000), { tagger })),
      unit: 'ms',
    },
    {
      what: 'engine for the browser, minified, brotli',
      value: bundle.brotliBytes,
      unit: 'bytes',
      most: 60_000,
    },
    { what: 'loading the tagger and its dictionary', value: loaded.milliseconds, unit: 'ms' },
    { what: 'memory that this takes', value: loaded.megabytes, unit: 'MB' },
    ...scores(),
  ];
  process.stdout.write('| | measured | bar | |\n| --- | ---: | ---: | --- |\n');
  for (const row of rows) process.stdout.write(`${lineOf(row)}\n`);
}

function lineOf({ what, value, unit, most, least }: Row): string {
  const shown = value === undefined ? 'not measured' : `${digits(value, unit)} ${unit}`.trimEnd();
  const limit = most ?? least;
  const bar = limit === undefined ? '' : `${most === undefined ? '≥' : '≤'} ${limit} ${unit}`.trimEnd();
  const holds =
    value === undefined || limit === undefined ? '' : isWithin({ value, most, least }) ? 'holds' : 'MISSED';
  return `| ${what} | ${shown} | ${bar} | ${holds} |`;
}

const isWithin = ({
  value,
  most = Number.POSITIVE_INFINITY,
  least = Number.NEGATIVE_INFINITY,
}: {
  value: number;
  most?: number;
  least?: number;
}) => value <= most && value >= least;

const digits = (value: number, unit: string) =>
  unit === 'bytes' ? String(value) : value.toFixed(unit === 'ms' ? 2 : unit === 'MB' ? 0 : 3);

/** A text of which about every fifth sentence identifies somebody. */
function caseOf(length: number): string {
  const identifying =
    '佐藤さん（43歳）は5月12日に岩見沢市から転入し、電話は090-1234-5678、母は空知みどり病院に入院中です。';
  const plain = textOf(length, randomFrom(3)).split(/(?<=。)/);
  return plain
    .map((sentence, at) => (at % 5 === 2 ? identifying : sentence))
    .join('')
    .slice(0, length);
}

if (process.argv[2] === 'load') {
  process.stdout.write(JSON.stringify(load()));
} else {
  await print();
}
