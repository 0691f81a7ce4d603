import loadHighs from 'highs';
import { wishCost } from './costs.ts';
import type { GroupLimits, Person } from './problem.ts';

/** Loaded once for each thread; each call to `solve` is a solver of its own. */
let loading: ReturnType<typeof loadHighs> | undefined;

/**
 * The best placing by wishes alone: a transportation problem, which HiGHS solves to the optimum (its corners are whole
 * numbers, so nobody is placed by halves). HiGHS is the open solver that operations research itself uses; its build as
 * WebAssembly needs no compiler and has no dependencies. A library for assignment (one person, one task) would want a
 * copy of each group for each seat, and those for flows are not kept up.
 *
 * All who get none of their wishes go through one pool, which leaves four columns for a person instead of one for each
 * group: a fifth of the time.
 *
 * @param limits that can be kept
 * @returns index of the group for each person
 */
export async function placeByWishes(
  people: readonly Person[],
  limits: readonly GroupLimits[],
): Promise<number[]> {
  const objective: string[] = [];
  const rows: string[] = [];
  const pool: string[] = [];
  const inGroup = limits.map((_, g) => [`y${g}`]);
  const wished = people.map(({ wishes, fixed }) =>
    (fixed ? [fixed.group] : wishes)
      .map((no) => limits.findIndex((group) => group.no === no))
      .filter((g) => g >= 0),
  );
  people.forEach((person, p) => {
    const choices = (wished[p] as number[]).map((g) => {
      const name = `x${p}_${g}`;
      objective.push(`${person.fixed ? 0 : wishCost(person, (limits[g] as GroupLimits).no)} ${name}`);
      (inGroup[g] as string[]).push(name);
      return name;
    });
    if (!person.fixed) {
      objective.push(`${wishCost(person, Number.NaN)} o${p}`);
      choices.push(`o${p}`);
      pool.push(`o${p}`);
    }
    rows.push(`${choices.join(' + ')} = 1`);
  });
  if (pool.length > 0) rows.push(`${pool.join(' + ')} - ${limits.map((_, g) => `y${g}`).join(' - ')} = 0`);
  else rows.push(`${limits.map((_, g) => `y${g}`).join(' + ')} = 0`);
  limits.forEach(({ min, max }, g) => {
    const all = (inGroup[g] as string[]).join(' + ');
    rows.push(`${all} >= ${min}`, `${all} <= ${max}`);
  });
  const model = `Minimize\n${objective.join(' + ')}\nSubject To\n${rows.join('\n')}\nEnd\n`;
  loading ??= loadHighs();
  const highs = await loading;
  // Presolving takes longer than the problem itself.
  const solved = highs.solve(model, { output_flag: false, presolve: 'off' });
  if (solved.Status !== 'Optimal') throw new Error(`The placing by wishes ended as ${solved.Status}`);
  const columns = solved.Columns as Record<string, { Primal: number } | undefined>;
  const amountOf = (name: string) => Math.round(columns[name]?.Primal ?? 0);
  const seats = limits.map((_, g) => amountOf(`y${g}`));
  return people.map((_, p) => {
    const own = (wished[p] as number[]).find((g) => amountOf(`x${p}_${g}`) === 1);
    if (own !== undefined) return own;
    const free = seats.findIndex((left) => left > 0);
    seats[free] = (seats[free] as number) - 1;
    return free;
  });
}
