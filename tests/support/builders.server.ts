import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { type AnswerDraft, answerQuestion } from '#app/domain/answers/answer.server.ts';
import { commentOnAnswer } from '#app/domain/comments/comment.server.ts';
import { newId } from '#app/domain/ids.server.ts';
import { hashPassword } from '#app/domain/login/password.server.ts';
import { addFirstProgrammes } from '#app/domain/network/programmes.server.ts';
import type { NewNote } from '#app/domain/notes/add-note.server.ts';
import type { NoteDraft } from '#app/domain/notes/draft.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { NO_TEXT } from '#app/domain/posts/nothing.ts';
import type { Posted } from '#app/domain/posts/once.server.ts';
import { askQuestion, type QuestionDraft } from '#app/domain/questions/ask.server.ts';
import { findThread, readThread } from '#app/domain/questions/thread.server.ts';
import type { Db, Role } from '#db/schema.ts';
import { type AnonymizedText, gate } from '#lint/gate.ts';
import { openTestDb } from './database.server.ts';
import './no-console-error.ts';

/** The moment at which tests begin: a Wednesday morning in Hokkaido. */
export const NOW = new Date('2026-04-01T00:00:00.000Z');
export const later = (minutes: number, from = NOW) => new Date(from.getTime() + minutes * 60_000);

export interface TestMember {
  id: string;
  familyName: string;
  email: string;
  role: Role;
  organizationId: string;
}

/** In the shape of a password's hash, but of none that anybody knows. */
const NO_PASSWORD = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** A database with the programmes and nobody in it. */
export async function openEmptyNetwork(): Promise<Db> {
  const db = await openTestDb();
  await db.transaction().execute((tx) => addFirstProgrammes(tx));
  return db;
}

/** A network of four: who asks, who answers, who only reads, and the desk; each of another organization. */
export async function openNetwork() {
  const db = await openEmptyNetwork();
  return {
    db,
    asker: await addMember(db, { familyName: '高橋' }),
    peer: await addMember(db, { familyName: '渡辺' }),
    reader: await addMember(db, { familyName: '小林', role: 'officer' }),
    desk: await addMember(db, { familyName: '山本', role: 'secretariat' }),
  };
}

/** Passes a text through the gate, as everything that is stored must. */
export function anonymous(text: string): AnonymizedText {
  const checked = gate({ text }, { profile: 'profile', authorName: text });
  if (checked.verdict !== 'pass') throw new Error('A text of the tests names somebody');
  return checked.texts.text;
}

export async function addOrganization(db: Db, label = 'みなみ市 社会福祉課'): Promise<string> {
  const id = newId();
  const kind = '自治体';
  const rest = { name: label, office: null, area: '石狩', programmes: '[]' };
  await db
    .insertInto('organization')
    .values({ id, label, kind, ...rest })
    .execute();
  return id;
}

export async function addMember(
  db: Db,
  given: Partial<TestMember> & { password?: string } = {},
): Promise<TestMember> {
  const { password, ...rest } = given;
  const id = newId();
  const member = {
    id,
    familyName: '高橋',
    email: `${id}@example.jp`,
    role: 'counselor' as Role,
    organizationId: rest.organizationId ?? (await addOrganization(db)),
    ...rest,
  };
  await db
    .insertInto('member')
    .values({
      id,
      organization_id: member.organizationId,
      family_name: anonymous(member.familyName),
      email: member.email,
      // Hashing takes a fifth of a second, so only those who log in have a password.
      password_hash: password === undefined ? NO_PASSWORD : await hashPassword(password),
      role: member.role,
      introduction: NO_TEXT,
      joined_at: NOW.toISOString(),
    })
    .execute();
  return member;
}

/** Ends the texts of drafts, because the same words by the same member within minutes are the same post. */
let written = 0;
const once = (text: string) => `${text}\n\n（${++written}通め）`;

/** A question that everything is right with. */
export function questionDraft(draft: Partial<QuestionDraft> = {}): QuestionDraft {
  return {
    title: '家賃の滞納が続く方への声かけ',
    body: once('面談のたびに話がそれてしまいます。みなさんの進め方を教えてください。'),
    programme: 'soudan',
    tags: '',
    decisions: NO_DECISIONS,
    submissionKey: newId(),
    ...draft,
  };
}

