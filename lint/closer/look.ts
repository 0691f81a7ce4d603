import type { RuleHit } from '../overlaps.ts';
import type { PersonMention } from '../persons/mention.ts';
import type { Reading } from '../reading.ts';
import type { Hit } from '../rule.ts';

/** What is looked at more closely than the rules do. */
export interface Look {
  /** Further hits of the rule with this id. */
  rule?: string;
  find?(reading: Reading): Hit[];
  /** Whether a hit of any rule is none after all. */
  isNone?(reading: Reading, hit: RuleHit): boolean;
  /** Whether what looks like a name names nobody here. */
  isNobody?(text: string, mention: PersonMention): boolean;
}

/** None in a browser, which has no room for them; a server fills the list once (see full.server.ts). */
export const looks: Look[] = [];
