import type { Audience, Db, Role } from '#db/schema.ts';
import type { Profile } from '#lint/rule.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { mayOpenGroups } from '../meetings/groups/may-open.server.ts';

/** What files can belong to. */
export interface Owner {
  /** `note:<id>`, `meeting-group:<slug>:<no>`, as the table of attachments has it. */
  key: string;
  title: string;
  href: string;
  /** The part of the site that it is in. */
  room: { label: string; href: string };
  /** How strictly the check looks. */
  profile: Profile;
  /** Who may take files away besides those who brought them and the desk. */
  keeperId: string | null;
  audience: Audience;
  /** Slug of the meeting whose participants alone see it; null where `audience` says it. Such files are not searched. */
  meeting: string | null;
}

/** What a key names; undefined where nobody may see it. The one place that knows who an owner's audience is. */
export async function findOwner(db: Db, key: string): Promise<Owner | undefined> {
  const [, id] = /^note:([a-z0-9]{12})$/.exec(key) ?? [];
  if (id !== undefined) return noteAsOwner(db, key, id);
  const [, slug, no] = /^meeting-group:([a-z0-9-]{1,80}):(\d{1,2})$/.exec(key) ?? [];
  return slug === undefined ? undefined : groupAsOwner(db, key, slug, Number(no));
}

async function noteAsOwner(db: Db, key: string, id: string): Promise<Owner | undefined> {
  const note = await db
    .selectFrom('note')
    .select(['title', 'slug', 'keeper_id', 'audience'])
    .where('id', '=', id)
    .where('id', 'not in', hiddenOf(db, 'note'))
    .executeTakeFirst();
  return (
    note && {
      key,
      title: note.title,
      href: `/notes/${note.slug}`,
      room: { label: 'ノート', href: '/notes' },
      profile: 'note',
      keeperId: note.keeper_id,
      audience: note.audience,
      meeting: null,
    }
  );
}

async function groupAsOwner(db: Db, key: string, slug: string, no: number): Promise<Owner | undefined> {
  const group = await db
    .selectFrom('meeting_group')
    .select(['theme', 'facilitator_id'])
    .where('meeting_slug', '=', slug)
    .where('no', '=', no)
    .where('meeting_slug', 'not in', hiddenOf(db, 'meeting'))
    .executeTakeFirst();
  return (
    group && {
      key,
      title: `グループ${no}　${group.theme}`,
      href: `/meetings/${slug}/groups/${no}`,
      room: { label: '情報交換会', href: '/meetings' },
      profile: 'report',
      keeperId: group.facilitator_id,
      audience: 'members',
      meeting: slug,
    }
  );
}

/** Whether somebody may see what belongs to an owner; a visitor is null. */
export async function maySeeOwner(
  db: Db,
  viewer: { id: string; role: Role } | null,
  { audience, meeting }: Pick<Owner, 'audience' | 'meeting'>,
): Promise<boolean> {
  if (meeting !== null) return viewer !== null && mayOpenGroups(db, viewer, meeting);
  return viewer !== null || audience === 'everyone';
}
