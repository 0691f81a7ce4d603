import { ORDERS, type QuestionFilter } from '#app/domain/questions/list.server.ts';

const STATES = ['open', 'answered', 'solved'] as const;
const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((one) => one === value) ?? null;

/** Reads the filter of the question list from its URL; what it does not know it leaves out. */
export function readQuestionFilter(params: URLSearchParams, viewerId: string): QuestionFilter {
  return {
    programmes: [...new Set(params.getAll('programme').filter((slug) => /^[a-z-]{1,40}$/.test(slug)))],
    tag: params.get('tag') || null,
    state: oneOf(STATES, params.get('state')),
    authorId: params.get('mine') === '1' ? viewerId : null,
    order: oneOf(ORDERS, params.get('order')) ?? 'new',
  };
}

/** The URL of the list under this filter, with something changed; it begins at the first page unless `after` is given. */
export function writeQuestionFilter(
  filter: QuestionFilter,
  change: Partial<Pick<QuestionFilter, 'state'>> & { after?: string },
): string {
  const { programmes, tag, state, authorId, order } = { ...filter, ...change };
  const params = new URLSearchParams();
  for (const slug of programmes) params.append('programme', slug);
  if (tag !== null) params.append('tag', tag);
  if (state) params.append('state', state);
  if (authorId) params.append('mine', '1');
  if (order !== 'new') params.append('order', order);
  if (change.after) params.append('after', change.after);
  return params.size > 0 ? `/questions?${params}` : '/questions';
}

/** The topic whose counts hold for this filter; null where several conditions meet, which nothing counts. */
export function topicOf({ programmes, tag, authorId }: QuestionFilter): string | null {
  if (authorId !== null || programmes.length > 1 || (tag !== null && programmes.length > 0)) return null;
  if (tag !== null) return `tag:${tag}`;
  return programmes.length === 1 ? `programme:${programmes[0]}` : 'all';
}
