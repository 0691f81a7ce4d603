import { newId } from '#app/domain/ids.server.ts';
import { hashPassword } from '#app/domain/login/password.server.ts';
import { addFirstProgrammes } from '#app/domain/network/programmes.server.ts';
import { FIRST_PROGRAMMES } from '#app/domain/network/programmes.ts';
import { NO_TEXT } from '#app/domain/posts/nothing.ts';
import { leadOf, renderBody } from '#app/domain/posts/render.server.ts';
import type { Db, Tx } from '#db/schema.ts';
import { type AnonymizedText, gate } from '#lint/gate.ts';
import { checkedTexts, randomFrom } from './texts.ts';

export const PASSWORD = 'benchmark-password';
export const EMAIL = 'bench0@example.jp';
const MEMBERS = 40;
const HOUR = 3_600_000;

/**
 * Fills an empty database: that many questions with five answers each, and one thread with twenty answers of 300
 * characters. Rows are written straight into the tables, because filling is not what is measured.
 *
 * @returns the id of the thread with twenty answers, and ids of some others
 */
export async function fillCorpus(db: Db, questions: number): Promise<{ thread: string; others: string[] }> {
  const random = randomFrom(1);
  const titles = checkedTexts(200, 28, random);
  const bodies = checkedTexts(300, 300, random);
  const html = new Map(bodies.map((body) => [body, renderBody(body)]));
  const names = gate(
    { a: '高橋', b: '佐々木' },
    { profile: 'profile', authorName: '高橋', memberNames: ['佐々木'] },
  );
  if (names.verdict !== 'pass') throw new Error('The names of the benchmark do not pass the check');
  const password_hash = await hashPassword(PASSWORD);
  const members = Array.from({ length: MEMBERS }, () => newId());
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const now = Date.now();

  await db.transaction().execute(async (tx) => {
    await addFirstProgrammes(tx);
    await tx
      .insertInto('organization')
      .values({
        id: 'bench',
        name: '測定の会',
        office: null,
        label: '測定の会',
        kind: 'NPO',
        area: null,
        programmes: '[]',
      })
      .execute();
    await tx
      .insertInto('member')
      .values(
        members.map((id, index) => ({
          id,
          organization_id: 'bench',
          family_name: index % 2 === 0 ? names.texts.a : names.texts.b,
          email: `bench${index}@example.jp`,
          password_hash,
          role: 'counselor' as const,
          introduction: NO_TEXT,
          joined_at: new Date(now - 1000 * HOUR).toISOString(),
        })),
      )
      .execute();
  });

  const ids: string[] = [];
  const addThread = async (tx: Tx, answers: number, hoursAgo: number) => {
    const id = newId();
    const asker = pick(members);
    const askedAt = now - hoursAgo * HOUR;
    const programme = pick(FIRST_PROGRAMMES).slug;
    // Every twentieth question has no answer yet.
    const answered = answers > 0 && (answers > 5 || random() > 0.05);
    const body = pick(bodies);
    const { title, lead } = { title: pick(titles), lead: leadOf(body) };
    const at = new Date(askedAt).toISOString();
    await tx
      .insertInto('question')
      .values({
        id,
        author_id: asker,
        programme,
        title,
        body,
        body_html: html.get(body)!,
        lead,
        status: 'visible',
        state: answered ? 'answered' : 'open',
        asked_at: at,
        active_at: new Date(askedAt + HOUR).toISOString(),
        answer_count: answered ? answers : 0,
        solved_at: null,
        outcome: NO_TEXT,
        edit_count: 0,
        version: 1,
        submission_key: id,
      })
      .execute();
    if (answered) {
      await tx
        .insertInto('answer')
        .values(
          Array.from({ length: answers }, (_, index) => {
            const text: AnonymizedText = pick(bodies);
            const answerId = newId();
            return {
              id: answerId,
              question_id: id,
              author_id: pick(members),
              asker_id: asker,
              body: text,
              body_html: html.get(text)!,
              status: 'visible' as const,
              answered_at: new Date(askedAt + (index + 1) * 600_000).toISOString(),
              helpful_at: null,
              edit_count: 0,
              submission_key: answerId,
            };
          }),
        )
        .execute();
    }
    ids.push(id);
    return id;
  };
  const BATCH = 1000;
  for (let from = 0; from < questions; from += BATCH) {
    await db.transaction().execute(async (tx) => {
      for (let index = from; index < Math.min(from + BATCH, questions); index += 1) {
        await addThread(tx, 5, 2 + (questions - index) * 0.5);
      }
    });
  }
  const thread = await db.transaction().execute((tx) => addThread(tx, 20, 6));
  await tallyAll(db);
  return { thread, others: ids.slice(0, 1000) };
}

/** Counts what is there, once, as the site would have counted on the way. */
async function tallyAll(db: Db): Promise<void> {
  const rows = await db
    .selectFrom('question')
    .select(({ fn }) => ['programme', 'state', fn.countAll<number>().as('questions')])
    .groupBy(['programme', 'state'])
    .execute();
  const counts = new Map<
    string,
    { topic: string; state: (typeof rows)[number]['state']; questions: number }
  >();
  for (const { programme, state, questions } of rows) {
    for (const topic of ['all', `programme:${programme}`]) {
      const key = `${topic} ${state}`;
      const before = counts.get(key)?.questions ?? 0;
      counts.set(key, { topic, state, questions: before + Number(questions) });
    }
  }
  await db
    .insertInto('question_tally')
    .values([...counts.values()])
    .execute();
}
