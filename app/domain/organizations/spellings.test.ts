import { describe, expect, test } from 'vitest';
import { organizationSpellings } from './spellings.ts';

describe('an organization is written before a name', () => {
  test.each([
    [
      'as it is listed, and by its full name',
      '留萌市役所',
      '留萌市 社会福祉課',
      ['留萌市 社会福祉課', '留萌市役所'],
    ],
    [
      'in short',
      '社会福祉法人 きた町社会福祉協議会',
      'きた町社会福祉協議会',
      ['きた町社会福祉協議会', 'きた町社協'],
    ],
    ['once, where the short form ends the long one', '社会福祉法人 ほっと', 'ほっと', ['ほっと']],
    ['once, where both are one', '株式会社つばさ', '株式会社つばさ', ['株式会社つばさ']],
  ])('%s', (_how, name, label, spellings) => {
    expect(organizationSpellings(name, label).toSorted()).toEqual(spellings.toSorted());
  });
});
