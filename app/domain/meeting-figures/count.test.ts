import { expect, test } from 'vitest';
import { type Attendee, countAreas, countMeetings, type PastMeeting } from './count.ts';

const meeting = (slug: string, given: Partial<PastMeeting> = {}): PastMeeting => ({
  slug,
  name: slug,
  day: `2026-0${slug}-01`,
  participants: null,
  organizations: null,
  ...given,
});
const attendee = (slug: string, person: string, given: Partial<Attendee> = {}): Attendee => ({
  meeting: slug,
  person,
  side: 'organization',
  organizationKey: person.slice(0, 1),
  area: '石狩振興局',
  attended: true,
  ...given,
});
const by = (attendees: Attendee[]) => Map.groupBy(attendees, ({ meeting: slug }) => slug);

test('printed numbers stand, the others are counted from those who came', () => {
  const figures = countMeetings(
    [meeting('1', { participants: 27, organizations: 14 }), meeting('2'), meeting('3')],
    by([attendee('2', 'a1'), attendee('2', 'a2'), attendee('2', 'b1', { attended: false })]),
  );
  expect(figures).toMatchObject([
    { slug: '1', participants: 27, organizations: 14, newcomers: null },
    { slug: '2', participants: 2, organizations: 1 },
  ]);
});

test('where nobody was checked in, everybody with a place counts', () => {
  const [figures] = countMeetings(
    [meeting('1')],
    by([attendee('1', 'a1', { attended: false }), attendee('1', 'b1', { attended: false })]),
  );
  expect(figures).toMatchObject({ participants: 2, organizations: 2 });
});

test('newcomers came to none before; of the first meeting with names nobody can say', () => {
  const figures = countMeetings(
    [meeting('1', { participants: 9 }), meeting('2'), meeting('3'), meeting('4')],
    by([
      ...['a1', 'b1'].map((person) => attendee('2', person)),
      ...['a1', 'c1', 'c2'].map((person) => attendee('3', person)),
      ...['b1', 'c2'].map((person) => attendee('4', person)),
    ]),
  );
  expect(figures.map(({ newcomers, returners }) => [newcomers, returners])).toEqual([
    [null, null],
    [null, null],
    [2, 1],
    [0, 2],
  ]);
});

test('areas that never came stand first', () => {
  const organizations = [
    { id: 'a', area: '石狩振興局' },
    { id: 'b', area: '石狩振興局' },
    { id: 'c', area: '檜山振興局' },
    { id: 'd', area: '根室振興局' },
    { id: 'e', area: '根室振興局' },
  ];
  const came = by([attendee('1', 'a1'), attendee('2', 'a2'), attendee('2', 'd1', { area: '根室振興局' })]);
  expect(countAreas(organizations, [meeting('1'), meeting('2')], came)).toEqual([
    { area: '檜山振興局', organizations: 1, came: 0, lastDay: null },
    { area: '石狩振興局', organizations: 2, came: 1, lastDay: '2026-02-01' },
    { area: '根室振興局', organizations: 2, came: 1, lastDay: '2026-02-01' },
  ]);
});
