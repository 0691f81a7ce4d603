import type { Db, PostStatus } from '#db/schema.ts';
import { checkAnonymization, type Decisions, notAnonymous } from '../anonymization/check.server.ts';
import { recordDecisions } from '../anonymization/record.server.ts';
import { newId } from '../ids.server.ts';
import { enqueue } from '../outbox/outbox.server.ts';
import { type FieldProblem, type Outcome, refused } from '../outcome.ts';
import { saysNothing } from '../posts/case.ts';
import { LIMITS } from '../posts/limits.ts';
import { NO_TEXT } from '../posts/nothing.ts';
import { type Posted, postOnce, STANDING, sameSince } from '../posts/once.server.ts';
import { leadOf, renderBody } from '../posts/render.server.ts';
import { splitTags, tagLineProblem } from '../posts/tags.ts';
import { requiredTextProblem, textProblem, tidy, tidyLine } from '../posts/text-problems.ts';
import { tagsOf } from './tags.server.ts';
import { tally, topicsOf } from './tally.server.ts';

export interface QuestionDraft {
  title: string;
  body: string;
  /** Slug. */
  programme: string;
  /** As typed: words parted by spaces or commas. */
  tags: string;
  decisions: Decisions;
  /** Made by the form; two submissions with the same key are one question. */
  submissionKey: string;
}

export interface Author {
  id: string;
  familyName: string;
}

/**
 * Publishes a question, if it names nobody.
 *
 * @returns its id; the refusal `invalid` names the fields at fault, `not-anonymous` the passages
 * @throws when the database fails
 */
export async function askQuestion(
  db: Db,
  author: Author,
  draft: QuestionDraft,
  now: Date,
): Promise<Outcome<Posted>> {
  const fields = {
    title: tidyLine(draft.title),
    body: tidy(draft.body),
    tags: draft.tags,
  };
  const problems = await questionProblems(db, { ...fields, programme: draft.programme });
  if (problems && !isReadable(problems)) return refused({ code: 'invalid', fields: problems });

  const tags = splitTags(fields.tags);
  const checked = await checkAnonymization(
    db,
    { title: fields.title, body: fields.body, tags: tags.join(' ') },
    'question',
    author,
    draft.decisions,
  );
  if (checked.verdict === 'refuse') return notAnonymous(checked, problems);
  if (problems) return refused({ code: 'invalid', fields: problems });

  const { title, body } = checked.texts;
  const checkedTags = splitTags(checked.texts.tags) as (typeof title)[];
  const id = newId();
  const at = now.toISOString();
  const status: PostStatus = checked.verdict === 'wait' ? 'waiting' : 'visible';
  const post = { id, status, authorId: author.id, submissionKey: draft.submissionKey };
  const same = await findSame(db, author, { ...checked.texts, programme: draft.programme }, now);
  return postOnce(db, 'question', post, same, () =>
    db.transaction().execute(async (tx) => {
      await tx
        .insertInto('question')
        .values({
          id,
          author_id: author.id,
          programme: draft.programme,
          title,
          body,
          body_html: renderBody(body),
          lead: leadOf(body),
          status,
          state: 'open',
          asked_at: at,
          active_at: at,
          answer_count: 0,
          solved_at: null,
          outcome: NO_TEXT,
          edit_count: 0,
          version: 1,
          submission_key: draft.submissionKey,
        })
        .execute();
      if (checkedTags.length > 0) {
        await tx
          .insertInto('question_tag')
          .values(checkedTags.map((tag) => ({ question_id: id, tag, asked_at: at })))
          .execute();
      }
      await recordDecisions(tx, 'question', id, checked, now);
      if (status === 'visible') {
        await tally(tx, topicsOf(draft.programme, checkedTags), 'open', 1);
        await enqueue(tx, 'index', `question:${id}`, now);
      }
    }),
  );
}

async function findSame(
  db: Db,
  author: Author,
  words: { title: string; body: string; tags: string; programme: string },
  now: Date,
) {
  const same = await db
    .selectFrom('question')
    .select(['id', 'status'])
    .where('author_id', '=', author.id)
    .where('asked_at', '>=', sameSince(now))
    .where('status', 'in', STANDING)
    .where('title', '=', words.title)
    .where('body', '=', words.body)
    .where('programme', '=', words.programme)
    .executeTakeFirst();
  const sorted = (tags: string[]) => tags.toSorted().join(' ');
  return same && sorted(await tagsOf(db, same.id)) === sorted(splitTags(words.tags)) ? same : undefined;
}

/** What is wrong with the fields of a question, by field; undefined when nothing is. */
export async function questionProblems(
  db: Db,
  fields: { title: string; body: string; programme: string; tags: string },
): Promise<Record<string, FieldProblem> | undefined> {
  const problems: Record<string, FieldProblem> = {};
  const note = (field: string, problem: FieldProblem | undefined) => {
    if (problem) problems[field] = problem;
  };
  note('title', requiredTextProblem(fields.title, LIMITS.title));
  note('body', saysNothing(fields.body) ? 'missing' : textProblem(fields.body, LIMITS.body));
  note('tags', tagLineProblem(fields.tags));
  if (fields.programme === '') note('programme', 'missing');
  else if (!(await hasProgramme(db, fields.programme))) note('programme', 'unknown');
  return Object.keys(problems).length > 0 ? problems : undefined;
}

/** Whether the texts can be checked in spite of these problems, so that the author hears of everything at once. */
export function isReadable(problems: Record<string, FieldProblem>): boolean {
  const harmless: FieldProblem[] = ['missing', 'unknown', 'too-many'];
  return Object.values(problems).every((problem) => harmless.includes(problem));
}

async function hasProgramme(db: Db, slug: string): Promise<boolean> {
  return (
    (await db.selectFrom('programme').select('slug').where('slug', '=', slug).executeTakeFirst()) !==
    undefined
  );
}
