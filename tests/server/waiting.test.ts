import type { ActionFunction, LoaderFunction } from '@remix-run/node';
import { expect, test } from 'vitest';
import { readConfig } from '#app/config.server.ts';
import { checkAnonymization, NO_DECISIONS } from '#app/domain/anonymization/check.server.ts';
import { releasePost } from '#app/domain/moderation/desk.server.ts';
import { recentActivity } from '#app/domain/network/activity.server.ts';
import { countUnread } from '#app/domain/notices/notices.server.ts';
import { editPost } from '#app/domain/posts/edit.server.ts';
import { readSoFar } from '#app/domain/questions/so-far.server.ts';
import { searchJobs } from '#app/domain/search/indexing.server.ts';
import { similarQuestions } from '#app/domain/search/similar.server.ts';
import { type Services, servicesOver } from '#app/server/services.server.ts';
import type { PostKind } from '#db/schema.ts';
import {
  answer,
  ask,
  comment,
  DISPUTED,
  later,
  must,
  noticesOf,
  openNetwork,
  type TestMember,
  tallies,
} from '../support/builders.server.ts';
import { DIALECT } from '../support/database.server.ts';
import { contextOf } from '../support/route-context.server.ts';

const MODULES = import.meta.glob<{ loader?: LoaderFunction; action?: ActionFunction }>(
  '../../app/{root,routes/*}.{ts,tsx}',
);

/** Words that stand in the disputed posts and nowhere else. */
const IN_QUESTION = 'ヤドカリ';
const IN_ANSWER = 'ミズバショウ';
const IN_COMMENT = 'ナナカマド';
const IN_EDIT = 'クロユリ';
const MARKS = [IN_QUESTION, IN_ANSWER, IN_COMMENT, IN_EDIT];
/** What the disputed posts tell of their client; beside it a place is a warning that names all of it. */
const TOLD = '外国籍';
const disputed = (mark: string) => ({
  ...DISPUTED,
  body: `${DISPUTED.body}40代の男性で、${TOLD}の方です。${mark}の体操です。`,
});
/** What somebody writes who would like to hear of it. */
const LURE = '音威子府村にいたときは、村の社協に頼めました。';

