import type { Db } from '#db/schema.ts';

/** What stands around the title of each meeting and is read by others: its programme, its groups, why it was cancelled. */
export async function textsAround(db: Db, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const meetings = await db
    .selectFrom('meeting')
    .select(['slug', 'series', 'lead', 'timetable', 'cancel_reason as cancelReason'])
    .where('slug', 'in', slugs)
    .execute();
  const groups = await db
    .selectFrom('meeting_group')
    .select(['meeting_slug as slug', 'theme', 'lead', 'text'])
    .where('meeting_slug', 'in', slugs)
    .orderBy('no')
    .execute();
  const questions = await db
    .selectFrom('meeting_question')
    .select(['meeting_slug as slug', 'body'])
    .where('meeting_slug', 'in', slugs)
    .orderBy('asked_at')
    .execute();
  const remarks = await db
    .selectFrom('meeting_date_remark')
    .select(['meeting_slug as slug', 'remark'])
    .where('meeting_slug', 'in', slugs)
    .orderBy('member_id')
    .execute();
  // Those who take part read what a group's text said before.
  const editions = await db
    .selectFrom('meeting_group_edition')
    .select(['meeting_slug as slug', 'text'])
    .where('meeting_slug', 'in', slugs)
    .orderBy('no')
    .orderBy('version')
    .execute();
  const around = new Map<string, string>();
  const add = (slug: string, ...texts: string[]) =>
    around.set(slug, `${around.get(slug) ?? ''}${texts.map((text) => `${text}\n\n`).join('')}`);
  for (const { slug, series, lead, timetable, cancelReason } of meetings) {
    const steps = JSON.parse(timetable) as Array<{ what: string; speaker: string }>;
    add(slug, series, lead, ...steps.flatMap(({ what, speaker }) => [what, speaker]), cancelReason);
  }
  for (const { slug, theme, lead, text } of groups) add(slug, theme, lead, text);
  for (const { slug, body } of questions) add(slug, body);
  for (const { slug, remark } of remarks) add(slug, remark);
  for (const { slug, text } of editions) add(slug, text);
  return around;
}
