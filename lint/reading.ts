import { findInstitutions, type Institution } from './institutions/find.ts';
import type { LintOptions } from './options.ts';
import { findPersons } from './persons/find.ts';
import type { PersonMention } from './persons/mention.ts';
import { findPlaces, type PlaceMention } from './places/find.ts';
import type { Profile } from './rule.ts';
import { speaksOfClient } from './text/client.ts';
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
}

export function read(text: string, options: LintOptions): Reading {
  const institutions = findInstitutions(text);
  const taken = new Mask(text.length, institutions);
  const persons = findPersons(text, taken);
  return {
    text,
    profile: options.profile ?? 'question',
    options,
    institutions,
    places: findPlaces(text, taken),
    dates: findDates(text),
    persons,
    aboutClient: persons.length > 0 || speaksOfClient(text),
  };
}
