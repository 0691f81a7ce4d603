import type { Profile } from '#lint/rule.ts';
import type { Level } from './desk-rules.ts';

/** The kinds of post for which rules are switched one by one, in the order in which the desk sees them. */
export const DESK_PROFILES = ['question', 'answer', 'note', 'report', 'profile'] as const satisfies Profile[];
export type DeskProfile = (typeof DESK_PROFILES)[number];

/** One change of the check, as the desk asks for it. Texts are as typed. */
export type LintChange =
  /** `levels` holds the rules whose level is not their own severity. */
  | { what: 'levels'; profile: DeskProfile; levels: Record<string, Level>; reason: string }
  /** How many people should share what is told of a client, at least; in digits. */
  | { what: 'fewest'; people: string; reason: string }
  | { what: 'allow' | 'forbid'; word: string; reason: string }
  | { what: 'unallow' | 'unforbid'; word: string }
  /** A number that is listed already is listed anew. */
  | { what: 'publish'; number: string; name: string; reason: string }
  | { what: 'unpublish'; number: string };

/** Its texts, which are stored once they have passed the check. */
export type ChangeText = 'word' | 'name' | 'reason';
