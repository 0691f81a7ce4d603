import { PLACES } from './figures.server.ts';

/** How many people a place has, by what is counted of them. */
export interface Area {
  /** People of 0–14, of 15–64, of 65 years and more. */
  ages: [children: number, middle: number, old: number];
  foreign: number;
  alone: number;
  /** Households of one parent with children of any age. */
  mothers: number;
  fathers: number;
}

interface Municipality extends Area {
  name: string;
  /** Subprefecture without 総合振興局 or 振興局; - for a ward of Sapporo. */
  within: string;
}

const MUNICIPALITIES: readonly Municipality[] = PLACES.trim()
  .split('\n')
  .map((line) => {
    const [within = '', name = '', ...counts] = line.split(' ');
    const [children = 0, middle = 0, old = 0, foreign = 0, alone = 0, mothers = 0, fathers = 0] =
      counts.map(Number);
    return { within, name, ages: [children, middle, old], foreign, alone, mothers, fathers };
  });

const known = new Map<string, Area>();
for (const one of MUNICIPALITIES) {
  known.set(one.name, one);
  if (one.within === '-') known.set(`札幌市${one.name}`, one);
}
// 東川 for 東川町, as the gazetteer has it: the shortest names need their kind.
for (const one of MUNICIPALITIES)
  if (one.within !== '-' && one.name.length > 2) known.set(one.name.slice(0, -1), one);

const KINDS: ReadonlyArray<[said: string, kinds: RegExp]> = [
  ['', /[市町村]$/],
  ['の市', /市$/],
  ['の町', /町$/],
  ['の村', /村$/],
  ['の町村', /[町村]$/],
];
const subprefectures = new Set(MUNICIPALITIES.map(({ within }) => within).filter((name) => name !== '-'));
for (const [said, kinds] of KINDS) {
  const towns = MUNICIPALITIES.filter(({ within, name }) => within !== '-' && kinds.test(name));
  known.set(`道内${said}`, sum(towns));
  for (const name of subprefectures) {
    const inside = towns.filter(({ within }) => within === name);
    if (inside.length > 0) known.set(`${name}管内${said}`, sum(inside));
  }
}
known.set('札幌市内', known.get('札幌市') as Area);

function sum(towns: readonly Municipality[]): Area {
  const total: Area = { ages: [0, 0, 0], foreign: 0, alone: 0, mothers: 0, fathers: 0 };
  for (const { ages, foreign, alone, mothers, fathers } of towns) {
    for (const age of [0, 1, 2] as const) total.ages[age] += ages[age];
    total.foreign += foreign;
    total.alone += alone;
    total.mothers += mothers;
    total.fathers += fathers;
  }
  return total;
}

export const HOKKAIDO = known.get('道内') as Area;

/**
 * The people of a place in Hokkaido, of a group of places (上川管内の町) or of the municipality that a longer name
 * begins with (江別市大麻): more than live there, never fewer.
 */
export function areaNamed(name: string): Area | undefined {
  const municipality = /^.+?[市町村区](?=.)/.exec(name)?.[0] ?? '';
  return known.get(name) ?? known.get(municipality);
}

/** What to call a place instead, step by step; the nearest first. */
export function widerAreas(name: string): string[] {
  const area = areaNamed(name);
  const at = MUNICIPALITIES.find((one) => area === one);
  if (at?.within === '-') return ['札幌市内', '石狩管内の市', '道内'];
  const within = at?.within ?? /^(.+)管内/.exec(name)?.[1];
  if (within === undefined || !subprefectures.has(within)) return name === '道内' ? [] : ['道内'];
  const kind = at ? `${within}管内の${at.name.slice(-1)}` : name;
  const steps = [kind, `${within}管内の町村`, `${within}管内`, '道内'];
  const ofTown = !/市$/.test(at?.name ?? name);
  return [...new Set(steps.filter((step) => step !== name && (ofTown || !step.endsWith('の町村'))))].filter(
    (step) => peopleOf(areaNamed(step)) > peopleOf(area),
  );
}

export const peopleOf = (area: Area | undefined): number =>
  area ? area.ages[0] + area.ages[1] + area.ages[2] : 0;
