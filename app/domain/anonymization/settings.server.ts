import type { Db } from '#db/schema.ts';
import type { LintOptions } from '#lint/options.ts';
import type { Profile } from '#lint/rule.ts';
import { normalize } from '#lint/text/normalize.ts';

/** What the desk has decided about the check. Words are in the spelling in which the rules read a text. */
export interface LintSettings {
  /** Ids of rules that are switched off, by kind of post. */
  off: Partial<Record<Profile, string[]>>;
  /** Words that are no findings. */
  notNames: string[];
  forbiddenWords: string[];
  /** In digits, see lint/public-numbers.ts. */
  publicNumbers: string[];
}

/** The same with the family names of members, who are addressed by name. */
export interface KnownWords extends LintSettings {
  memberNames: string[];
}

export const inOneSpelling = (word: string): string => normalize(word).text.trim();

export async function readLintSettings(db: Db): Promise<LintSettings> {
  const switched = await db
    .selectFrom('rule_switched_off')
    .select(['profile', 'rule_id'])
    .orderBy('rule_id')
    .execute();
  const allowed = await db.selectFrom('allowed_word').select('word').orderBy('word').execute();
  const forbidden = await db.selectFrom('forbidden_word').select('word').orderBy('word').execute();
  const numbers = await db.selectFrom('public_number').select('digits').orderBy('digits').execute();
  const off: LintSettings['off'] = {};
  for (const { profile, rule_id } of switched) off[profile] = [...(off[profile] ?? []), rule_id];
  return {
    off,
    notNames: allowed.map(({ word }) => inOneSpelling(word)),
    forbiddenWords: forbidden.map(({ word }) => inOneSpelling(word)),
    // Shorter ones (110, #7119) are no telephone numbers to the rules, and every page with a box carries the list.
    publicNumbers: numbers.map(({ digits }) => digits).filter((digits) => digits.length >= 10),
  };
}

export async function knownWords(db: Db): Promise<KnownWords> {
  const members = await db.selectFrom('member').select('family_name').distinct().execute();
  return { memberNames: members.map((m) => m.family_name), ...(await readLintSettings(db)) };
}

/** What the check of one kind of post needs of them. */
export function optionsFor({ off, ...words }: KnownWords, profile: Profile) {
  return { profile, ...words, disabledRules: off[profile] ?? [] } satisfies LintOptions;
}
