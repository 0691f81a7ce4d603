import {
  type DocumentKind,
  MOST_FOUND,
  type SearchAnswer,
  type SearchHit,
  type SearchQuery,
} from '../port.ts';

export interface Found extends SearchHit {
  /** Milliseconds since 1970. */
  at: number;
  /** The weight of the query's words that the document holds. */
  held: number;
}

/** A document that holds less of the query's weight than this share of the best one is noise. */
const SHARE_OF_BEST = 0.2;

/** The answer to a query from all documents found for it, whatever their kind. */
export function answerOf(found: readonly Found[], query: SearchQuery): SearchAnswer {
  const most = found.reduce((held, one) => Math.max(held, one.held), 0);
  const strong = found.filter(({ held }) => held >= most * SHARE_OF_BEST);
  const counts: Record<DocumentKind, number> = {
    question: 0,
    answer: 0,
    note: 0,
    report: 0,
    organization: 0,
  };
  for (const { kind } of bestOfGroups(strong)) counts[kind] += 1;
  const ofKinds = strong.filter(({ kind }) => !query.kinds || query.kinds.includes(kind));
  const groups = bestOfGroups(ofKinds);
  if (query.order === 'newest') groups.sort((a, b) => b.at - a.at || compare(a.id, b.id));
  const from = query.offset ?? 0;
  return {
    hits: groups
      .slice(from, from + query.limit)
      .map(({ id, kind, group, score }) => ({ id, kind, group, score })),
    total: Math.min(groups.length, MOST_FOUND),
    counts,
    suggestion: null,
  };
}

function bestOfGroups(found: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const one of [...found].sort((a, b) => b.score - a.score || b.held - a.held || compare(a.id, b.id))) {
    if (!best.has(one.group)) best.set(one.group, one);
  }
  return [...best.values()];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
