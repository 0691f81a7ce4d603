import type { LoaderFunctionArgs } from '@remix-run/node';
import { calendarOf } from '#app/domain/meetings/calendar.server.ts';
import { entryOf, ownAddresses } from '#app/domain/meetings/entry.server.ts';
import { meetingName } from '#app/domain/meetings/name.ts';
import { openMeeting } from '#app/http/find-meeting.server.ts';
import { notFound } from '#app/http/require-member.server.ts';

/** One meeting for a calendar; who has a place gets the online address with it. */
export async function loader(args: LoaderFunctionArgs) {
  const { meeting, viewer } = await openMeeting(args);
  const { db, config } = args.context;
  const { day } = meeting;
  if (day === null) return notFound();
  const own = viewer ? await ownAddresses(db, viewer.id) : new Map<string, string>();
  const entry = entryOf({ ...meeting, day }, own.get(meeting.slug) ?? '');
  const body = calendarOf([entry], { name: meetingName(meeting), origin: config.origin }, 'file');
  return new Response(body, {
    headers: {
      'Content-Type': `text/calendar; charset=utf-8; method=${entry.cancelled ? 'CANCEL' : 'PUBLISH'}`,
      'Content-Disposition': 'attachment; filename="meeting.ics"',
      'Cache-Control': 'private, no-cache',
    },
  });
}
