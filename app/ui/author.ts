/** How a member appears: 機関名＋名字, never more. */
export type Author = { organization: string; familyName: string };
