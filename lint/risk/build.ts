// Makes figures.server.ts from the collected facts. Run: node lint/risk/build.ts [facts folder]
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Counted {
  name: string;
  population: number;
  age0_14: number;
  age15_64: number;
  age65plus: number;
  foreignNationals: number;
  singlePersonHouseholds: number;
  motherChildHouseholds: number;
  fatherChildHouseholds: number;
}

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? join(here, '../../../shared/facts');
const facts = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

const hokkaido = facts<{ municipalities: Array<Counted & { bureau: string }>; sapporoWards: Counted[] }>(
  'hokkaido-municipalities.json',
);
const { national } = facts<{
  national: { ageGroups5: Array<{ age: string; male: number; female: number }> };
}>('prefectures.json');

const line = (area: string, counted: Counted) =>
  [
    area,
    counted.name,
    counted.age0_14,
    counted.age15_64,
    counted.age65plus,
    counted.foreignNationals,
    counted.singlePersonHouseholds,
    counted.motherChildHouseholds,
    counted.fatherChildHouseholds,
  ].join(' ');

const places = [
  ...hokkaido.municipalities.map((one) => line(one.bureau.replace(/(?:総合)?振興局$/, ''), one)),
  // A ward's people are in its city already.
  ...hokkaido.sapporoWards.map((ward) => line('-', ward)),
];
const ages = national.ageGroups5.map(({ male, female }) => `${male} ${female}`);

writeFileSync(
  join(here, 'figures.server.ts'),
  `// Source: 総務省統計局 令和2年国勢調査 (2020-10-01). Public data; places are counted with unknown answers filled in.
// Made by build.ts; do not edit by hand.

/**
 * A municipality of Hokkaido or a ward of Sapporo a line: subprefecture (- for a ward), name, people of 0–14, 15–64 and
 * 65 years and more, foreign nationals, people who live alone, households of a mother, of a father with children.
 */
export const PLACES = \`
${places.join('\n')}
\`;

/** Men and women of Japan by age in classes of five years; the last line is 100 and more. */
export const AGES = \`
${ages.join('\n')}
\`;
`,
);
