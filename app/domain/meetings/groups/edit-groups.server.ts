import type { Db, Tx } from '#db/schema.ts';
import { checkAnonymization, NO_DECISIONS, notAnonymous } from '../../anonymization/check.server.ts';
import { recordAudit } from '../../audit.server.ts';
import { accepted, type FieldProblem, type Outcome, refused } from '../../outcome.ts';
import { NO_TEXT } from '../../posts/nothing.ts';
import { isBlank, textProblem } from '../../posts/text-problems.ts';
import { GROUP_LIMITS } from './limits.ts';
import { findGrouped } from './read-groups.server.ts';

export interface GroupDraft {
  /** A group without a theme is none. */
  no: number;
  theme: string;
  lead: string;
  least: number;
  most: number;
  facilitatorId: string | null;
}

/**
 * Writes the themes, limits and facilitators of a meeting's groups. Groups that are left out go, with what was wished
 * for them; a group that has written something stays.
 *
 * @param version the one that the editor read; another now means that somebody was faster
 */
export async function editGroups(
  db: Db,
  actor: { id: string; familyName: string },
  slug: string,
  drafts: readonly GroupDraft[],
  version: number,
  now: Date,
): Promise<Outcome<null>> {
  const meeting = await findGrouped(db, slug);
  if (!meeting) return refused({ code: 'not-found' });
  const groups = drafts.filter(({ theme }) => !isBlank(theme));
  const gone = (await keptGroups(db, slug)).filter((kept) => groups.every(({ no }) => no !== kept));
  const problems = { ...problemsOf(groups), ...(await unknownFacilitators(db, groups)) };
  for (const no of gone) problems[`theme-${no}`] = 'in-use';
  if (Object.keys(problems).length > 0) return refused({ code: 'invalid', fields: problems });
  const fields: Record<string, string> = {};
  for (const { no, theme, lead } of groups) {
    fields[`theme-${no}`] = theme;
    fields[`lead-${no}`] = lead;
  }
  // Facilitators and speakers are no authors of these words.
  const checked = await checkAnonymization(db, fields, 'report', actor, NO_DECISIONS);
  if (checked.verdict === 'refuse') return notAnonymous(checked);
  if (checked.verdict === 'wait') return refused({ code: 'not-anonymous', findings: checked.disputed });
  const { texts } = checked;
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('meeting')
      .set({ groups_version: version + 1 })
      .where('slug', '=', slug)
      .where('groups_version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refused({ code: 'changed-meanwhile' });
    await removeGroups(
      tx,
      slug,
      groups.map(({ no }) => no),
    );
    for (const { no, least, most, facilitatorId } of groups) {
      const told = {
        theme: texts[`theme-${no}`] ?? NO_TEXT,
        lead: texts[`lead-${no}`] ?? NO_TEXT,
        least,
        most,
        facilitator_id: facilitatorId,
      };
      await tx
        .insertInto('meeting_group')
        .values({ meeting_slug: slug, no, ...told, text: NO_TEXT })
        .onConflict((conflict) => conflict.columns(['meeting_slug', 'no']).doUpdateSet(told))
        .execute();
    }
    await recordAudit(tx, actor.id, 'groups-edited', `meeting:${slug}`, now);
    return accepted(null);
  });
}

/** Numbers of groups that have written something, or were summed up. */
async function keptGroups(db: Db, slug: string): Promise<number[]> {
  const rows = await db
    .selectFrom('meeting_group')
    .select('no')
    .where('meeting_slug', '=', slug)
    .where('text_version', '>', 0)
    .execute();
  return rows.map(({ no }) => no);
}

async function unknownFacilitators(
  db: Db,
  groups: readonly GroupDraft[],
): Promise<Record<string, FieldProblem>> {
  const ids = groups.flatMap(({ facilitatorId }) => (facilitatorId === null ? [] : [facilitatorId]));
  if (ids.length === 0) return {};
  const known = await db.selectFrom('member').select('id').where('id', 'in', ids).execute();
  const unknown = groups.filter(
    ({ facilitatorId }) => facilitatorId !== null && known.every(({ id }) => id !== facilitatorId),
  );
  return Object.fromEntries(unknown.map(({ no }) => [`facilitator-${no}`, 'unknown' as const]));
}

async function removeGroups(tx: Tx, slug: string, kept: readonly number[]): Promise<void> {
  const others = tx.deleteFrom('meeting_group').where('meeting_slug', '=', slug);
  await (kept.length > 0 ? others.where('no', 'not in', kept) : others).execute();
  const placed = tx
    .updateTable('meeting_signup')
    .set({ group_no: null, group_pinned: 0, group_reason: '' })
    .where('meeting_slug', '=', slug);
  await (kept.length > 0 ? placed.where('group_no', 'not in', kept) : placed).execute();
}

function problemsOf(groups: readonly GroupDraft[]): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {};
  for (const { no, theme, lead, least, most } of groups) {
    const ofTheme = textProblem(theme, GROUP_LIMITS.theme);
    const ofLead = textProblem(lead, GROUP_LIMITS.lead);
    if (ofTheme) problems[`theme-${no}`] = ofTheme;
    if (ofLead) problems[`lead-${no}`] = ofLead;
    if (!isCount(least) || !isCount(most) || most < 1 || least > most) problems[`least-${no}`] = 'bad-limits';
  }
  return problems;
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= GROUP_LIMITS.people;
