import type { Db } from '#db/schema.ts';
import { foldKana, foldWriting } from '#search/analysis/fold.ts';
import type { SearchIndex } from '#search/port.ts';
import { snippet } from '#search/snippet.ts';
import { notesByIds } from '../notes/notes.server.ts';
import { plainText } from '../posts/render.server.ts';
import { type QuestionRow, questionsByIds } from '../questions/list.server.ts';

export type Passage = ReturnType<typeof snippet>;

export type SearchResult =
  | { kind: 'question'; question: QuestionRow; passage: Passage; answerId: string | null }
  | {
      kind: 'note';
      slug: string;
      title: string;
      programme: { slug: string; name: string };
      at: string;
      passage: Passage;
    };

/** Hits asked of the index: threads hold several, and some may have gone out of sight since. */
const HITS = 60;
const PASSAGE_LENGTH = 90;

/**
 * Threads and notes that speak of the words, best first; a thread comes once, with its best passage.
 * What may be seen is read from the tables, never from the index.
 */
export async function searchArchive(
  db: Db,
  index: SearchIndex,
  words: string,
  limit: number,
): Promise<SearchResult[]> {
  const { hits } = await index.query({ words, kinds: ['question', 'answer', 'note'], limit: HITS });
  const idsOf = (kind: string) =>
    hits.filter((hit) => hit.kind === kind).map((hit) => hit.id.slice(kind.length + 1));
  const answers = await answerTexts(db, idsOf('answer'));
  const threadOf = (hit: (typeof hits)[number]) => {
    const id = hit.id.slice(hit.kind.length + 1);
    return hit.kind === 'question' ? id : answers.get(id)?.questionId;
  };
  const threadIds = [...new Set(hits.map(threadOf).filter((id) => id !== undefined))];
  const questions = new Map((await questionsByIds(db, threadIds)).map((question) => [question.id, question]));
  const bodies = await questionTexts(db, [...questions.keys()]);
  const notes = await notesByIds(db, idsOf('note'));

  const results: SearchResult[] = [];
  const seen = new Set<string>();
  for (const hit of hits) {
    const id = hit.id.slice(hit.kind.length + 1);
    if (hit.kind === 'note') {
      const note = notes.get(id);
      if (!note) continue;
      const { slug, title, programme, updatedAt: at } = note;
      results.push({
        kind: 'note',
        slug,
        title,
        programme,
        at,
        passage: snippet(note.lead, words, PASSAGE_LENGTH),
      });
      continue;
    }
    const threadId = threadOf(hit);
    const question = threadId === undefined ? undefined : questions.get(threadId);
    if (!question || seen.has(question.id)) continue;
    seen.add(question.id);
    const answer = hit.kind === 'answer' ? answers.get(id) : undefined;
    const text = plainText(answer?.body ?? bodies.get(question.id) ?? question.lead);
    const passage = snippet(text, words, PASSAGE_LENGTH);
    results.push({ kind: 'question', question, passage, answerId: answer ? id : null });
  }
  return sayingItFirst(results, words).slice(0, limit);
}

/** Who looks for a tag or a title finds it on top; the order is otherwise the index's. */
function sayingItFirst(results: readonly SearchResult[], words: string): SearchResult[] {
  const even = (text: string) => foldKana(foldWriting(text));
  const wanted = words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(even);
  const isNamed = (result: SearchResult) => {
    const { title, tags } =
      result.kind === 'question' ? result.question : { title: result.title, tags: [] as string[] };
    const evenTitle = even(title);
    const evenTags = tags.map(even);
    return wanted.every((word) => evenTitle.includes(word) || evenTags.includes(word));
  };
  const { named = [], others = [] } = Object.groupBy(results, (result) =>
    isNamed(result) ? 'named' : 'others',
  );
  return [...named, ...others];
}

async function answerTexts(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { questionId: string; body: string }>();
  const rows = await db
    .selectFrom('answer')
    .select(['id', 'question_id as questionId', 'body'])
    .where('id', 'in', ids)
    .where('status', '=', 'visible')
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

async function questionTexts(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await db.selectFrom('question').select(['id', 'body']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.body]));
}
