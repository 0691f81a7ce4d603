import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import { findMeeting } from '#app/domain/meetings/meetings.server.ts';
import { isAllowed } from '#app/domain/permissions.ts';
import { findSurvey, type Survey, surveyState } from '#app/domain/surveys/read-survey.server.ts';
import type { ResultReader } from '#app/domain/surveys/results.server.ts';
import { notFound, requireMember } from './require-member.server.ts';

interface Asked {
  request: Request;
  params: { id?: string };
  context: AppLoadContext;
}

/** The survey of an address, for a member; one that is being written is there for the desk alone. */
export async function surveyForMember(asked: Asked): Promise<{ survey: Survey; viewer: Viewer }> {
  const viewer = await requireMember(asked, 'meeting.take-part');
  const survey = await findSurvey(asked.context.db, asked.params.id as string);
  if (!survey) return notFound();
  const isDraft = surveyState(survey, new Date()) === 'draft';
  return isDraft && !isAllowed(viewer.role, 'meeting.manage') ? notFound() : { survey, viewer };
}

/** The survey of an address, for the desk. */
export async function surveyForDesk(asked: Asked): Promise<{ survey: Survey; viewer: Viewer }> {
  const viewer = await requireMember(asked, 'meeting.manage');
  const survey = await findSurvey(asked.context.db, asked.params.id as string);
  return survey ? { survey, viewer } : notFound();
}

/** As whom somebody reads results. */
export const resultReader = (viewer: Viewer | null): ResultReader =>
  viewer === null ? 'everyone' : isAllowed(viewer.role, 'meeting.manage') ? 'desk' : 'members';

/** The meeting that a new survey is for, by the slug in a form. @throws 404 where there is none */
export async function meetingForSurvey({ db }: AppLoadContext, slug: string): Promise<string | null> {
  if (slug === '') return null;
  const meeting = await findMeeting(db, 'members', slug);
  return meeting ? meeting.slug : notFound();
}
