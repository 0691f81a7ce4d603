import { expect, test } from 'vitest';
import type { MeetingSide } from '#db/schema.ts';
import { countOrganizations, numberLine, type Participant } from './number-line.ts';

/** So many people of so many organizations. */
const from = (side: MeetingSide, organizations: number, people: number): Participant[] =>
  Array.from({ length: people }, (_, i) => ({ side, organizationKey: `${side}-${i % organizations}` }));

test.each([
  [
    '27名（14機関：団体9（13）・自治体4（4）・厚労省（10））',
    [...from('organization', 9, 13), ...from('municipality', 4, 4), ...from('ministry', 10, 10)],
  ],
  [
    '49名（35機関：団体27（31）・自治体7（8）・厚労省（10））',
    [...from('municipality', 7, 8), ...from('ministry', 3, 10), ...from('organization', 27, 31)],
  ],
  [
    '58名（41機関：団体33（46）・自治体8（12））',
    [...from('organization', 33, 46), ...from('municipality', 8, 12)],
  ],
  [
    '160名（118機関：団体67（96）・自治体2（3）・厚労省（6）・道外他48（55））',
    [
      ...from('organization', 67, 96),
      ...from('municipality', 2, 3),
      ...from('ministry', 1, 6),
      ...from('outside', 48, 55),
    ],
  ],
  ['3名（2機関：団体1（1）・道（2））', [...from('prefecture', 2, 2), ...from('organization', 1, 1)]],
  ['0名', []],
])('%s', (line, people) => {
  expect(numberLine(people)).toBe(line);
});

test('organizations are counted as in the line', () => {
  expect(countOrganizations([...from('organization', 27, 31), ...from('ministry', 3, 10)])).toBe(28);
});
