import type { Kysely } from 'kysely';

interface Before {
  meeting: {
    slug: string;
    series: string;
    number: number | null;
    title: string;
    day: string;
    starts_at: string | null;
    ends_at: string | null;
    place: string;
    themes: string;
    groups: string;
    participants: number | null;
    organizations: number | null;
    numbers_line: string | null;
  };
  meeting_group: {
    meeting_slug: string;
    no: number;
    theme: string;
    lead: string;
    text: string;
    summary: string;
  };
}

/**
 * Meetings are planned, signed up for and held on the site: the table is made anew, because the day may be open while
 * it is being found and SQLite drops no NOT NULL; groups become rows.
 */
export async function up(before: Kysely<unknown>): Promise<void> {
  const db = before as Kysely<Before>;
  const { schema } = db;
  const old = await db.selectFrom('meeting').selectAll().execute();
  await schema.dropTable('meeting').execute();
  await schema
    .createTable('meeting')
    .addColumn('slug', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('exchange'))
    .addColumn('series', 'text', (c) => c.notNull())
    .addColumn('number', 'integer')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('lead', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('day', 'text')
    .addColumn('starts_at', 'text')
    .addColumn('ends_at', 'text')
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('online_url', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('themes', 'text', (c) => c.notNull())
    .addColumn('programme', 'text')
    .addColumn('timetable', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('capacity', 'integer')
    .addColumn('closes_at', 'text')
    .addColumn('host_organization_id', 'text', (c) => c.references('organization.id'))
    .addColumn('audience', 'text', (c) => c.notNull().defaultTo('everyone'))
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('announced'))
    .addColumn('cancel_reason', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('sequence', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('changed_at', 'text')
    .addColumn('participants', 'integer')
    .addColumn('organizations', 'integer')
    .addColumn('numbers_line', 'text')
    .execute();
  await schema.createIndex('meeting_day').on('meeting').column('day').execute();
  await schema
    .createTable('meeting_group')
    .addColumn('meeting_slug', 'text', (c) => c.notNull())
    .addColumn('no', 'integer', (c) => c.notNull())
    .addColumn('theme', 'text', (c) => c.notNull())
    .addColumn('lead', 'text', (c) => c.notNull())
    .addColumn('facilitator_id', 'text', (c) => c.references('member.id'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('text_version', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('summary', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('meeting_group_key', ['meeting_slug', 'no'])
    .execute();
  for (const { groups, ...meeting } of old) {
    await db
      .insertInto('meeting')
      .values(meeting as never)
      .execute();
    for (const { no, theme } of JSON.parse(groups) as Array<{ no: number; theme: string }>) {
      await db
        .insertInto('meeting_group')
        .values({ meeting_slug: meeting.slug, no, theme, lead: '', text: '', summary: '' })
        .execute();
    }
  }
  await schema
    .createTable('meeting_signup')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('meeting_slug', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.references('member.id'))
    .addColumn('organization_id', 'text', (c) => c.references('organization.id'))
    .addColumn('guest_organization', 'text', (c) => c.notNull())
    .addColumn('family_name', 'text', (c) => c.notNull())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('token_hash', 'text', (c) => c.unique())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('manner', 'text', (c) => c.notNull())
    .addColumn('years', 'integer')
    .addColumn('programme', 'text')
    .addColumn('signed_up_by', 'text', (c) => c.references('member.id'))
    .addColumn('signed_up_at', 'text', (c) => c.notNull())
    .addColumn('attended_at', 'text')
    .addColumn('group_no', 'integer')
    .addColumn('group_pinned', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('group_reason', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await schema
    .createIndex('meeting_signup_meeting')
    .on('meeting_signup')
    .columns(['meeting_slug', 'status', 'signed_up_at', 'id'])
    .execute();
  await schema
    .createIndex('meeting_signup_member')
    .unique()
    .on('meeting_signup')
    .columns(['meeting_slug', 'member_id'])
    .execute();
  await schema
    .createTable('meeting_wish')
    .addColumn('signup_id', 'text', (c) => c.notNull().references('meeting_signup.id'))
    .addColumn('rank', 'integer', (c) => c.notNull())
    .addColumn('group_no', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('meeting_wish_key', ['signup_id', 'rank'])
    .execute();
}
