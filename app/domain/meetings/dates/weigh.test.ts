import { describe, expect, test } from 'vitest';
import type { DateAnswer } from '#db/schema.ts';
import { type Answered, type Candidate, proposeDate, weighDates } from './weigh.ts';

const DATES: Candidate[] = ['2026-12-11', '2026-12-16', '2026-12-18'].map((day, index) => ({
  id: `d${index + 1}`,
  day,
  startsAt: '13:30',
  endsAt: '16:00',
}));
const SIGNS: Record<string, DateAnswer> = { '○': 'yes', '△': 'maybe', '×': 'no' };

/** `○△×`: what they say of the three dates; a dash says nothing. */
const member = (organizationId: string, signs: string, must: Answered['must'] = null): Answered => ({
  memberId: `${organizationId}-${signs}`,
  organizationId,
  must,
  answers: Object.fromEntries(
    [...signs].flatMap((sign, index) => (SIGNS[sign] ? [[`d${index + 1}`, SIGNS[sign]]] : [])),
  ),
});

describe('the date that is proposed', () => {
  test('is nothing before anybody has answered', () => {
    expect(proposeDate(DATES, [])).toBeNull();
    expect(proposeDate(DATES, [member('a', '---')])).toBeNull();
  });

  test('suits most organizations, however many people each has', () => {
    const members = [
      member('a', '○×-'),
      member('a', '○×-'),
      member('a', '○××'),
      member('b', '×○-'),
      member('c', '×○-'),
    ];
    expect(proposeDate(DATES, members)).toEqual({
      id: 'd2',
      reasons: [{ code: 'most-yes', yes: 2, organizations: 3 }],
    });
    expect(weighDates(DATES, members)[0]).toMatchObject({ yes: 1, maybe: 0, no: 2, persons: 3 });
  });

  test('counts an organization as coming when one of its people can', () => {
    expect(weighDates(DATES, [member('a', '××○'), member('a', '○△×')])).toMatchObject([
      { yes: 1, no: 0 },
      { maybe: 1, no: 0 },
      { yes: 1, no: 0 },
    ]);
  });

  test('is decided by △, then by people, then by the calendar', () => {
    expect(proposeDate(DATES, [member('a', '○○×'), member('b', '×△○')])).toMatchObject({
      id: 'd2',
      reasons: [{ code: 'most-yes' }, { code: 'more-maybe', maybe: 1 }],
    });
    expect(proposeDate(DATES, [member('a', '○○×'), member('a', '×○×')])).toMatchObject({
      id: 'd2',
      reasons: [{ code: 'most-yes' }, { code: 'more-persons', persons: 2 }],
    });
    expect(proposeDate(DATES, [member('a', '×○○')])).toMatchObject({
      id: 'd2',
      reasons: [{ code: 'most-yes' }, { code: 'earliest' }],
    });
  });

  test('is one on which the host and those who lead groups can come', () => {
    const others = [member('a', '○×○'), member('b', '○×○'), member('c', '○○○')];
    expect(proposeDate(DATES, [...others, member('h', '×○×', 'host')])).toMatchObject({
      id: 'd2',
      reasons: [{ code: 'most-yes', yes: 2 }, { code: 'all-musts' }],
    });
    expect(proposeDate(DATES, [...others, member('h', '××○', 'facilitator')])).toMatchObject({ id: 'd3' });
    expect(proposeDate(DATES, [...others, member('h', '×××', 'host')])).toMatchObject({
      reasons: [{ code: 'most-yes' }, { code: 'earliest' }, { code: 'without-host' }],
    });
  });
});
