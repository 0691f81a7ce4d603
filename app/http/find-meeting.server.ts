import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { findMeeting, type Meeting } from '#app/domain/meetings/meetings.server.ts';
import { readerOf } from '#app/domain/meetings/reader.ts';
import type { Action } from '#app/domain/permissions.ts';
import { notFound, requireMember } from './require-member.server.ts';

interface Asked {
  request: Request;
  params: { slug?: string };
  context: AppLoadContext;
}

/** The meeting of an address, for whoever asks. @throws 404 where there is none that they may know of */
export async function openMeeting({
  params,
  context,
}: Asked): Promise<{ meeting: Meeting; viewer: Viewer | null }> {
  const viewer = await context.viewer();
  const reader = readerOf(viewer?.role ?? 'visitor');
  const meeting = await findMeeting(context.db, reader, params.slug as string);
  return meeting ? { meeting, viewer } : notFound();
}

/** The meeting of an address, for a member who may do this with it. */
export async function requireMeeting(
  asked: Asked,
  action: Action,
): Promise<{ meeting: Meeting; viewer: Viewer }> {
  const viewer = await requireMember(asked, action);
  const meeting = await findMeeting(asked.context.db, readerOf(viewer.role), asked.params.slug as string);
  return meeting ? { meeting, viewer } : notFound();
}
