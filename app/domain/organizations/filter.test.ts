import { expect, test } from 'vitest';
import { filterOrganizations, NO_AREA } from './filter.ts';

const office = (id: string, area: string | null, kind: string, ...programmes: string[]) => ({
  id,
  area,
  kind,
  programmes,
});
const ALL = [
  office('city', '石狩', '自治体', 'soudan'),
  office('council', '石狩', '社協', 'soudan', 'kakei'),
  office('far', '宗谷', '社協', 'kakei'),
  office('everywhere', '全道', 'NPO', 'shuurou'),
  office('unknown', null, 'NPO'),
];
const EVERYTHING = { area: '', kind: '', programme: '' };
const found = (filter: Partial<typeof EVERYTHING>) =>
  filterOrganizations(ALL, { ...EVERYTHING, ...filter }).map(({ id }) => id);

test.each([
  ['everything', {}, ['city', 'council', 'far', 'everywhere', 'unknown']],
  ['an area, with those of all Hokkaido', { area: '石狩' }, ['city', 'council', 'everywhere']],
  ['those whose area nobody has told', { area: NO_AREA }, ['everywhere', 'unknown']],
  ['a kind', { kind: '社協' }, ['council', 'far']],
  ['a programme', { programme: 'kakei' }, ['council', 'far']],
  ['all of it together', { area: '宗谷', kind: '社協', programme: 'kakei' }, ['far']],
  ['nothing that there is', { area: '根室', kind: '社協' }, []],
])('%s', (_what, filter, ids) => {
  expect(found(filter)).toEqual(ids);
});
