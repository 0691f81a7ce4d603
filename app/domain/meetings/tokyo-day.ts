const AHEAD = 9 * 60 * 60 * 1000;

/** The day in Tokyo at a moment, YYYY-MM-DD. */
export const dayInTokyo = (at: Date): string => new Date(at.getTime() + AHEAD).toISOString().slice(0, 10);