/** A thread that everybody sees, under which and beside which posts wait for the desk. */
async function openWorld() {
  const network = await openNetwork();
  const { db, asker, peer } = network;
  const services = await servicesOver(readConfig({}, 'test'), db, DIALECT);
  const soon = (minutes: number) => later(minutes, new Date(Date.now() - 3_600_000));
  const thread = await ask(db, asker, { title: '体操の会の開き方' }, soon(0));
  const shown = await answer(db, asker, thread, {}, soon(1));
  const edited = await answer(db, peer, thread, {}, soon(2));
  const question = await ask(
    db,
    peer,
    { ...disputed(IN_QUESTION), title: `体操の会の開き方と${IN_QUESTION}の体操`, tags: IN_QUESTION },
    soon(3),
  );
  const answered = await answer(db, peer, thread, disputed(IN_ANSWER), soon(4));
  const commented = await comment(db, peer, shown, disputed(IN_COMMENT), soon(5));
  const edit = { title: '', programme: '', tags: '', editCount: 0, ...disputed(IN_EDIT) };
  must(await editPost(db, peer, 'answer', edited, edit, soon(6)));
  const waiting: Array<[PostKind, string]> = [
    ['question', question],
    ['answer', answered],
    ['comment', commented],
    ['answer', edited],
  ];
  const index = async () => {
    while ((await searchJobs(db, services.search, new Date())) > 0);
  };
  await index();

  /** Paths at which a member reads one of the words: every route, for every post that its URL can name. */
  const read = async (member: TestMember): Promise<string[]> => {
    const found = new Set<string>();
    const ids = [thread, shown, ...waiting.map(([, id]) => id)];
    for (const [path, open] of Object.entries(MODULES)) {
      const { loader } = await open();
      if (!loader) continue;
      const file = path.replace('../../app/', '');
      const kinds = file.includes('$kind') ? (['question', 'answer', 'comment'] as const) : [undefined];
      for (const id of file.includes('$') ? ids : [undefined]) {
        for (const kind of kinds) {
          for (const query of id === undefined ? QUERIES : ['']) {
            const context = contextOf(services, member);
            const request = new Request(`http://localhost:3000/page${query}`);
            const params = paramsOf(path, { kind, id });
            const answered = await answerOf(() => loader({ request, params, context }));
            const pieces = [...context.fragments.values()].map((piece) =>
              Buffer.concat([...piece]).toString(),
            );
            const text = answered + pieces.join('');
            for (const mark of MARKS) if (text.includes(mark)) found.add(`${file} ${mark}`);
          }
        }
      }
    }
    return [...found].toSorted();
  };

  /** Sends every form that there is, for every post that waits; what comes back, by route. */
  const act = async (member: TestMember): Promise<Array<[route: string, answer: string]>> => {
    const answers: Array<[string, string]> = [];
    for (const [path, open] of Object.entries(MODULES)) {
      const { action } = await open();
      if (!action) continue;
      for (const [kind, id] of waiting) {
        for (const intent of INTENTS) {
          const body = new URLSearchParams({
            intent,
            kind,
            id,
            thread: id,
            replaced: `${kind}:${id}`,
            ...FIELDS,
          });
          const request = new Request('http://localhost:3000/page', { method: 'POST', body });
          const params = paramsOf(path, { kind, id });
          const context = contextOf(services, member);
          const answer = await answerOf(() => action({ request, params, context }));
          answers.push([path.replace('../../app/', ''), answer]);
        }
      }
    }
    return answers;
  };
  /** The posts that wait, as they are stored, and what else is kept about them. */
  const stored = async () =>
    JSON.stringify([
      await Promise.all(
        waiting.map(([kind, id]) => db.selectFrom(kind).selectAll().where('id', '=', id).execute()),
      ),
      await db.selectFrom('reaction').selectAll().execute(),
      await db.selectFrom('report').selectAll().execute(),
      await db.selectFrom('revision').selectAll().execute(),
    ]);
  return { ...network, services, thread, waiting, index, read, act, stored };
}

/** Every parameter of a route is the id, but the kind. */
const paramsOf = (path: string, { kind, id }: { kind?: string; id?: string }) =>
  Object.fromEntries(
    Array.from(path.matchAll(/\$([a-z]+)/g), ([, name = '']) => [name, name === 'kind' ? kind : id]),
  );

/** Of all forms of the site. */
const INTENTS = [
  'post',
  'check',
  'same',
  'thanks',
  'try',
  'helpful',
  'solve',
  'reopen',
  'delete',
  'report',
  'release',
];
const FIELDS = {
  profile: 'answer',
  title: '体操',
  body: LURE,
  tags: '',
  programme: 'soudan',
  editCount: '0',
  reason: 'named',
  fix: 'place:音威子府村',
};

/** A word of all of them, which pages may repeat without telling anything; and a list narrowed down. */
const QUERIES = ['', '?q=体操', '?mine=1'];

const searched = async ({ search }: Services, words: string) =>
  (await search.query({ words, limit: 10 })).hits.map(({ id }) => id);

async function answerOf(load: () => unknown): Promise<string> {
  try {
    const value = await load();
    return value instanceof Response ? await value.text() : JSON.stringify(value);
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    // A page that turns somebody away may quote what it hides; a redirect only names where to go.
    return thrown instanceof Response ? '' : JSON.stringify(thrown);
  }
}

