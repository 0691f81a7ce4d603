import type { Decisions } from '../anonymization/check.server.ts';

/** What somebody wants a note to say, as typed. */
export interface NoteDraft {
  title: string;
  body: string;
  /** Slugs. */
  programmes: readonly string[];
  /** Words parted by spaces or commas. */
  tags: string;
  /** 何を直したか; may be blank. */
  purpose: string;
  decisions: Decisions;
}

/** What a note was gathered from: a thread and the answers that were chosen of it. */
export interface Gathered {
  questionId: string;
  answerIds: readonly string[];
}

export interface NoteAuthor {
  id: string;
  familyName: string;
  organizationId: string;
}
