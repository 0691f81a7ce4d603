import { expect, test } from 'vitest';
import { readConfig } from '#app/config.server.ts';
import { hideIn } from '#app/domain/anonymization/hidden.server.ts';
import { makeFeedLink, revokeFeedLink } from '#app/domain/feeds/feed-link.server.ts';
import { addNote } from '#app/domain/notes/add-note.server.ts';
import { loader } from '#app/routes/feeds.$token.ts';
import { servicesOver } from '#app/server/services.server.ts';
import {
  answer,
  ask,
  DISPUTED,
  later,
  must,
  NOW,
  noteToAdd,
  openNetwork,
} from '../support/builders.server.ts';
import { DIALECT } from '../support/database.server.ts';
import { contextOf } from '../support/route-context.server.ts';

async function openWorld() {
  const network = await openNetwork();
  const { db, asker, peer, desk, reader } = network;
  const services = await servicesOver(readConfig({}, 'test'), db, DIALECT);
  const add = (slug: string, title: string, body: string) =>
    addNote(db, peer, noteToAdd({ slug, title, body }), later(60));
  must(await add('shown', '手続き & <窓口> の順番', 'ナナカマドのノートです。'));
  must(await add('hidden', 'クロユリのノート', 'クロユリのノートです。'));
  const { id } = await db
    .selectFrom('note')
    .select('id')
    .where('slug', '=', 'hidden')
    .executeTakeFirstOrThrow();
  await db.transaction().execute((tx) => hideIn(tx, desk.id, 'note', id, later(61)));
  const answered = await ask(db, asker, { title: '体操の会の開き方', body: 'ミズバショウの会です。' });
  await answer(db, peer, answered, { body: 'ヤドカリの答えです。' });
  await ask(db, asker, { title: '回答のまだない質問' }, later(2));
  const gone = await ask(db, asker, { title: '隠された質問' }, later(3));
  await answer(db, peer, gone);
  await db.updateTable('question').set({ status: 'hidden' }).where('id', '=', gone).execute();
  const waiting = await ask(db, peer, { ...DISPUTED, title: '確かめを待つ質問' }, later(4));
  await answer(db, peer, waiting).catch(() => {});
  const withWaitingAnswer = await ask(db, asker, { title: '回答が確かめを待つ質問' }, later(5));
  await answer(db, peer, withWaitingAnswer, DISPUTED);
  const read = async (address: string): Promise<string> => {
    const params = { token: address };
    const request = new Request(`http://localhost:3000/feeds/${address}`);
    try {
      const response = await loader({ request, params, context: contextOf(services, null) });
      return response.text();
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown;
      return 'not found';
    }
  };
  return { ...network, read, reader, answered };
}

const titlesOf = (feed: string) =>
  [...feed.matchAll(/<title[^>]*>(.*?)<\/title>/gs)].map(([, title]) => title);

test.each(['atom', 'rss'])(
  'a feed (%s) tells the titles of new notes and answered questions',
  async (format) => {
    const { db, reader, read, answered } = await openWorld();
    const feed = await read(`${await makeFeedLink(db, reader.id, false, NOW)}.${format}`);
    const plain = (title = '') =>
      title
        .replace(/<!\[CDATA\[|\]\]>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>');
    expect(titlesOf(feed).slice(1).map(plain)).toEqual([
      'ノート：手続き & <窓口> の順番',
      '回答のあった質問：体操の会の開き方',
    ]);
    expect(feed).toContain(`http://localhost:3000/questions/${answered}`);
    for (const word of ['ナナカマド', 'ミズバショウ', 'ヤドカリ', '渡辺', '高橋', reader.email])
      expect(feed).not.toContain(word);
    expect(feed).not.toMatch(/<title[^>]*>[^<]*<窓口>/);
  },
);

test('a feed holds what was written where its member asked for that, and never what is out of sight', async () => {
  const { db, reader, read } = await openWorld();
  const feed = await read(`${await makeFeedLink(db, reader.id, true, NOW)}.atom`);
  for (const word of ['ナナカマド', 'ミズバショウ']) expect(feed).toContain(word);
  for (const word of ['クロユリ', '回答のまだない', '隠された', '確かめを待つ', '佐藤'])
    expect(feed).not.toContain(word);
});

test('its address is a secret that is kept nowhere, and ends when its member says so', async () => {
  const { db, reader, read } = await openWorld();
  const first = await makeFeedLink(db, reader.id, false, NOW);
  expect(JSON.stringify(await db.selectFrom('feed_link').selectAll().execute())).not.toContain(first);
  expect(await read(`${first}.atom`)).toContain('<feed');
  const second = await makeFeedLink(db, reader.id, false, NOW);
  expect(await read(`${first}.atom`)).toBe('not found');
  expect(await read(`${second}.rss`)).toContain('<rss');
  expect(await read(second)).toBe('not found');
  await revokeFeedLink(db, reader.id, NOW);
  expect(await read(`${second}.rss`)).toBe('not found');
});