test('a post that waits is nowhere to be read by others, and its author and the desk find it', async () => {
  const { asker, peer, reader, desk, read } = await openWorld();
  expect(await read(reader)).toEqual([]);
  expect(await read(asker)).toEqual([]);
  expect(await read(peer)).toEqual(
    expect.arrayContaining([
      `routes/questions.$id._index.tsx ${IN_QUESTION}`,
      `routes/questions.$id._index.tsx ${IN_ANSWER}`,
      `routes/questions.$id._index.tsx ${IN_COMMENT}`,
      `routes/questions.$id._index.tsx ${IN_EDIT}`,
    ]),
  );
  expect(await read(desk)).toEqual(
    expect.arrayContaining(MARKS.map((mark) => `routes/desk._index.tsx ${mark}`)),
  );
});

test('whoever knows its address learns nothing by writing there, and changes nothing', async () => {
  const { db, asker, reader, peer, act, stored, thread } = await openWorld();
  const before = await stored();
  for (const member of [reader, asker]) {
    const answers = await act(member);
    expect(new Set(answers.map(([route]) => route)).size).toBeGreaterThan(10);
    const telling = answers.filter(([, text]) => [...MARKS, TOLD].some((mark) => text.includes(mark)));
    expect(telling.map(([route]) => route)).toEqual([]);
  }
  expect(await stored()).toEqual(before);
  expect(await noticesOf(db, peer)).toEqual([]);
  // The lure is one: where everybody reads what it is about, it brings the warning.
  const told = { body: `40代の男性で、${TOLD}の方です。家賃を滞納しています。` };
  await answer(db, asker, thread, told, new Date());
  const soFar = await readSoFar(db, thread);
  const checked = await checkAnonymization(db, { body: LURE }, 'answer', reader, NO_DECISIONS, soFar);
  expect(JSON.stringify(checked)).toContain(TOLD);
});

test('it is not counted, told, searched, or near to anything', async () => {
  const { db, asker, reader, services, thread } = await openWorld();
  expect((await tallies(db)).stored).toEqual({ 'all answered': 1, 'programme:soudan answered': 1 });
  expect(await recentActivity.get(db)).toMatchObject({ questions: 1, answers: 1 });
  const { answer_count } = await db
    .selectFrom('question')
    .select('answer_count')
    .where('id', '=', thread)
    .executeTakeFirstOrThrow();
  expect(answer_count).toBe(1);
  expect(await similarQuestions(db, thread, 5)).toEqual([]);
  for (const mark of MARKS) expect(await searched(services, mark)).toEqual([]);
  expect(await countUnread(db, reader.id)).toBe(0);
  // One answer was there for all to see before its edit had to wait.
  expect(await noticesOf(db, asker)).toEqual(['answer']);
});

test('once the desk lets it through, all of that holds no more', async () => {
  const { db, asker, reader, desk, services, thread, waiting, index, read } = await openWorld();
  // Notices of one millisecond have no order.
  for (const [nth, [kind, id]] of waiting.entries())
    must(await releasePost(db, desk.id, kind, id, false, later(nth, new Date(Date.now() - 600_000))));
  await index();
  expect(await read(reader)).toEqual(
    expect.arrayContaining([
      `routes/_index.tsx ${IN_QUESTION}`,
      `routes/questions._index.tsx ${IN_QUESTION}`,
      `routes/search.tsx ${IN_QUESTION}`,
      `routes/posts.$kind.$id.history.tsx ${IN_ANSWER}`,
      ...MARKS.map((mark) => `routes/questions.$id._index.tsx ${mark}`),
    ]),
  );
  expect((await tallies(db)).stored).toMatchObject({ 'all open': 1, 'all answered': 1 });
  expect(await similarQuestions(db, thread, 5)).toHaveLength(1);
  for (const [mark, [kind, id]] of [
    [IN_QUESTION, waiting[0]!],
    [IN_ANSWER, waiting[1]!],
    [IN_EDIT, waiting[3]!],
  ] as const)
    expect((await searched(services, mark))[0]).toBe(`${kind}:${id}`);
  expect(await noticesOf(db, asker)).toEqual(['answer', 'answer', 'comment']);
});
