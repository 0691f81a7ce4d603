import type { Audience } from '#db/schema.ts';
import { isAllowed, type Standing } from '../permissions.ts';

/** Which meetings somebody may know of: those for everyone, or those for members too. */
export const readerOf = (standing: Standing): Audience =>
  isAllowed(standing, 'meeting.read') ? 'members' : 'everyone';