export function replyDraft(draft: Partial<AnswerDraft> = {}): AnswerDraft {
  return {
    body: once('うちでは、最初に一枚の紙に書き出してもらっています。'),
    decisions: NO_DECISIONS,
    submissionKey: newId(),
    ...draft,
  };
}

/** A note that everything is right with, as its form sends it. */
export function noteDraft(
  draft: Partial<NoteDraft> & { meetings?: readonly string[] } = {},
): NoteDraft & { meetings: readonly string[] } {
  return {
    meetings: [],
    title: '家賃の滞納が分かった日にすること',
    body: once('はじめに、届いた手紙をいっしょに分けます。\n\n## 分けかた\n\n三つの山を作ります。'),
    programmes: ['juukyo'],
    tags: '家賃',
    purpose: '',
    decisions: NO_DECISIONS,
    ...draft,
  };
}

/** The same, as it comes from elsewhere. */
export function noteToAdd(note: Partial<NewNote> = {}): NewNote {
  const { title, body, programmes } = noteDraft();
  return {
    slug: 'tebiki',
    title,
    body,
    programmes,
    tags: ['家賃'],
    organizationIds: [],
    sources: [],
    edition: 1,
    verifiedAt: NOW,
    ...note,
  };
}

/** What came of it, where the test is about something later. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
}

export const ask = async (
  db: Db,
  by: TestMember,
  draft?: Partial<QuestionDraft>,
  at = NOW,
): Promise<string> => must(await askQuestion(db, by, questionDraft(draft), at)).id;

export const answer = async (
  db: Db,
  by: TestMember,
  questionId: string,
  draft?: Partial<AnswerDraft>,
  at = later(10),
): Promise<string> => must(await answerQuestion(db, by, questionId, replyDraft(draft), at)).id;

export const comment = async (
  db: Db,
  by: TestMember,
  answerId: string,
  draft?: Partial<AnswerDraft>,
  at = later(20),
): Promise<string> => must<Posted>(await commentOnAnswer(db, by, answerId, replyDraft(draft), at)).id;

/** A text that the check takes for a name, and the author's word that it is none. */
export const DISPUTED = {
  body: '佐藤さんから相談がありました。どう進めればよいでしょうか。',
  decisions: { acknowledgements: [], objections: [{ ruleId: 'person-name', text: '佐藤' }] },
};

/** Questions by topic and state: as the table of counts has them, and as the questions themselves say. */
export async function tallies(db: Db) {
  const stored = await db.selectFrom('question_tally').selectAll().where('questions', '!=', 0).execute();
  const questions = await db
    .selectFrom('question')
    .select(['id', 'programme', 'state'])
    .where('status', '=', 'visible')
    .execute();
  const tags = Map.groupBy(
    await db.selectFrom('question_tag').selectAll().execute(),
    (row) => row.question_id,
  );
  const counted: Record<string, number> = {};
  for (const { id, programme, state } of questions) {
    const topics = ['all', `programme:${programme}`, ...(tags.get(id) ?? []).map(({ tag }) => `tag:${tag}`)];
    for (const topic of topics) counted[`${topic} ${state}`] = (counted[`${topic} ${state}`] ?? 0) + 1;
  }
  return {
    stored: Object.fromEntries(stored.map((row) => [`${row.topic} ${row.state}`, row.questions])),
    counted,
  };
}

export const statusOf = async (db: Db, kind: 'question' | 'answer' | 'comment', id: string) =>
  (await db.selectFrom(kind).select('status').where('id', '=', id).executeTakeFirstOrThrow()).status;

/** Who was told what, oldest first. */
export const noticesOf = async (db: Db, member: TestMember) =>
  (
    await db
      .selectFrom('notice')
      .select('kind')
      .where('member_id', '=', member.id)
      .orderBy('noticed_at')
      .execute()
  ).map(({ kind }) => kind);

/** The thread as this member sees it. */
export async function threadSeenBy(db: Db, member: TestMember, id: string) {
  const found = await findThread(db, member, id, NOW);
  const thread = found && (await readThread(db, found.standpoint, id));
  if (!thread) throw new Error('There is no such thread for this member');
  return thread;
}
