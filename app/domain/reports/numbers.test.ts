import { expect, test } from 'vitest';
import { numberLine } from '../meetings/number-line.ts';
import { readNumberLine } from './numbers.ts';

test('a line of numbers is read as the network has printed it', () => {
  expect(readNumberLine('49名（35機関：団体27（31）・自治体7（8）・厚労省（10））')).toEqual({
    participants: 49,
    organizations: 35,
    sides: [
      { name: '団体', people: 31 },
      { name: '自治体', people: 8 },
      { name: '厚労省', people: 10 },
    ],
  });
  expect(readNumberLine('160名（118機関：道内67(96)・道内自治体2(3)・厚労省(6)道外他48(55))')?.sides).toEqual(
    [
      { name: '道内', people: 96 },
      { name: '道内自治体', people: 3 },
      { name: '厚労省', people: 6 },
      { name: '道外他', people: 55 },
    ],
  );
});

test('a line without sides tells only of how many', () => {
  expect(readNumberLine('12名（9機関：子どもの学習・生活支援機関のみで実施）')).toEqual({
    participants: 12,
    organizations: 9,
    sides: [],
  });
  expect(readNumberLine('5名')).toEqual({ participants: 5, organizations: null, sides: [] });
  expect(readNumberLine('おおぜい')).toBeUndefined();
});

test('what is counted is read back', () => {
  const people = [
    { side: 'organization', organizationKey: 'a' },
    { side: 'organization', organizationKey: 'a' },
    { side: 'ministry', organizationKey: 'b' },
  ] as const;
  expect(readNumberLine(numberLine(people))).toEqual({
    participants: 3,
    organizations: 2,
    sides: [
      { name: '団体', people: 2 },
      { name: '厚労省', people: 1 },
    ],
  });
});
