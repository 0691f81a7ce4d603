import type { Db, Tx } from '#db/schema.ts';
import type { Gathered } from './draft.ts';
import { credit } from './write-edition.server.ts';

export interface Gatherable {
  id: string;
  title: string;
  body: string;
  programme: string;
  tags: string[];
  answers: Array<{
    id: string;
    organizationId: string;
    organization: string;
    body: string;
    helpful: boolean;
  }>;
}

/** A thread that everybody sees, as what a note can be made of. */
export async function readGatherable(db: Db, questionId: string): Promise<Gatherable | undefined> {
  const question = await db
    .selectFrom('question')
    .select(['id', 'title', 'body', 'programme'])
    .where('id', '=', questionId)
    .where('status', '=', 'visible')
    .executeTakeFirst();
  if (!question) return undefined;
  const tags = await db
    .selectFrom('question_tag')
    .select('tag')
    .where('question_id', '=', questionId)
    .execute();
  const answers = await db
    .selectFrom('answer')
    .innerJoin('member', 'member.id', 'answer.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .select([
      'answer.id',
      'answer.body',
      'answer.helpful_at as helpfulAt',
      'organization.id as organizationId',
      'organization.label as organization',
    ])
    .where('answer.question_id', '=', questionId)
    .where('answer.status', '=', 'visible')
    .orderBy('answer.answered_at')
    .orderBy('answer.id')
    .execute();
  return {
    ...question,
    tags: tags.map(({ tag }) => tag),
    answers: answers.map(({ helpfulAt, ...answer }) => ({ ...answer, helpful: helpfulAt !== null })),
  };
}

/** The beginning of a note: the question, and the chosen answers under the organizations that gave them. */
export function gatherText({ body, answers }: Gatherable, answerIds: readonly string[]): string {
  const chosen = answers.filter(({ id }) => answerIds.includes(id));
  const parts = chosen.map((answer) => `### ${answer.organization}から\n\n${nested(answer.body)}`);
  return ['## もとになった質問', nested(body), ...(parts.length > 0 ? ['## 回答から', ...parts] : [])].join(
    '\n\n',
  );
}

/** Headings within a post stand below those of the note. */
const nested = (body: string) => body.trim().replace(/^(#{1,6})(?=[ \t])/gm, '####');

/** Remembers where a note was gathered from. Posts that went out of sight meanwhile are left out. */
export async function recordGathered(
  tx: Tx,
  noteId: string,
  { questionId, answerIds }: Gathered,
  now: Date,
): Promise<void> {
  const thread = await readGatherable(tx, questionId);
  if (!thread) return;
  await tx
    .insertInto('note_source')
    .values({ note_id: noteId, kind: 'question', subject: questionId, added_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const chosen = thread.answers.filter(({ id }) => answerIds.includes(id));
  await credit(
    tx,
    noteId,
    chosen.map(({ organizationId }) => organizationId),
  );
}
