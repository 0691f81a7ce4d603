/** Days for which a link for a new password works. */
export const RESET_DAYS = 3;
