import type { DocumentKind } from '#search/port.ts';

/** What results are told apart by; an answer is found as its question. */
export const RESULT_KINDS = ['question', 'note', 'report', 'organization'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

export const DOCUMENTS_OF: Readonly<Record<ResultKind, readonly DocumentKind[]>> = {
  question: ['question', 'answer'],
  note: ['note'],
  report: ['report'],
  organization: ['organization'],
};

/** How far back results may lie, in days. */
export const PERIODS = { month: 31, 'half-year': 183, year: 365, 'three-years': 1096 } as const;
export type Period = keyof typeof PERIODS;

export const SEARCH_ORDERS = ['relevance', 'newest'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

/** What somebody looks for. */
export interface ArchiveQuery {
  words: string;
  /** null for all kinds. */
  kind: ResultKind | null;
  /** Slugs; none means all. */
  programmes: string[];
  area: string | null;
  period: Period | null;
  /** Only questions that are solved. */
  solved: boolean;
  order: SearchOrder;
  /** From 1. */
  page: number;
}

export const RESULTS_PER_PAGE = 20;
