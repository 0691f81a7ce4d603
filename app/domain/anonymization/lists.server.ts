import type { Db } from '#db/schema.ts';
import type { Profile } from '#lint/rule.ts';
import { ruleTitle } from './rule-titles.ts';

/** Something that the desk has decided about the check: who, when and why. */
export interface Decided {
  /** null for what every network starts with, and for who is a member no more. */
  who: { organization: string; familyName: string } | null;
  /** ISO 8601, UTC. */
  at: string;
  /** Blank for words that were allowed before reasons were kept. */
  reason: string;
}

/** Words that are no findings, newest first. */
export async function allowedWords(db: Db): Promise<Array<Decided & { word: string }>> {
  const rows = await db
    .selectFrom('allowed_word')
    .select(['word', 'reason', 'allowed_at as at', 'allowed_by as by'])
    .orderBy('allowed_at', 'desc')
    .orderBy('word')
    .execute();
  return withWho(db, rows);
}

/** Words that the network asks not to write, newest first. */
export async function forbiddenWords(db: Db): Promise<Array<Decided & { word: string }>> {
  const rows = await db
    .selectFrom('forbidden_word')
    .select(['word', 'reason', 'forbidden_at as at', 'forbidden_by as by'])
    .orderBy('forbidden_at', 'desc')
    .orderBy('word')
    .execute();
  return withWho(db, rows);
}

/** Numbers that may be written anywhere, newest first. */
export async function publicNumbers(db: Db): Promise<Array<Decided & { number: string; name: string }>> {
  const rows = await db
    .selectFrom('public_number')
    .select(['number', 'name', 'reason', 'added_at as at', 'added_by as by'])
    .orderBy('added_at', 'desc')
    .orderBy('digits')
    .execute();
  return withWho(db, rows);
}

/** A decision about one rule. */
export interface RuleDecision extends Decided {
  /** The rule's title. */
  rule: string;
  /** A level; for the estimate's number of people, that number. */
  value: string;
}

/**
 * Decisions about rules, the newest first.
 *
 * @param profile the kind of post; null for the number of people of the estimate
 */
export async function ruleDecisions(db: Db, profile: Profile | null): Promise<RuleDecision[]> {
  const rows = await db
    .selectFrom('rule_decision')
    .select(['rule_id as ruleId', 'value', 'reason', 'decided_at as at', 'decided_by as by'])
    .where('profile', profile === null ? 'is' : '=', profile)
    .orderBy('position', 'desc')
    .execute();
  const decisions = await withWho(db, rows);
  return decisions.map(({ ruleId, ...decision }) => ({ rule: ruleTitle(ruleId), ...decision }));
}

/** Names those who decided; `by` is a member's id. */
async function withWho<T extends { by: string | null }>(db: Db, rows: readonly T[]) {
  const ids = [...new Set(rows.flatMap(({ by }) => by ?? []))];
  const members =
    ids.length === 0
      ? []
      : await db
          .selectFrom('member')
          .innerJoin('organization', 'organization.id', 'member.organization_id')
          .select(['member.id', 'member.family_name as familyName', 'organization.label as organization'])
          .where('member.id', 'in', ids)
          .execute();
  const names = new Map(members.map(({ id, ...who }) => [id, who]));
  return rows.map(({ by, ...row }) => ({ ...row, who: names.get(by ?? '') ?? null }));
}
