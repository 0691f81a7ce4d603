/** How long an invitation may be used, in days. */
export const INVITATION_DAYS = 14;
