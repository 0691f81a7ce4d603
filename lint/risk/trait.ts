import type { Suggestion } from '../rule.ts';

/** Something known of one person, in the terms that are counted. */
export type Trait =
  | { kind: 'place'; area: string }
  /** Whole years, both ends inclusive. */
  | { kind: 'age'; from: number; until: number; sex?: Sex }
  | { kind: 'sex'; sex: Sex }
  /** Who lives alone, or a parent with children and no other parent. */
  | { kind: 'household'; form: 'alone' | 'mother' | 'father' | 'one-parent' }
  /** Part of all foreign nationals; 1 where no country is named. */
  | { kind: 'nationality'; share: number }
  /** Part of all people. */
  | { kind: 'handbook'; share: number };

export type Sex = 'male' | 'female';

/** A trait as a text tells it. Offsets count UTF-16 code units of the normalized text. */
export interface Attribute {
  trait: Trait;
  start: number;
  end: number;
  /** The words, without what stands around them: 43歳, 音威子府村. */
  words: string;
  /** The word beside an age that tells the person's sex: 母, 男性. */
  beside?: string;
  /** Words that say less, the nearest first; those for places stand in areas.server.ts. */
  wider: Suggestion[];
}
