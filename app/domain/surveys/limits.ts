/** Greatest lengths, in UTF-16 code units, and counts. */
export const SURVEY_LIMITS = {
  lead: 400,
  question: 200,
  choice: 60,
  choices: 12,
  questions: 20,
  /** A free text. */
  text: 1000,
} as const;

/** Fewer anonymous answers than this are shown to nobody: each would be somebody's. */
export const FEWEST_SHOWN = 3;
