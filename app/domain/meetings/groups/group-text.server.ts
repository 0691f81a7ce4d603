import type { Db, Tx } from '#db/schema.ts';
import type { Acknowledgement } from '#lint/gate.ts';
import { checkAnonymization, notAnonymous } from '../../anonymization/check.server.ts';
import { recordKept } from '../../anonymization/record.server.ts';
import { accepted, type Outcome, refused } from '../../outcome.ts';
import type { NO_TEXT } from '../../posts/nothing.ts';
import { textProblem } from '../../posts/text-problems.ts';
import { hasMergeMarks, mergeTexts } from '../../text/merge.ts';
import { GROUP_LIMITS } from './limits.ts';

export interface GroupText {
  text: string;
  /** 0 before anybody has written. */
  version: number;
  /** Who wrote the newest version, and when; null before. */
  written: { organization: string; familyName: string; at: string } | null;
}

export interface Writing {
  text: string;
  /** The version that it was written over. */
  base: number;
  /** Why warnings may stay, besides what was said of them before. */
  acknowledgements: readonly Acknowledgement[];
}

/** A second writer is seldom faster twice; a third never. */
const TRIES = 5;

export async function readGroupText(db: Db, slug: string, no: number): Promise<GroupText | undefined> {
  const row = await db
    .selectFrom('meeting_group')
    .leftJoin('meeting_group_edition', (join) =>
      join
        .onRef('meeting_group_edition.meeting_slug', '=', 'meeting_group.meeting_slug')
        .onRef('meeting_group_edition.no', '=', 'meeting_group.no')
        .onRef('meeting_group_edition.version', '=', 'meeting_group.text_version'),
    )
    .leftJoin('member', 'member.id', 'meeting_group_edition.author_id')
    .leftJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'meeting_group.text',
      'meeting_group.text_version as version',
      'meeting_group_edition.written_at as at',
      'member.family_name as familyName',
      'organization.label as organization',
    ])
    .where('meeting_group.meeting_slug', '=', slug)
    .where('meeting_group.no', '=', no)
    .executeTakeFirst();
  if (!row) return undefined;
  const { text, version, at, familyName, organization } = row;
  const written =
    at && familyName !== null && organization !== null ? { at, familyName, organization } : null;
  return { text, version, written };
}

/**
 * Writes what a group has written, together with what others wrote meanwhile. Where both changed the same lines,
 * nothing is stored and it is `changed-meanwhile`: see `readTextConflict`.
 *
 * @returns the text that stands now
 */
export async function saveGroupText(
  db: Db,
  author: { id: string; familyName: string },
  slug: string,
  no: number,
  { text: typed, base, acknowledgements }: Writing,
  now: Date,
): Promise<Outcome<{ text: string; version: number }>> {
  const mine = typed.replace(/\r\n?/g, '\n');
  const problem = hasMergeMarks(mine) ? 'unmerged' : textProblem(mine, GROUP_LIMITS.text);
  if (problem) return refused({ code: 'invalid', fields: { text: problem } });
  const key = `meeting-group:${slug}:${no}`;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const current = await readGroupText(db, slug, no);
    const begun = current && (await textOf(db, slug, no, current, base));
    if (!current || begun === undefined) return refused({ code: 'not-found' });
    const { text, conflicts } = mergeTexts(begun, current.text, mine, 'keep');
    if (conflicts > 0) return refused({ code: 'changed-meanwhile' });
    if (text === current.text) return accepted({ text, version: current.version });
    if (text.length > GROUP_LIMITS.text) return refused({ code: 'invalid', fields: { text: 'too-long' } });
    const decisions = {
      acknowledgements: [...acknowledgements, ...(await keptOf(db, key))],
      objections: [],
    };
    const checked = await checkAnonymization(db, { text }, 'report', author, decisions);
    if (checked.verdict === 'refuse') return notAnonymous(checked);
    if (checked.verdict === 'wait') return refused({ code: 'not-anonymous', findings: checked.disputed });
    const version = current.version + 1;
    const isFirst = await db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('meeting_group')
        .set({ text: checked.texts.text, text_version: version })
        .where('meeting_slug', '=', slug)
        .where('no', '=', no)
        .where('text_version', '=', current.version)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await keepEdition(tx, { slug, no, version, text: checked.texts.text, authorId: author.id, now });
      await recordKept(tx, key, checked.kept);
      return true;
    });
    if (isFirst) return accepted({ text, version });
  }
  return refused({ code: 'changed-meanwhile' });
}

type Edition = {
  slug: string;
  no: number;
  version: number;
  text: typeof NO_TEXT;
  authorId: string;
  now: Date;
};

async function keepEdition(tx: Tx, { slug, no, version, text, authorId, now }: Edition): Promise<void> {
  await tx
    .insertInto('meeting_group_edition')
    .values({ meeting_slug: slug, no, version, text, author_id: authorId, written_at: now.toISOString() })
    .execute();
}

/** What a version said; version 0 is the empty sheet. */
async function textOf(
  db: Db,
  slug: string,
  no: number,
  current: GroupText,
  version: number,
): Promise<string | undefined> {
  if (version === current.version) return current.text;
  if (version === 0) return '';
  const row = await db
    .selectFrom('meeting_group_edition')
    .select('text')
    .where('meeting_slug', '=', slug)
    .where('no', '=', no)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.text;
}

async function keptOf(db: Db, key: string): Promise<Acknowledgement[]> {
  const rows = await db
    .selectFrom('kept_warning')
    .select(['rule_id as ruleId', 'passage as text', 'reason', 'note'])
    .where('post_id', '=', key)
    .execute();
  return rows;
}

export interface TextConflict {
  /** The version that stands now. */
  version: number;
  /** What it says. */
  current: string;
  /** Both in one, with marks where somebody has to decide. */
  text: string;
  conflicts: number;
}

/** A text that somebody was faster than, as the one who merges needs to see it. */
export async function readTextConflict(
  db: Db,
  slug: string,
  no: number,
  { text, base }: Pick<Writing, 'text' | 'base'>,
): Promise<TextConflict | undefined> {
  const current = await readGroupText(db, slug, no);
  const begun = current && (await textOf(db, slug, no, current, base));
  if (!current || begun === undefined) return undefined;
  const merged = mergeTexts(begun, current.text, text.replace(/\r\n?/g, '\n'), 'keep');
  return { version: current.version, current: current.text, ...merged };
}
