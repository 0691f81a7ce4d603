import { readdirSync, readFileSync } from 'node:fs';
import { NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { answerQuestion } from '#app/domain/answers/answer.server.ts';
import { commentOnAnswer } from '#app/domain/comments/comment.server.ts';
import type { Outcome } from '#app/domain/outcome.ts';
import { CASE_HEADS } from '#app/domain/posts/case.ts';
import { react } from '#app/domain/posts/react.server.ts';
import { askQuestion } from '#app/domain/questions/ask.server.ts';
import { markHelpful, solveQuestion } from '#app/domain/questions/solve.server.ts';
import type { Db } from '#db/schema.ts';
import { DemoTextError } from './demo-text-error.ts';
import type { DemoMembers } from './members.server.ts';
import { daysBefore, hoursAfter } from './time.ts';

interface DemoThread {
  key: string;
  title: string;
  body?: string;
  case?: { state: string; support: string; ask: string };
  programme: string;
  tags: string[];
  author: string;
  daysAgo: number;
  time: string;
  solved: boolean;
  after?: string | null;
  solvedDaysAfter?: number | null;
  answers: DemoAnswer[];
}

interface DemoAnswer {
  author: string;
  afterHours: number;
  body: string;
  helpful?: boolean;
  thanks?: string[];
  comments?: Array<{ author: string; afterHours: number; body: string }>;
}

const FOLDER = new URL('../../db/demo/', import.meta.url);

/** @returns the questions' ids by the key of their thread */
export async function addThreads(db: Db, members: DemoMembers, now: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const file of readdirSync(FOLDER).filter((name) => /^threads-.*\.json$/.test(name))) {
    const { threads } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as { threads: DemoThread[] };
    for (const thread of threads) ids.set(thread.key, await addThread(db, thread, members, now));
  }
  // Nobody has to read a year of notices on the first day: those of the last three days stay new.
  const recent = daysBefore(now, 3, '00:00').toISOString();
  await db
    .updateTable('notice')
    .set({ read_at: now.toISOString() })
    .where('noticed_at', '<', recent)
    .execute();
  return ids;
}

async function addThread(db: Db, thread: DemoThread, members: DemoMembers, now: Date): Promise<string> {
  const { key } = thread;
  const who = (memberKey: string) => {
    const member = members.get(memberKey);
    if (!member) throw new Error(`Demo thread ${key} names a member that is not there: ${memberKey}`);
    return member;
  };
  const asker = who(thread.author);
  const askedAt = daysBefore(now, thread.daysAgo, thread.time);
  const draft = {
    title: thread.title,
    body: thread.body ?? caseText(thread.case),
    programme: thread.programme,
    tags: thread.tags.join(' '),
    decisions: NO_DECISIONS,
    submissionKey: key,
  };
  const question = must(`${key}`, await askQuestion(db, asker, draft, askedAt));
  const chronological = [...thread.answers].sort((a, b) => a.afterHours - b.afterHours);
  for (const [index, entry] of chronological.entries()) {
    const place = `${key}, answer ${index + 1}`;
    const answeredAt = hoursAfter(askedAt, entry.afterHours, now);
    const reply = { body: entry.body, decisions: NO_DECISIONS, submissionKey: place };
    const answer = must(place, await answerQuestion(db, who(entry.author), question.id, reply, answeredAt));
    if (entry.helpful) await markHelpful(db, asker.id, answer.id, true, answeredAt);
    for (const reader of entry.thanks ?? [])
      await react(db, who(reader).id, 'thanks', answer.id, true, answeredAt);
    for (const [n, { author, afterHours, body }] of (entry.comments ?? []).entries()) {
      const spot = `${place}, comment ${n + 1}`;
      const comment = { body, decisions: NO_DECISIONS, submissionKey: spot };
      must(
        spot,
        await commentOnAnswer(db, who(author), answer.id, comment, hoursAfter(answeredAt, afterHours, now)),
      );
    }
  }
  if (thread.solved) {
    const solvedAt = hoursAfter(askedAt, (thread.solvedDaysAfter ?? 7) * 24, now);
    const outcome = { text: thread.after ?? '', decisions: NO_DECISIONS };
    must(`${key}, outcome`, await solveQuestion(db, asker, question.id, outcome, solvedAt));
  }
  return question.id;
}

function caseText(parts: DemoThread['case']): string {
  const texts = [parts?.state, parts?.support, parts?.ask];
  return CASE_HEADS.map((head, index) => `■ ${head}\n${texts[index] ?? ''}`).join('\n\n');
}

function must<T>(where: string, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new DemoTextError(where, outcome.refusal);
}
