import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';

/**
 * Tells states of a public report's page apart: the version, the meeting's, what is out of sight, the handouts. Asked
 * for each visitor before a page is answered from memory, so that no process shows what another has just withdrawn.
 *
 * @returns undefined where visitors may read no report of this meeting
 */
export async function publicStamp(db: Db, slug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('meeting_report')
    .innerJoin('meeting', 'meeting.slug', 'meeting_report.meeting_slug')
    .select(['meeting_report.published_version', 'meeting_report.corrected_at', 'meeting.version'])
    .select(({ selectFrom, fn, cast, val }) => {
      const files = selectFrom('attachment').where(
        'attachment.owner',
        '=',
        fn<string>('concat', [cast(val('meeting-report:'), 'text'), 'meeting_report.id']),
      );
      return [
        selectFrom('hidden_text')
          .select((eb) => eb.fn.countAll().as('n'))
          .as('hidden'),
        selectFrom('hidden_text')
          .select((eb) => eb.fn.max('hidden_at').as('at'))
          .as('hiddenAt'),
        files.select((eb) => eb.fn.countAll().as('n')).as('files'),
        files.select((eb) => eb.fn.max('added_at').as('at')).as('filesAt'),
        selectFrom('attachment_lock')
          .select((eb) => eb.fn.countAll().as('n'))
          .as('locks'),
        selectFrom('attachment_lock')
          .select((eb) => eb.fn.max('set_at').as('at'))
          .as('locksAt'),
      ];
    })
    .where('meeting_report.meeting_slug', '=', slug)
    .where('meeting_report.audience', '=', 'everyone')
    .where('meeting_report.published_version', 'is not', null)
    .where('meeting_report.id', 'not in', hiddenOf(db, 'meeting-report'))
    .where('meeting.slug', 'not in', hiddenOf(db, 'meeting'))
    .executeTakeFirst();
  return row && Object.values(row).join(' ');
}
