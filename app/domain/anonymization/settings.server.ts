import type { Db } from '#db/schema.ts';
import type { LintOptions } from '#lint/options.ts';
import { FEWEST } from '#lint/risk/about.ts';
import type { Profile, Severity } from '#lint/rule.ts';
import { normalize } from '#lint/text/normalize.ts';
import { organizationSpellings } from '../organizations/spellings.ts';
import { Remembered } from '../remembered.server.ts';
import { DESK_RULES, type Level } from './desk-rules.ts';

/** What the desk has decided about the check. Words are in the spelling in which the rules read a text. */
export interface LintSettings {
  /** By kind of post: the rules whose level is not their own severity. */
  levels: Partial<Record<Profile, Record<string, Level>>>;
  /** How many people should share what is told of a client, at least. */
  fewest: number;
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
  const decisions = await db
    .selectFrom('rule_decision')
    .select(['profile', 'rule_id', 'value'])
    .orderBy('position')
    .execute();
  const allowed = await db.selectFrom('allowed_word').select('word').orderBy('word').execute();
  const forbidden = await db.selectFrom('forbidden_word').select('word').orderBy('word').execute();
  const numbers = await db.selectFrom('public_number').select('digits').orderBy('digits').execute();
  return {
    ...heldBy(decisions),
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
    .where('member.from_chat', '=', 0)
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

/** The last word about each rule holds; a rule that is back at its own severity needs none. */
function heldBy(
  decisions: ReadonlyArray<{ profile: Profile | null; rule_id: string; value: string }>,
): Pick<LintSettings, 'levels' | 'fewest'> {
  const levels: LintSettings['levels'] = {};
  let fewest = FEWEST;
  for (const { profile, rule_id, value } of decisions) {
    const rule = DESK_RULES.find(({ id }) => id === rule_id);
    if (profile === null) fewest = Number(value);
    else if (rule) {
      const { [rule_id]: _before, ...others } = levels[profile] ?? {};
      levels[profile] = value === rule.severity ? others : { ...others, [rule_id]: value as Level };
    }
  }
  return { levels: inOrder(levels), fewest };
}

/** Settings are compared as JSON. */
function inOrder(levels: LintSettings['levels']): LintSettings['levels'] {
  const sorted = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const used = Object.entries(levels).filter(([, of]) => Object.keys(of).length > 0);
  return sorted(Object.fromEntries(used.map(([profile, of]) => [profile, sorted(of)])));
}

/** What another process changed counts within this time; what this one changed, at once (`forget`). */
const MILLISECONDS = 1000;
export const wordsInForce = new Remembered(knownWords, MILLISECONDS);

/** What the check of one kind of post needs of them. */
export function optionsFor({ levels, ...words }: KnownWords, profile: Profile) {
  const disabledRules: string[] = [];
  const severities: Record<string, Severity> = {};
  for (const [id, level] of Object.entries(levels[profile] ?? {})) {
    if (level === 'off') disabledRules.push(id);
    else severities[id] = level;
  }
  return { profile, ...words, disabledRules, severities } satisfies LintOptions;
}

/** The same for what the desk writes to itself about the rules: what it has switched off counts here all the same. */
export function deskOptionsFor(known: KnownWords, notNames: readonly string[]) {
  const asTheRulesAre = {
    ...known,
    levels: {},
    notNames: [...known.notNames, ...notNames],
    forbiddenWords: [],
  };
  return optionsFor(asTheRulesAre, 'note');
}
