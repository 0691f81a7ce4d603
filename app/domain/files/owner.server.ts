import type { Audience, Db } from '#db/schema.ts';
import type { Profile } from '#lint/rule.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';

/** What files can belong to. */
export interface Owner {
  /** `note:<id>`, as the table of attachments has it. */
  key: string;
  title: string;
  href: string;
  /** How strictly the check looks. */
  profile: Profile;
  /** Who may take files away besides those who brought them and the desk. */
  keeperId: string;
  audience: Audience;
}

/** What a key names; undefined where nobody may see it. The one place that knows who an owner's audience is. */
export async function findOwner(db: Db, key: string): Promise<Owner | undefined> {
  const [, id] = /^note:([a-z0-9]{12})$/.exec(key) ?? [];
  if (id === undefined) return undefined;
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
      profile: 'note',
      keeperId: note.keeper_id,
      audience: note.audience,
    }
  );
}
