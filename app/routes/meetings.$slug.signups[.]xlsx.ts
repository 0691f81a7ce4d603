import type { LoaderFunctionArgs } from '@remix-run/node';
import { attendees } from '#app/domain/meetings/attendance.server.ts';
import { attendanceSheet } from '#app/http/attendance-sheet.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';

/** The attendance list as a workbook. */
export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  const sheet = await attendanceSheet(await attendees(args.context.db, meeting.slug));
  return new Response(new Uint8Array(sheet), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="signups-${meeting.slug}.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
