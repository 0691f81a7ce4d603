import type { Db } from '#db/schema.ts';
import type { AnonymizedText } from '#lint/gate.ts';
import { checkAnonymization, NO_DECISIONS } from '../anonymization/check.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import type { Meeting } from './meetings.server.ts';

/** Publishes a meeting's announcement or figures, under the profile for reports. */
export async function addMeeting(db: Db, meeting: Meeting, now: Date): Promise<Outcome<null>> {
  const { title, place, themes, groups, numbersLine } = meeting;
  const fields = {
    title,
    place,
    themes: themes.join('\n'),
    groups: groups.map(({ theme }) => theme).join('\n'),
    numbersLine: numbersLine ?? '',
  };
  // A series' own papers are signed by nobody, so there is no author whose name might pass.
  const checked = await checkAnonymization(db, fields, 'report', { familyName: '' }, NO_DECISIONS);
  if (checked.verdict !== 'pass') {
    return refused({
      code: 'not-anonymous',
      findings: checked.verdict === 'refuse' ? checked.findings : checked.disputed,
    });
  }
  const { texts } = checked;
  const json = (value: unknown) => JSON.stringify(value) as AnonymizedText;
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('meeting')
      .values({
        slug: meeting.slug,
        series: meeting.series,
        number: meeting.number,
        title: texts.title,
        day: meeting.day,
        starts_at: meeting.startsAt,
        ends_at: meeting.endsAt,
        place: texts.place,
        themes: json(themes),
        participants: meeting.participants,
        organizations: meeting.organizations,
        numbers_line: numbersLine === null ? null : texts.numbersLine,
      })
      .execute();
    if (groups.length > 0) {
      // The themes were checked joined by lines: each is a part of a checked text.
      await tx
        .insertInto('meeting_group')
        .values(
          groups.map(({ no, theme }) => ({
            meeting_slug: meeting.slug,
            no,
            theme: theme as AnonymizedText,
            lead: '' as AnonymizedText,
            text: '' as AnonymizedText,
            summary: '' as AnonymizedText,
          })),
        )
        .execute();
    }
    await enqueue(tx, 'index', `report:${meeting.slug}`, now);
  });
  return accepted(null);
}
