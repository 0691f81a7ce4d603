import type { Db, Tx } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { newId } from '../ids.server.ts';
import { programmes } from '../network/programmes.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { CHAT_ORGANIZATION } from './chat.ts';
import { organizationLabel } from './label.ts';

export interface OrganizationEntry {
  id: string;
  /** In full, with the office. */
  name: string;
  /** As it stands before a family name. */
  label: string;
  kind: string;
  /** 振興局, or 全道 for those that serve all of Hokkaido; null when nobody has told. */
  area: string | null;
  /** Slugs of the programmes that it runs. */
  programmes: string[];
  members: Array<{ id: string; familyName: string; introduction: string }>;
}

/** All organizations with their members, by area as the network prints them. */
export async function listOrganizations(db: Db): Promise<OrganizationEntry[]> {
  const organizations = await db
    .selectFrom('organization')
    .selectAll()
    .where('kind', '!=', CHAT_ORGANIZATION.kind)
    .orderBy('id')
    .execute();
  const members = await db
    .selectFrom('member')
    .select(['id', 'organization_id', 'family_name as familyName', 'introduction'])
    .where('from_chat', '=', 0)
    .orderBy('joined_at')
    .execute();
  const hidden = new Set((await hiddenOf(db, 'member').execute()).map(({ text_id }) => text_id));
  const of = Map.groupBy(members, (member) => member.organization_id);
  return organizations.map(({ id, name, office, label, kind, area, programmes }) => ({
    id,
    name: office ? `${name} ${office}` : name,
    label,
    kind,
    area,
    programmes: JSON.parse(programmes) as string[],
    members: (of.get(id) ?? []).map(({ organization_id: _, ...member }) => ({
      ...member,
      introduction: hidden.has(member.id) ? '' : member.introduction,
    })),
  }));
}

interface OrganizationFacts {
  name: string;
  kind: string;
  area: string | null;
  /** By name. */
  programmes: string[];
}

/** Organizations by id, with the names of their programmes. */
export async function organizationsByIds(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, OrganizationFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('organization').selectAll().where('id', 'in', ids).execute();
  const names = new Map((await programmes.get(db)).map(({ slug, name }) => [slug, name]));
  return new Map(
    rows.map(({ id, name, office, kind, area, programmes: slugs }) => [
      id,
      {
        name: office ? `${name} ${office}` : name,
        kind,
        area,
        programmes: (JSON.parse(slugs) as string[]).map((slug) => names.get(slug) ?? slug),
      },
    ]),
  );
}

/** The areas that organizations name, in the order in which the network prints them. */
export async function listAreas(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('organization')
    .select('area')
    .where('area', 'is not', null)
    .orderBy('id')
    .execute();
  return [...new Set(rows.flatMap(({ area }) => area ?? []))];
}

/** For choosing one in a form. */
export async function organizationChoices(db: Db): Promise<Array<{ id: string; label: string }>> {
  const rows = await db
    .selectFrom('organization')
    .select(['id', 'name', 'office'])
    .where('kind', '!=', CHAT_ORGANIZATION.kind)
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, office }) => ({ id, label: office ? `${name} ${office}` : name }));
}

export async function countOrganizations(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('organization')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('kind', '!=', CHAT_ORGANIZATION.kind)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Adds an organization by its name alone, unless there is one of that name or office; returns its id. */
export async function addOrganization(tx: Tx, name: string, now: Date): Promise<string> {
  const known = await tx
    .selectFrom('organization')
    .select('id')
    .where(({ or, eb }) => or([eb('name', '=', name), eb('office', '=', name)]))
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await tx
    .insertInto('organization')
    .values({
      id,
      name,
      office: null,
      label: organizationLabel(name, null),
      kind: 'その他',
      area: null,
      programmes: '[]',
    })
    .execute();
  await enqueue(tx, 'index', `organization:${id}`, now);
  return id;
}
