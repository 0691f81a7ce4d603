import type { Audience, Db, Role } from '#db/schema.ts';
import type { Profile } from '#lint/rule.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { mayOpenGroups } from '../meetings/groups/may-open.server.ts';
import { type Action, isAllowed } from '../permissions.ts';

/** What files can belong to. */
export interface Owner {
  /** `note:<id>`, `meeting-group:<slug>:<no>`, `meeting-report:<id>`, as the table of attachments has it. */
  key: string;
  title: string;
  href: string;
  /** The part of the site that it is in. */
  room: { label: string; href: string };
  /** How strictly the check looks. */
  profile: Profile;
  /** Who may take files away besides those who brought them and the desk. */
  keeperId: string | null;
  /** `desk` as long as it is not published. */
  audience: Audience | 'desk';
  /** Who may attach files to it, among those who may see it. */
  adding: Action;
  /** Slug of the meeting whose participants alone see it; null where `audience` says it. Such files are not searched. */
  meeting: string | null;
}

/** What a key names; undefined where nobody may see it. The one place that knows who an owner's audience is. */
export async function findOwner(db: Db, key: string): Promise<Owner | undefined> {
  const [, id] = /^note:([a-z0-9]{12})$/.exec(key) ?? [];
  if (id !== undefined) return noteAsOwner(db, key, id);
  const [, slug, no] = /^meeting-group:([a-z0-9-]{1,80}):(\d{1,2})$/.exec(key) ?? [];
  if (slug !== undefined) return groupAsOwner(db, key, slug, Number(no));
  const [, report] = /^meeting-report:([a-z0-9]{12})$/.exec(key) ?? [];
  return report === undefined ? undefined : reportAsOwner(db, key, report);
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
      adding: 'file.add',
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
      adding: 'file.add',
      meeting: slug,
    }
  );
}

async function reportAsOwner(db: Db, key: string, id: string): Promise<Owner | undefined> {
  const report = await db
    .selectFrom('meeting_report')
    .innerJoin('meeting', 'meeting.slug', 'meeting_report.meeting_slug')
    .leftJoin('hidden_text', (join) =>
      join
        .onRef('hidden_text.text_id', '=', 'meeting_report.id')
        .on('hidden_text.kind', '=', 'meeting-report'),
    )
    .select(['meeting.slug', 'meeting.title', 'meeting_report.audience', 'meeting_report.published_version'])
    .select('hidden_text.hidden_at')
    .where('meeting_report.id', '=', id)
    .where('meeting.slug', 'not in', hiddenOf(db, 'meeting'))
    .executeTakeFirst();
  return (
    report && {
      key,
      title: `${report.title} 開催報告`,
      href: `/meetings/${report.slug}/report/handouts`,
      room: { label: '情報交換会', href: '/meetings' },
      profile: 'report',
      keeperId: null,
      audience: report.published_version === null || report.hidden_at !== null ? 'desk' : report.audience,
      adding: 'meeting.manage',
      meeting: null,
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
  if (audience === 'desk') return viewer !== null && isAllowed(viewer.role, 'meeting.manage');
  return viewer !== null || audience === 'everyone';
}
