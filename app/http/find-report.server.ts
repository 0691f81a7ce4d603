import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { findMeeting, type Meeting } from '#app/domain/meetings/meetings.server.ts';
import { readerOf } from '#app/domain/meetings/reader.ts';
import { findReport, type PublishedReport } from '#app/domain/reports/read-report.server.ts';
import { notFound, requireMember } from './require-member.server.ts';

/**
 * The published report of the meeting that an address names, for whoever asks. A meeting that was announced to members
 * may have a report for everybody.
 *
 * @throws the way in for visitors, whether there is a report for members or none; 404 for members
 */
export async function openReport(asked: {
  request: Request;
  params: { slug?: string };
  context: AppLoadContext;
}): Promise<{ report: PublishedReport; meeting: Meeting; viewer: Viewer | null }> {
  const { db } = asked.context;
  const slug = asked.params.slug as string;
  const viewer = await asked.context.viewer();
  const report = await findReport(db, readerOf(viewer?.role ?? 'visitor'), slug);
  const meeting = report && (await findMeeting(db, 'members', slug));
  if (report && meeting) return { report, meeting, viewer };
  await requireMember(asked, 'meeting.read');
  return notFound();
}
