import { type Area, areaNamed, HOKKAIDO, peopleOf } from './areas.server.ts';
import { AGES } from './figures.server.ts';
import type { Sex, Trait } from './trait.ts';

// What follows is explained in docs/reidentification.md.

/** Men and women of Japan by class of five years, and which of the three counted groups the class is in. */
const CLASSES = AGES.trim()
  .split('\n')
  .map((line, index) => {
    const [male = 0, female = 0] = line.split(' ').map(Number);
    return { male, female, from: index * 5, group: index < 3 ? 0 : index < 13 ? 1 : 2 } as const;
  });
const GROUP_TOTALS = [0, 1, 2].map((group) =>
  CLASSES.filter((one) => one.group === group).reduce((sum, { male, female }) => sum + male + female, 0),
);

const OLDEST = 104;
/** Who counts as an adult, who may live alone or head a household. */
const GROWN = 15;

/** What is known of one person; of places, the one that is named last in the ladder of the finder. */
export type Person = Partial<{ [K in Trait['kind']]: Extract<Trait, { kind: K }> }>;

/** How many people of an area are of an age, and of a sex where it is known. */
function ofAge(area: Area, from: number, until: number, sex: Sex | undefined): number {
  let people = 0;
  for (const { male, female, from: first, group } of CLASSES) {
    const years = Math.min(until, first + 4) - Math.max(from, first) + 1;
    if (years <= 0) continue;
    const counted = sex === undefined ? male + female : sex === 'male' ? male : female;
    people += (area.ages[group] * (years / 5) * counted) / (GROUP_TOTALS[group] as number);
  }
  return people;
}

/** About how many people in Hokkaido all of this is true of; fractions where it is true of hardly anybody. */
export function peopleLike({ place, age, sex, household, nationality, handbook }: Person): number {
  const area = (place && areaNamed(place.area)) ?? HOKKAIDO;
  const form = household?.form;
  const parent: Sex | undefined = form === 'mother' ? 'female' : form === 'father' ? 'male' : undefined;
  const known = age?.sex ?? sex?.sex;
  const grown = age === undefined || age.until >= GROWN;
  // The son of a lone mother: her household's share says nothing of him.
  const counts = grown && (parent === undefined || known === undefined || known === parent);
  const share = form !== undefined && counts ? householdShare(area, form) : 1;
  const from = Math.max(age?.from ?? 0, form !== undefined && counts ? GROWN : 0);
  const until = Math.min(age?.until ?? OLDEST, OLDEST);
  const foreign = nationality ? (area.foreign / peopleOf(area)) * nationality.share : 1;
  const sexCounted = known ?? (counts ? parent : undefined);
  return ofAge(area, from, until, sexCounted) * share * foreign * (handbook?.share ?? 1);
}

/** Which part of those who might live so do. */
function householdShare(area: Area, form: Extract<Trait, { kind: 'household' }>['form']): number {
  const grown = (sex?: Sex) => ofAge(area, GROWN, OLDEST, sex);
  switch (form) {
    case 'alone':
      return area.alone / grown();
    case 'mother':
      return area.mothers / grown('female');
    case 'father':
      return area.fathers / grown('male');
    case 'one-parent':
      return (area.mothers + area.fathers) / grown();
  }
}
