import type { Db } from '#db/schema.ts';
import type { LintOptions } from '#lint/options.ts';
import type { Profile } from '#lint/rule.ts';
import { normalize } from '#lint/text/normalize.ts';
import { readSetting } from '../network/settings.server.ts';
import { organizationSpellings } from '../organizations/spellings.ts';
import { Remembered } from '../remembered.server.ts';

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

/** Who may be named in the network, because they are addressed: all of it stands on the page 機関と会員. */
interface MemberNames {
  /** Family names. */
  memberNames: string[];
  /** The same beside their organization, in each of its spellings. */
  membersOf: Array<{ organization: string; name: string }>;
}

export interface KnownWords extends LintSettings, MemberNames {}

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
  return { ...(await readMemberNames(db)), ...(await readLintSettings(db)) };
}

async function readMemberNames(db: Db): Promise<MemberNames> {
  const members = await db
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select(['organization.name as organization', 'organization.label', 'member.family_name as name'])
    .distinct()
    .orderBy('organization.label')
    .orderBy('member.family_name')
    .execute();
  return {
    memberNames: [...new Set(members.map(({ name }) => name))],
    membersOf: members.flatMap(({ organization, label, name }) =>
      organizationSpellings(organization, label).map((spelling) => ({ organization: spelling, name })),
    ),
  };
}

/** Name of the setting that holds how many people should share what is told of a client, at least. */
export const FEWEST_SETTING = 'anonymization.fewest';

/** What another process changed counts within this time; what this one changed, at once (`forget`). */
const MILLISECONDS = 1000;
export const wordsInForce = new Remembered(knownWords, MILLISECONDS);
export const fewestInForce = new Remembered((db) => readSetting(db, FEWEST_SETTING), MILLISECONDS);

/** What the check of one kind of post needs of them. */
export function optionsFor({ off, ...words }: KnownWords, profile: Profile) {
  return { profile, ...words, disabledRules: off[profile] ?? [] } satisfies LintOptions;
}
