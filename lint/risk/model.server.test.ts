import { describe, expect, test } from 'vitest';
import { areaNamed, peopleOf } from './areas.server.ts';
import { type Person, peopleLike } from './model.server.ts';

const in_ = (area: string): Person => ({ place: { kind: 'place', area } });
const aged = (from: number, until = from): Person => ({ age: { kind: 'age', from, until } });
const sex = (sex: 'male' | 'female'): Person => ({ sex: { kind: 'sex', sex } });
const living = (form: 'alone' | 'mother' | 'father' | 'one-parent'): Person => ({
  household: { kind: 'household', form },
});
const foreign = (share = 1): Person => ({ nationality: { kind: 'nationality', share } });

describe('how many people resemble somebody', () => {
  test('is everybody where nothing is told', () => {
    expect(peopleLike({})).toBeCloseTo(5_224_614, 0);
    expect(peopleLike(in_('音威子府村'))).toBeCloseTo(706, 5);
  });

  test.each(['札幌市', '音威子府村', '札幌市東区', '十勝管内の町'])(
    'is the same in %s whether counted at once, by age or by sex',
    (area) => {
      const ages = Array.from({ length: 105 }, (_, age) => peopleLike({ ...in_(area), ...aged(age) }));
      const sexes = (['male', 'female'] as const).map((one) => peopleLike({ ...in_(area), ...sex(one) }));
      const all = peopleOf(areaNamed(area));
      expect(ages.reduce((sum, people) => sum + people, 0)).toBeCloseTo(all, 4);
      expect(sexes.reduce((sum, people) => sum + people, 0)).toBeCloseTo(all, 4);
    },
  );

  test('is what the census counted, where it counted that alone', () => {
    expect(peopleLike({ ...in_('倶知安町'), ...foreign() })).toBeCloseTo(699, 5);
    expect(peopleLike({ ...in_('小樽市'), ...living('alone') })).toBeCloseTo(20_657, 4);
    expect(peopleLike({ ...in_('小樽市'), ...living('mother') })).toBeCloseTo(5192, 4);
    expect(peopleLike({ ...in_('小樽市'), ...living('father') })).toBeCloseTo(717, 4);
    expect(peopleLike({ ...in_('東川町'), ...aged(0, 14) })).toBeCloseTo(
      areaNamed('東川町')?.ages[0] ?? Number.NaN,
      5,
    );
  });

  test('are the figures of the worked examples in docs/reidentification.md', () => {
    const man = (age: number, until = age): Person => ({ ...aged(age, until), ...sex('male') });
    expect(peopleLike({ ...in_('音威子府村'), ...man(43) })).toBeCloseTo(5.2, 1);
    expect(peopleLike({ ...in_('音威子府村'), ...man(40, 49) })).toBeCloseTo(56, 0);
    expect(peopleLike({ ...in_('上川管内の村'), ...man(43) })).toBeCloseTo(15.5, 1);
    expect(peopleLike({ ...in_('東川町'), ...man(43), ...living('alone') })).toBeCloseTo(7.4, 1);
  });

  test('never grows when more is known', () => {
    const known: Person[] = [
      in_('余市町'),
      aged(30, 39),
      sex('female'),
      living('one-parent'),
      foreign(0.033),
    ];
    const counts = known.map((_, index) => peopleLike(Object.assign({}, ...known.slice(0, index + 1))));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  test('takes no share of lone mothers for their sons and small children', () => {
    const boy = { ...in_('余市町'), age: { kind: 'age', from: 8, until: 8, sex: 'male' } } as const;
    expect(peopleLike({ ...boy, ...living('mother') })).toBe(peopleLike(boy));
    const man = { ...in_('余市町'), ...aged(30), ...sex('male') };
    expect(peopleLike({ ...man, ...living('mother') })).toBe(peopleLike(man));
  });
});
