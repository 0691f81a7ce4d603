import type { Db } from '#db/schema.ts';

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
    .leftJoin('member', 'member.id', 'allowed_word.allowed_by')
    .leftJoin('organization', 'organization.id', 'member.organization_id')
    .select(['word', 'reason', 'allowed_at as at', 'member.family_name as familyName'])
    .select('organization.label as organization')
    .orderBy('allowed_at', 'desc')
    .orderBy('word')
    .execute();
  return rows.map(withWho);
}

/** Words that the network asks not to write, newest first. */
export async function forbiddenWords(db: Db): Promise<Array<Decided & { word: string }>> {
  const rows = await db
    .selectFrom('forbidden_word')
    .leftJoin('member', 'member.id', 'forbidden_word.forbidden_by')
    .leftJoin('organization', 'organization.id', 'member.organization_id')
    .select(['word', 'reason', 'forbidden_at as at', 'member.family_name as familyName'])
    .select('organization.label as organization')
    .orderBy('forbidden_at', 'desc')
    .orderBy('word')
    .execute();
  return rows.map(withWho);
}

/** Numbers that may be written anywhere, by whose they are. */
export async function publicNumbers(db: Db): Promise<Array<Decided & { number: string; name: string }>> {
  const rows = await db
    .selectFrom('public_number')
    .leftJoin('member', 'member.id', 'public_number.added_by')
    .leftJoin('organization', 'organization.id', 'member.organization_id')
    .select(['public_number.number', 'public_number.name', 'reason', 'added_at as at'])
    .select(['member.family_name as familyName', 'organization.label as organization'])
    .orderBy('added_at', 'desc')
    .orderBy('digits')
    .execute();
  return rows.map(withWho);
}

/** Rules that are switched off, with the kind of post. */
export async function switchedOff(db: Db) {
  const rows = await db
    .selectFrom('rule_switched_off')
    .leftJoin('member', 'member.id', 'rule_switched_off.switched_by')
    .leftJoin('organization', 'organization.id', 'member.organization_id')
    .select(['rule_id as ruleId', 'profile', 'reason', 'switched_at as at'])
    .select(['member.family_name as familyName', 'organization.label as organization'])
    .orderBy('rule_id')
    .execute();
  return rows.map(withWho);
}

function withWho<T extends { familyName: string | null; organization: string | null }>({
  familyName,
  organization,
  ...row
}: T) {
  return { ...row, who: familyName && organization ? { familyName, organization } : null };
}
