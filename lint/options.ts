import type { Profile } from './rule.ts';
import type { Severities } from './severities.ts';

export interface LintOptions {
  /** Kind of post; `question` when absent. */
  profile?: Profile;
  /** The author's own family name: no finding in a greeting or a signature (小樽の佐藤です). */
  authorName?: string;
  /** Family names of members: no finding where one of them is addressed (＠佐藤さん、). */
  memberNames?: readonly string[];
  /** Members and their organizations: no finding where the name follows the organization (きた町の高橋さん). */
  membersOf?: ReadonlyArray<{ organization: string; name: string }>;
  /** Words that the network has decided are no names. */
  notNames?: readonly string[];
  /** Ids of rules that are switched off for this kind of post. */
  disabledRules?: readonly string[];
  /** Where the network takes findings heavier or lighter than their rules do; see severities.ts. */
  severities?: Severities;
  /** Words that the network asks not to write. */
  forbiddenWords?: readonly string[];
  /** Numbers that are published for everybody to call, in digits as dialled in Japan (see public-numbers.ts). */
  publicNumbers?: readonly string[];
  /** Finds names that the rules do not; only a server has room for one (see full.server.ts). */
  tagger?: NameTagger;
  /** Name → letter that this author has put in its place already (佐藤 → Ａ). */
  letters?: ReadonlyMap<string, string>;
  /** Letters, full width, that stand for somebody in the rest of the thread; nobody knows for whom. */
  takenLetters?: readonly string[];
  /** What everybody can read of the thread already: it counts for how many people resemble a client (see risk/). */
  context?: string;
  /** How many people should share all that is told of a client, at least. */
  fewest?: number;
}

/** What the rules have found. */
export interface Marked {
  start: number;
  end: number;
  /** Of which kind, and how surely: person3, place, institution. */
  mark: string;
}

/** @param marks what the rules have found in the text */
export type NameTagger = (text: string, marks: readonly Marked[]) => Array<{ start: number; end: number }>;
