import { addMeeting } from '#app/domain/meetings/add-meeting.server.ts';
import type { Db } from '#db/schema.ts';
import { DemoTextError } from './demo-text-error.ts';

interface DemoMeeting {
  slug: string;
  series: string;
  number: number | null;
  title: string;
  date: string;
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  themes: string[];
  groups: Array<{ no: number; theme: string }>;
  participants: number | null;
  organizations: number | null;
  asPrinted: string | null;
}

export async function addMeetings(db: Db, meetings: DemoMeeting[]): Promise<void> {
  for (const { date, asPrinted, ...meeting } of meetings) {
    const added = await addMeeting(db, { ...meeting, day: date, numbersLine: asPrinted });
    if (!added.ok) throw new DemoTextError(meeting.slug, added.refusal);
  }
}
