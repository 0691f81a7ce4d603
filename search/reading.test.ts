import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expression } from './expression.ts';
import { packed } from './postings.ts';
import { Reading, type ReadLists } from './reading.ts';

const TOKENS = ['a', 'b', 'c', 'd'];
/** Numbers of a run, and runs read at first. */
const FULL = 4;
const NEWEST = 2;

/** Lists as a database would answer with them; the document in place n has the number n + 1. */
function listsOf(
  documents: ReadonlyArray<ReadonlySet<string>>,
  told: (since: number | undefined) => void,
): ReadLists {
  return async (tokens, since) => {
    told(since);
    return new Map(
      tokens.map((token) => {
        const numbers = documents.flatMap((one, at) => (one.has(token) ? [at + 1] : []));
        const runs = Array.from({ length: Math.ceil(numbers.length / FULL) }, (_, at) => {
          const part = numbers.slice(at * FULL, at * FULL + FULL);
          return { token, first: part[0]!, numbers: packed(part[0]!, part) };
        }).reverse();
        if (since === undefined) {
          const newest = runs.slice(0, NEWEST);
          return [token, { runs: newest, since: runs.length > NEWEST ? newest.at(-1)!.first : 1 }];
        }
        const before = runs.findIndex(({ first }) => first <= since);
        return [token, { runs: before === -1 ? runs : runs.slice(0, before + 1), since }];
      }),
    );
  };
}

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(...TOKENS),
    fc.record({ all: fc.array(tie('expression'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('expression'), { maxLength: 3 }) }),
  ),
}));

function fulfils(document: ReadonlySet<string>, one: Expression): boolean {
  if (typeof one === 'string') return document.has(one);
  if ('any' in one) return one.any.some((part) => fulfils(document, part));
  return one.all.length > 0 && one.all.every((part) => fulfils(document, part));
}

test('finds the newest documents that fulfil an expression, whatever has to be read', async () => {
  const documents = fc.array(fc.uniqueArray(fc.constantFrom(...TOKENS)), { maxLength: 90 });
  const limits = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(Number.POSITIVE_INFINITY));
  await fc.assert(
    fc.asyncProperty(
      documents,
      expression,
      fc.option(expression),
      limits,
      async (held, wanted, without, limit) => {
        const sets = held.map((tokens) => new Set(tokens));
        const unwanted = without ?? undefined;
        const expected = sets
          .flatMap((one, at) =>
            fulfils(one, wanted) && !(unwanted && fulfils(one, unwanted)) ? [at + 1] : [],
          )
          .reverse()
          .slice(0, limit);
        const reading = new Reading(listsOf(sets, () => {}));
        expect(await reading.newest(wanted, unwanted, limit)).toEqual(expected);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('reads once where the newest documents are enough, or the rarest token says it all', async () => {
  const reads: Array<number | undefined> = [];
  const often = Array.from({ length: 80 }, () => new Set(['a', 'b']));
  const rare = new Set(['a', 'b', 'c']);
  const read = listsOf([...often, rare], (since) => reads.push(since));
  expect(await new Reading(read).newest({ all: ['a', 'b'] }, undefined, 3)).toEqual([81, 80, 79]);
  expect(await new Reading(read).newest({ all: ['a', 'c'] }, undefined, 3)).toEqual([81]);
  expect(reads).toEqual([undefined, undefined]);
});
