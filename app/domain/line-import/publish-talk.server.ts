import { eraseDeleted } from '#db/erase.server.ts';
import type { Db } from '#db/schema.ts';
import { type Decisions, NO_DECISIONS } from '../anonymization/check.server.ts';
import { answerQuestion } from '../answers/answer.server.ts';
import { recordAudit } from '../audit.server.ts';
import { newId } from '../ids.server.ts';
import { addNote } from '../notes/add-note.server.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { LIMITS } from '../posts/limits.ts';
import { askQuestion } from '../questions/ask.server.ts';
import { readTalk, type TalkMessage, type TalkPage } from './bench.server.ts';
import { findInTalk } from './check-talk.server.ts';
import { authorFor, type ChatAuthor } from './people.server.ts';

/** What one person says until somebody else does. */
interface Turn {
  key: string;
  author: ChatAuthor;
  at: Date;
  text: string;
}

/**
 * Publishes a talk with the dates of the conversation, through the same gate as everything: as a question with its
 * answers, or as a note that credits their organizations. Then its raw text is deleted. Sent twice, it is published
 * once; where something is refused midway, the rest is published when it is mended.
 *
 * @param harmless the desk has looked at the warnings that are left and says that they tie nobody
 * @returns the address of what was published
 */
export async function publishTalk(
  db: Db,
  deskMember: { id: string; familyName: string },
  id: string,
  harmless: boolean,
  now: Date,
): Promise<Outcome<string>> {
  const talk = await readTalk(db, id);
  if (!talk || talk.kind === 'out') return refused({ code: 'not-found' });
  if (talk.published) return accepted(talk.published);
  const turns = await turnsOf(db, talk.messages);
  if (turns.length === 0) return refused({ code: 'invalid', fields: { body: 'missing' } });
  const decisions = harmless ? await harmlessIn(db, talk, turns) : NO_DECISIONS;
  const published =
    talk.kind === 'thread'
      ? await asThread(db, talk, turns, decisions)
      : await asNote(db, deskMember, talk, turns, decisions);
  if (!published.ok) return published;
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('line_talk')
      .set({ status: 'published', published: published.value, errors: 0, warnings: 0 })
      .where('id', '=', id)
      .execute();
    await tx.updateTable('line_message').set({ typed: '', text: '' }).where('talk_id', '=', id).execute();
    await recordAudit(tx, deskMember.id, 'publish-line', published.value, now);
  });
  await eraseDeleted(db);
  return published;
}

async function turnsOf(db: Db, messages: readonly TalkMessage[]): Promise<Turn[]> {
  const authors = new Map<string, ChatAuthor>();
  const turns: Turn[] = [];
  let before: string | undefined;
  for (const { id, name, saidAt, text, leftOut } of messages) {
    if (leftOut || text.trim() === '') continue;
    const author = authors.get(name) ?? (await authorFor(db, name));
    authors.set(name, author);
    const last = turns.at(-1);
    // Two people of the chat may have one stand-in here; they are told apart by their names.
    if (last && before === name) last.text += `\n\n${text.trim()}`;
    else turns.push({ key: id, author, at: new Date(saidAt), text: text.trim() });
    before = name;
  }
  return turns;
}

/** All that the check warns of, as passages that the desk lets stay. */
async function harmlessIn(db: Db, talk: TalkPage, turns: readonly Turn[]): Promise<Decisions> {
  const texts = { title: talk.title, ...Object.fromEntries(turns.map(({ key, text }) => [key, text])) };
  const findings = await findInTalk(db, texts);
  const acknowledgements = findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ ruleId, text }) => ({ ruleId, text, reason: 'unlinked' as const, note: '' }));
  return { objections: [], acknowledgements };
}

async function asThread(
  db: Db,
  talk: TalkPage,
  [question, ...answers]: Turn[],
  decisions: Decisions,
): Promise<Outcome<string>> {
  if (!question) return refused({ code: 'not-found' });
  const asked = await askQuestion(
    db,
    question.author,
    {
      title: talk.title,
      body: question.text,
      programme: talk.programme,
      tags: '',
      decisions,
      submissionKey: talk.id,
    },
    question.at,
  );
  if (!asked.ok) return asked;
  const questionId = asked.value.id;
  for (const { key, author, at, text } of answers) {
    const draft = { body: text, decisions, submissionKey: key };
    const answered = await answerQuestion(db, author, questionId, draft, at);
    if (!answered.ok) return answered;
    // It is long ago: nobody needs to be told of it now.
    await db.deleteFrom('notice').where('question_id', '=', questionId).execute();
  }
  return accepted(`/questions/${questionId}`);
}

async function asNote(
  db: Db,
  keeper: { id: string; familyName: string },
  talk: TalkPage,
  turns: readonly Turn[],
  decisions: Decisions,
): Promise<Outcome<string>> {
  const authors = new Set(turns.map(({ author }) => author.id));
  const body =
    authors.size === 1
      ? turns.map(({ text }) => text).join('\n\n')
      : turns.map(({ author, text }) => `### ${author.organization}から\n\n${text}`).join('\n\n');
  if (body.length > LIMITS.note) return refused({ code: 'invalid', fields: { body: 'too-long' } });
  const at = turns.at(-1)?.at ?? new Date();
  const slug = newId();
  const added = await addNote(
    db,
    keeper,
    {
      slug,
      title: talk.title,
      programmes: [talk.programme],
      tags: [],
      body,
      organizationIds: [...new Set(turns.map(({ author }) => author.organizationId))],
      sources: [],
      edition: 1,
      verifiedAt: at,
      decisions,
    },
    at,
  );
  return added.ok ? accepted(`/notes/${slug}`) : added;
}
