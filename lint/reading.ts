import { findInstitutions, type Institution } from './institutions/find.ts';
import type { LintOptions, Marked } from './options.ts';
import { findPersons } from './persons/find.ts';
import type { PersonMention } from './persons/mention.ts';
import { findPlaces, type PlaceMention } from './places/find.ts';
import type { Profile } from './rule.ts';
import { announces, speaksOfClient } from './text/client.ts';
import { type DateMention, findDates } from './text/dates.ts';
import { Mask } from './text/mask.ts';

/** A text as the rules read it. Offsets count UTF-16 code units of `text`, which is normalized. */
export interface Reading {
  text: string;
  profile: Profile;
  options: LintOptions;
  institutions: readonly Institution[];
  places: readonly PlaceMention[];
  dates: readonly DateMention[];
  persons: readonly PersonMention[];
  /** Whether the text tells of a person who seeks help, and not of a programme only. */
  aboutClient: boolean;
  /** Whether it announces something to everybody and tells of nobody. */
  notice: boolean;
}

export function read(text: string, options: LintOptions): Reading {
  const institutions = findInstitutions(text);
  const taken = new Mask(text.length, institutions);
  const places = findPlaces(text, taken);
  const { tagger } = options;
  const persons = findPersons(text, taken, (found) =>
    tagger ? tagger(text, marksOf(found, institutions, places)).map(asMention) : [],
  );
  const aboutClient = options.profile === 'case' || persons.length > 0 || speaksOfClient(text);
  return {
    text,
    profile: options.profile ?? 'question',
    options,
    institutions,
    places,
    dates: findDates(text),
    persons,
    aboutClient,
    notice: !aboutClient && announces(text),
  };
}

const asMention = ({ start, end }: { start: number; end: number }): PersonMention => ({
  start,
  end,
  shownEnd: end,
  weight: 1,
});

/** What the rules have found, as hints for the tagger. */
export function marksOf(
  persons: readonly PersonMention[],
  institutions: readonly Institution[],
  places: readonly PlaceMention[],
): Marked[] {
  return [
    ...persons.map(({ start, end, weight }) => ({ start, end, mark: `person${weight}` })),
    ...institutions.map(({ start, end }) => ({ start, end, mark: 'institution' })),
    ...places.map(({ start, end }) => ({ start, end, mark: 'place' })),
  ];
}
