import type { LoaderFunctionArgs } from '@remix-run/node';
import { calendarOf } from '#app/domain/meetings/calendar.server.ts';
import { entryOf, ownAddresses } from '#app/domain/meetings/entry.server.ts';
import { meetingsBetween } from '#app/domain/meetings/meetings.server.ts';
import { findOwnCalendar } from '#app/domain/meetings/own-calendar.server.ts';
import { site } from '#app/domain/network/settings.server.ts';
import { notFound } from '#app/http/require-member.server.ts';
import { tokyoDay } from '#app/ui/time.ts';

const ADDRESS = /^([\w-]{20,40})\.ics$/;
const YEAR = 365 * 24 * 60 * 60 * 1000;

/** A member's calendar of meetings, for programs that cannot log in. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, config } = context;
  const [, token] = ADDRESS.exec(params.token ?? '') ?? [];
  const memberId = token === undefined ? undefined : await findOwnCalendar(db, token);
  if (memberId === undefined) return notFound();
  const now = Date.now();
  const [first, last] = [tokyoDay(new Date(now - YEAR)), tokyoDay(new Date(now + YEAR))];
  const own = await ownAddresses(db, memberId);
  const meetings = await meetingsBetween(db, 'members', first, last);
  const { name } = await site.get(db);
  const entries = meetings.map((meeting) => entryOf(meeting, own.get(meeting.slug) ?? ''));
  return new Response(calendarOf(entries, { name: `${name} 情報交換会`, origin: config.origin }, 'feed'), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex',
    },
  });
}
