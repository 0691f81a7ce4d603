import type { Kysely } from 'kysely';

interface Before {
  note: {
    id: string;
    slug: string;
    title: string;
    programme: string;
    tags: string;
    body: string;
    keeper_id: string;
    question_id: string | null;
    edition: number;
    updated_at: string;
  };
  note_programme: { note_id: string; programme: string };
  note_tag: { note_id: string; tag: string };
  note_source: { note_id: string; kind: string; subject: string; added_at: string };
  note_edition: {
    note_id: string;
    number: number;
    title: string;
    body: string;
    tags: string;
    programmes: string;
    author_id: string;
    purpose: string;
    written_at: string;
  };
}

/**
 * Notes are written by members: editions, suggestions, several programmes and sources, readers without a login.
 * `note.question_id` stays behind unused, because SQLite drops no column that refers to another table; its threads
 * are in note_source.
 */
export async function up(before: Kysely<unknown>): Promise<void> {
  const db = before as Kysely<Before>;
  const { schema } = db;
  await schema
    .alterTable('note')
    .addColumn('audience', 'text', (c) => c.notNull().defaultTo('members'))
    .execute();
  await schema
    .alterTable('note')
    .addColumn('useful', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('note').addColumn('asked_at', 'text').execute();
  await schema.alterTable('note').addColumn('submission_key', 'text').execute();
  await schema.createIndex('note_useful_order').on('note').columns(['useful', 'updated_at', 'id']).execute();
  await schema.createIndex('note_verified').on('note').columns(['verified_at', 'keeper_id']).execute();
  await schema.createIndex('note_submission').unique().on('note').column('submission_key').execute();
  await schema
    .createTable('note_slug')
    .addColumn('slug', 'text', (c) => c.primaryKey())
    .addColumn('note_id', 'text', (c) => c.notNull().references('note.id'))
    .execute();
  await schema
    .createTable('note_programme')
    .addColumn('note_id', 'text', (c) => c.notNull().references('note.id'))
    .addColumn('programme', 'text', (c) => c.notNull().references('programme.slug'))
    .addPrimaryKeyConstraint('note_programme_key', ['note_id', 'programme'])
    .execute();
  await schema
    .createIndex('note_programme_programme')
    .on('note_programme')
    .columns(['programme', 'note_id'])
    .execute();
  await schema
    .createTable('note_tag')
    .addColumn('note_id', 'text', (c) => c.notNull().references('note.id'))
    .addColumn('tag', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('note_tag_key', ['note_id', 'tag'])
    .execute();
  await schema.createIndex('note_tag_tag').on('note_tag').columns(['tag', 'note_id']).execute();
  await schema
    .createTable('note_source')
    .addColumn('note_id', 'text', (c) => c.notNull().references('note.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('note_source_key', ['note_id', 'kind', 'subject'])
    .execute();
  await schema.createIndex('note_source_subject').on('note_source').columns(['kind', 'subject']).execute();
  await schema
    .createTable('note_edition')
    .addColumn('note_id', 'text', (c) => c.notNull().references('note.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('tags', 'text', (c) => c.notNull())
    .addColumn('programmes', 'text', (c) => c.notNull())
    .addColumn('author_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('written_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('note_edition_key', ['note_id', 'number'])
    .execute();
  await schema
    .createIndex('note_edition_author')
    .on('note_edition')
    .columns(['author_id', 'written_at'])
    .execute();
  await schema
    .createTable('note_suggestion')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('note_id', 'text', (c) => c.notNull().references('note.id'))
    .addColumn('author_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('edition', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('tags', 'text', (c) => c.notNull())
    .addColumn('programmes', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('suggested_at', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text', (c) => c.references('member.id'))
    .addColumn('decided_at', 'text')
    .execute();
  await schema
    .createIndex('note_suggestion_note')
    .on('note_suggestion')
    .columns(['note_id', 'status', 'suggested_at'])
    .execute();
  await schema
    .createTable('note_useful')
    .addColumn('note_id', 'text', (c) => c.notNull().references('note.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('note_useful_key', ['note_id', 'member_id'])
    .execute();
  await schema
    .createTable('note_notice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('member.id'))
    .addColumn('note_id', 'text', (c) => c.notNull().references('note.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('anchor', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.references('member.id'))
    .addColumn('noticed_at', 'text', (c) => c.notNull())
    .addColumn('read_at', 'text')
    .execute();
  await schema
    .createIndex('note_notice_member')
    .on('note_notice')
    .columns(['member_id', 'read_at', 'noticed_at'])
    .execute();
  await keepWhatThereIs(db);
}

/** Notes of before get their programme, tags and thread in the new tables, and an edition: the one that stands. */
async function keepWhatThereIs(db: Kysely<Before>): Promise<void> {
  const notes = await db.selectFrom('note').selectAll().execute();
  for (const note of notes) {
    const tags = [...new Set(JSON.parse(note.tags) as string[])];
    await db.insertInto('note_programme').values({ note_id: note.id, programme: note.programme }).execute();
    if (note.question_id !== null)
      await db
        .insertInto('note_source')
        .values({
          note_id: note.id,
          kind: 'question',
          subject: note.question_id,
          added_at: note.updated_at,
        })
        .execute();
    for (const tag of tags) await db.insertInto('note_tag').values({ note_id: note.id, tag }).execute();
    await db
      .insertInto('note_edition')
      .values({
        note_id: note.id,
        number: note.edition,
        title: note.title,
        body: note.body,
        tags: note.tags,
        programmes: JSON.stringify([note.programme]),
        author_id: note.keeper_id,
        purpose: '',
        written_at: note.updated_at,
      })
      .execute();
  }
}
