import { NOTE_ORDERS, type NoteFilter } from '#app/domain/notes/notes.server.ts';

/** Reads the filter of the list of notes from its URL; what it does not know it leaves out. */
export function readNoteFilter(params: URLSearchParams): NoteFilter {
  return {
    programmes: [...new Set(params.getAll('programme').filter((slug) => /^[a-z-]{1,40}$/.test(slug)))],
    tag: params.get('tag') || null,
    area: params.get('area') || null,
    order: NOTE_ORDERS.find((order) => order === params.get('order')) ?? 'new',
  };
}

/** The URL of a page of the list under this filter. */
export function writeNoteFilter({ programmes, tag, area, order }: NoteFilter, page: number): string {
  const params = new URLSearchParams();
  for (const slug of programmes) params.append('programme', slug);
  if (tag !== null) params.append('tag', tag);
  if (area !== null) params.append('area', area);
  if (order !== 'new') params.append('order', order);
  if (page > 1) params.append('page', String(page));
  return params.size > 0 ? `/notes?${params}` : '/notes';
}
