type Part = 'lead' | 'numbers' | 'body' | 'films' | { group: number };

const PARTS = { lead: 'ひとことで', numbers: '参加した人', body: '会のようす', films: '録画' };

/** What a part of a report is called. */
export const partName = (part: Part): string =>
  typeof part === 'object' ? `グループ${part.group}` : PARTS[part];

const FIELDS: Record<string, string> = {
  lead: PARTS.lead,
  numbersLine: PARTS.numbers,
  body: PARTS.body,
  films: PARTS.films,
};

/** The same by the name of a field of the form. */
export function fieldName(field: string): string {
  const [, group] = /^summary-(\d+)$/.exec(field) ?? [];
  return FIELDS[field] ?? `グループ${group}`;
}
