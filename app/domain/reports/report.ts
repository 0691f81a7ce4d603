import type { Audience } from '#db/schema.ts';
import type { Film } from './films.ts';

/** What was talked about in one group. */
export interface Summary {
  no: number;
  summary: string;
}

/** All that is written in a report; day, themes and groups are the meeting's. */
export interface ReportTexts {
  /** One or two sentences, for lists and for whoever links to it. */
  lead: string;
  /** As the network prints it: 49名（35機関：…）; empty where it is not known. */
  numbersLine: string;
  /** Markdown. */
  body: string;
  summaries: Summary[];
  films: Film[];
  filmsAudience: Audience;
}

/** Greatest lengths, in UTF-16 code units. */
export const REPORT_LIMITS = {
  lead: 200,
  numbersLine: 200,
  body: 20_000,
  summary: 2000,
  films: 20,
  filmTitle: 80,
  /** All films as they are typed. */
  filmLines: 8000,
  /** What a correction was for. */
  correction: 200,
} as const;
