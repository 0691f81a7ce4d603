import {
  type ArchiveQuery,
  PERIODS,
  type Period,
  RESULT_KINDS,
  RESULTS_PER_PAGE,
  SEARCH_ORDERS,
} from '#app/domain/search/query.ts';
import { MOST_FOUND } from '#search/port.ts';

/** Longer words are cut: nobody types them, and a pasted page is no search. */
const LONGEST = 200;
const LAST_PAGE = Math.ceil(MOST_FOUND / RESULTS_PER_PAGE);

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((one) => one === value) ?? null;

/** Reads a search from its URL; what it does not know it leaves out. */
export function readSearch(params: URLSearchParams): ArchiveQuery {
  const page = Number(params.get('page'));
  return {
    words: (params.get('q') ?? '').trim().slice(0, LONGEST),
    kind: oneOf(RESULT_KINDS, params.get('kind')),
    programmes: [...new Set(params.getAll('programme').filter((slug) => /^[a-z-]{1,40}$/.test(slug)))],
    area: params.get('area')?.slice(0, 40) || null,
    period: oneOf(Object.keys(PERIODS) as Period[], params.get('period')),
    solved: params.get('solved') === '1',
    order: oneOf(SEARCH_ORDERS, params.get('order')) ?? 'relevance',
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, LAST_PAGE) : 1,
  };
}

/** The URL of a search with something changed; it begins at the first page unless `page` is given. */
export function writeSearch(query: ArchiveQuery, change: Partial<ArchiveQuery>): string {
  const { words, kind, programmes, area, period, solved, order, page } = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (words !== '') params.append('q', words);
  if (kind) params.append('kind', kind);
  for (const slug of programmes) params.append('programme', slug);
  if (area !== null) params.append('area', area);
  if (period) params.append('period', period);
  if (solved) params.append('solved', '1');
  if (order !== 'relevance') params.append('order', order);
  if (page > 1) params.append('page', String(page));
  return params.size > 0 ? `/search?${params}` : '/search';
}
