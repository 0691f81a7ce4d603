/** Greatest lengths, in UTF-16 code units. The number stands beside each box. */
export const LIMITS = {
  title: 80,
  body: 8000,
  comment: 1000,
  outcome: 1000,
  introduction: 400,
  familyName: 20,
  organization: 60,
  tag: 20,
  tags: 5,
  /** The line of tags as typed. */
  tagLine: 500,
  note: 20000,
  /** What an edit of a note was for. */
  purpose: 100,
  slug: 60,
  /** A word that the desk allows or forbids. */
  word: 40,
  /** Why a warning may stay. */
  keepNote: 200,
  /** Such notes in one post. */
  keepNotes: 30,
} as const;

/** How long the author may take a post back, in milliseconds. */
export const DELETE_WITHIN = 60 * 60 * 1000;

/** Edits of one author within an hour, of all their posts: each is kept, shown and compared with the next. */
export const EDITS_PER_HOUR = 20;
