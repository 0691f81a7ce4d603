import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';

/** Something that a feed tells of. */
export interface FeedItem {
  kind: 'note' | 'question';
  path: string;
  title: string;
  programme: string;
  publishedAt: string;
  /** When it last changed or gained an answer. */
  updatedAt: string;
  /** Rendered when it was written. */
  html: string;
}

/** The newest notes and the questions that were last answered, newest first: what every member may read. */
export async function newsForFeed(db: Db, most: number): Promise<FeedItem[]> {
  const notes = await db
    .selectFrom('note')
    .innerJoin('programme', 'programme.slug', 'note.programme')
    .innerJoin('note_edition', (join) =>
      join.onRef('note_edition.note_id', '=', 'note.id').on('note_edition.number', '=', 1),
    )
    .select(['note.slug', 'note.title', 'note.body_html as html', 'programme.name as programme'])
    .select(['note.updated_at as updatedAt', 'note_edition.written_at as publishedAt'])
    .where('note.id', 'not in', hiddenOf(db, 'note'))
    .orderBy('note.updated_at', 'desc')
    .limit(most)
    .execute();
  const questions = await db
    .selectFrom('question')
    .innerJoin('programme', 'programme.slug', 'question.programme')
    .select(['question.id', 'question.title', 'question.body_html as html', 'programme.name as programme'])
    .select(['question.active_at as updatedAt', 'question.asked_at as publishedAt'])
    .where('question.status', '=', 'visible')
    .where('question.answer_count', '>', 0)
    .orderBy('question.active_at', 'desc')
    .limit(most)
    .execute();
  return [
    ...notes.map(({ slug, ...note }) => ({ kind: 'note' as const, path: `/notes/${slug}`, ...note })),
    ...questions.map(({ id, ...question }) => ({
      kind: 'question' as const,
      path: `/questions/${id}`,
      ...question,
    })),
  ]
    .sort((a, b) => (a.updatedAt > b.updatedAt ? -1 : 1))
    .slice(0, most);
}
