import { areaNamed, peopleOf } from './areas.server.ts';
import { peopleLike } from './model.server.ts';
import type { Attribute, Sex, Trait } from './trait.ts';

type Kind = Trait['kind'];
type Of<K extends Kind> = Attribute & { trait: Extract<Trait, { kind: K }> };

/** What is told of one person, and of how many people it is true. */
export interface Combination {
  /** One of a kind, as people would name them. */
  attributes: Attribute[];
  /** An estimate; fractions where it is true of hardly anybody. */
  people: number;
}

/**
 * The person in a text whom the fewest people resemble. Place and nationality are those of everybody in the text; who
 * lives alone or holds a handbook is only known where one person is told of.
 */
export function rarest(attributes: readonly Attribute[]): Combination {
  const of = <K extends Kind>(kind: K) => attributes.filter((one): one is Of<K> => one.trait.kind === kind);
  const place = least(
    of('place'),
    ({ trait }) => peopleOf(areaNamed(trait.area)) || Number.POSITIVE_INFINITY,
  );
  const inHokkaido = place && areaNamed(place.trait.area) ? place : undefined;
  const nationality = least(of('nationality'), ({ trait }) => trait.share);
  const ages = of('age');
  const alike = new Set(ages.map(({ trait: { from, until } }) => `${from}-${until}`)).size <= 1;
  const sex = alike ? onlySex(of('sex'), ages) : undefined;
  const household = alike ? of('household')[0] : undefined;
  const handbook = alike ? least(of('handbook'), ({ trait }) => trait.share) : undefined;

  const persons = (ages.length > 0 ? ages : [undefined]).map((age): Combination => {
    const own = age?.trait.sex ? nearest(of('sex'), age.trait.sex, age.start) : sex;
    const told = [inHokkaido, nationality, age, own, household, handbook].filter((one) => one !== undefined);
    const people = peopleLike({
      ...(inHokkaido ? { place: inHokkaido.trait } : {}),
      ...(nationality ? { nationality: nationality.trait } : {}),
      ...(age ? { age: age.trait } : {}),
      ...(own ? { sex: own.trait } : {}),
      ...(household ? { household: household.trait } : {}),
      ...(handbook ? { handbook: handbook.trait } : {}),
    });
    return { attributes: told, people };
  });
  return least(persons, ({ people }) => people) as Combination;
}

/** 男性 or 女性 where the text says one of them only. */
function onlySex(sexes: ReadonlyArray<Of<'sex'>>, ages: ReadonlyArray<Of<'age'>>): Of<'sex'> | undefined {
  const said = new Set<Sex>(sexes.map(({ trait }) => trait.sex));
  for (const { trait } of ages) if (trait.sex) said.add(trait.sex);
  return said.size === 1 ? sexes[0] : undefined;
}

/** The word for a sex that stands beside an age, where there is one (43歳の母 has none). */
const nearest = (sexes: ReadonlyArray<Of<'sex'>>, sex: Sex, to: number): Of<'sex'> | undefined =>
  least(
    sexes.filter(({ trait }) => trait.sex === sex),
    ({ start }) => Math.abs(start - to),
  );

function least<T>(all: readonly T[], measure: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || measure(one) < measure(best) ? one : best),
    undefined,
  );
}
