import type { OrganizationEntry } from './list.server.ts';

/** What the list of organizations is narrowed down to; blank: all of them. */
export interface OrganizationFilter {
  area: string;
  kind: string;
  /** Slug. */
  programme: string;
}

/** In the place of an area that nobody has told. */
export const NO_AREA = 'none';

/** The organizations that fit; one of all Hokkaido is there for every area. */
export function filterOrganizations<T extends Pick<OrganizationEntry, 'area' | 'kind' | 'programmes'>>(
  organizations: readonly T[],
  { area, kind, programme }: OrganizationFilter,
): T[] {
  return organizations.filter(
    (one) =>
      (area === '' || (one.area ?? NO_AREA) === area || one.area === '全道') &&
      (kind === '' || one.kind === kind) &&
      (programme === '' || one.programmes.includes(programme)),
  );
}
