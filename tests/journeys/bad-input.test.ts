import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/domain/ids.server.ts';
import { ASKER, DESK, PEER } from '#tests/support/accounts.ts';
import { HttpClient } from '#tests/support/http-client.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';

const TABLES = [
  'question',
  'question_tag',
  'answer',
  'comment',
  'revision',
  'reaction',
  'kept_warning',
  'objection',
  'notice',
  'audit',
] as const;

/** The page for editing the question of a thread. */
const editOf = (thread: string) => `/posts${thread.replace('/questions/', '/question/')}/edit`;

const GOOD = {
  intent: 'post',
  title: '灯油代の助成について',
  body: '町の助成を教えてください。',
  programme: 'juukyo',
};

describe.each(['sqlite', 'postgres'] as const)('what nobody should send, on %s', (dialect) => {
  let site: TestSite;
  let asker: HttpClient;
  let peer: HttpClient;
  let desk: HttpClient;

  beforeAll(async () => {
    site = await startTestSite({ dialect });
    const client = () => new HttpClient(site.url, site.url);
    [asker, peer, desk] = [client(), client(), client()];
    await Promise.all([asker.logIn(ASKER), peer.logIn(PEER), desk.logIn(DESK)]);
  });
  afterAll(() => site?.stop());

  const question = (changes: Partial<typeof GOOD> = {}) => ({ ...GOOD, key: newId(), ...changes });
  const ask = async (changes: Partial<typeof GOOD> = {}) => {
    const { location } = await asker.post('/questions/new', question(changes));
    return (location ?? '').split('?')[0] as string;
  };
  const answer = async (thread: string, body: string) => {
    const { location } = await peer.post(`${thread}?index`, { intent: 'post', key: newId(), body });
    return (location ?? '').split('#answer-')[1] as string;
  };

  async function rows() {
    const counts = TABLES.map((table) =>
      site.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    );
    return (await Promise.all(counts)).map(({ n }, index) => `${TABLES[index]}: ${n}`);
  }

  describe('a question', () => {
    const MARK = 'この文章は残ります。';
    const REFUSED: Array<[what: string, sent: Partial<typeof GOOD>, advice: string[]]> = [
      [
        'with nothing in it',
        { title: '', body: '', programme: '' },
        ['題を、ひとことで書いてください', '本文を書いてください', '事業区分を選んでください'],
      ],
      [
        'with nothing to be seen in it',
        { title: '\u3000\u200b', body: ' \u200b\n' },
        ['題を、ひとことで書いてください', '本文を書いてください'],
      ],
      [
        'that is too long',
        { title: '題'.repeat(81), body: MARK + '長'.repeat(8000) },
        ['題は80字までです', '短くするか、二つに分けて'],
      ],
      ['with NUL bytes', { body: `${MARK}\0` }, ['目に見えない制御文字がまじっています']],
      ['with a turn of the reading direction', { body: `${MARK}\u202e町` }, ['目に見えない制御文字']],
      [
        'with a pile of marks on a letter',
        { body: `${MARK}あ${'\u0301'.repeat(7000)}` },
        ['記号が重なりすぎ'],
      ],
      ['with 10,000 marks on a letter', { body: `${MARK}あ${'\u0301'.repeat(10_000)}` }, ['長すぎます']],
      ['of an unknown programme', { body: MARK, programme: 'nowhere' }, ['事業区分を選び直して']],
      [
        'with a telephone number that hides behind characters of no width',
        { body: `${MARK}090-12\u200b34-56\u200d78` },
        ['携帯電話の番号です'],
      ],
      [
        'with a name and without a programme',
        { body: `${MARK}佐藤さんのことです。`, programme: '' },
        ['「佐藤さん」を「<b>Ａさん</b>」に書き換える', '事業区分を選んでください'],
      ],
      [
        'with nothing but the headings of a case',
        { body: '■ 本人の状態・訴え\r\n\r\n■ これまでの支援\r\n\r\n■ 聞きたいこと\r\n' },
        ['本文を書いてください'],
      ],
      [
        'with a name in full-width and a number',
        { body: `${MARK}佐藤さん、０９０ー１２３４ー５６７８` },
        ['人の名前', '携帯電話'],
      ],
    ];
    test.each(REFUSED)(
      '%s comes back with advice, and nothing of it is kept',
      async (_what, sent, advice) => {
        const before = await rows();
        const { status, html } = await asker.post('/questions/new', question(sent));
        expect(status).toBe(422);
        expect(html).toContain('まだ送れていません');
        for (const words of advice) expect(html).toContain(words);
        if (sent.body?.includes(MARK)) expect(html).toContain(MARK);
        expect(await rows()).toEqual(before);
      },
    );

    test('whose reason for a warning names somebody comes back with the reason, and says so', async () => {
      const before = await rows();
      const note = '鈴木さんの年齢だからです';
      const { status, html } = await asker.post('/questions/new', {
        ...question({ body: `${MARK}43歳の方です。` }),
        'why:exact-age:43歳': 'other',
        'whytext:exact-age:43歳': note,
      });
      expect(status).toBe(422);
      expect(html).toContain('確かめるところが1件');
      expect(html).toContain('理由に名前や連絡先があるようです');
      expect(html).toContain(`value="${note}"`);
      expect(await rows()).toEqual(before);
      expect((await site.stored()) + site.logs()).not.toContain('鈴木さん');
    });

    test('that is no UTF-8 comes back with the characters that could not be read', async () => {
      const before = await rows();
      const { key, title } = question();
      const encoded = new URLSearchParams({ intent: 'post', key, title, programme: 'juukyo' }).toString();
      const { status, html } = await asker.post(
        '/questions/new',
        `${encoded}&body=%8D%B2%93%A1${encodeURIComponent(MARK)}`,
      );
      expect(status).toBe(422);
      expect(html).toContain('読み取れない文字（�）があります');
      expect(html).toContain(MARK);
      expect(await rows()).toEqual(before);
    });

    test('that is sent twice at once becomes one question', async () => {
      const before = await rows();
      const sent = question({ title: '一度だけの質問' });
      const [first, second] = await Promise.all([1, 2].map(() => asker.post('/questions/new', sent)));
      expect([first?.status, second?.status]).toEqual([302, 302]);
      expect(second?.location).toBe(first?.location);
      const questions = (lines: string[]) => Number(lines[0]?.split(' ')[1]);
      expect(questions(await rows())).toBe(questions(before) + 1);
    });
  });

  describe('a form', () => {
    test('that is no form is not taken', async () => {
      const json = { 'Content-Type': 'application/json' };
      const { status, html } = await asker.post('/questions/new', JSON.stringify(GOOD), json);
      expect(status).toBe(400);
      expect(html).toContain('うまく受け取れませんでした');
    });

    test('that breaks off is not taken', async () => {
      const broken = { 'Content-Type': 'multipart/form-data; boundary=x' };
      const { status } = await asker.post('/questions/new', '--x\r\nContent-Disp', broken);
      expect(status).toBe(400);
    });

    test('of more than a megabyte is refused before it is read', async () => {
      const { status, html } = await asker.post('/questions/new', question({ body: '長'.repeat(400_000) }));
      expect(status).toBe(413);
      expect(html).toContain('送る量が大きすぎます');
    });

    test('of somebody who is not logged in comes back with the text', async () => {
      const before = await rows();
      const visitor = new HttpClient(site.url, site.url);
      const { status, html } = await visitor.post('/questions/new', question({ body: '消えては困る文章' }));
      expect(status).toBe(401);
      expect(html).toContain('ログインが切れていました');
      expect(html).toContain('消えては困る文章');
      expect(await rows()).toEqual(before);
    });

    test('with an action that there is not is not taken', async () => {
      const thread = await ask();
      const { status } = await peer.post(`${thread}?index`, { intent: 'explode' });
      expect(status).toBe(400);
    });
  });

  describe('an address', () => {
    test.each([
      '/nowhere',
      '/questions/zzzzzzzzzzzz',
      '/questions/1',
      '/questions/%00',
      '/questions/%ff',
      '/answers/zzzzzzzzzzzz/reply',
      '/posts/answer/zzzzzzzzzzzz/edit',
      '/posts/comment/zzzzzzzzzzzz/history',
      '/notes/zzzzzzzzzzzz',
      '/notes/%00',
      '/meetings/zzzzzzzzzzzz',
      '/setup',
      '/setup?code=guess',
    ])('%s is not found, and says so', async (path) => {
      const { status, html } = await asker.get(path);
      expect(status).toBe(404);
      expect(html).toContain('ページが見つかりません');
    });

    test.each(['/join/zzzzzzzzzzzz', '/join/%00'])('%s is an invitation that holds no more', async (path) => {
      const { status, html } = await new HttpClient(site.url, site.url).get(path);
      expect(status).toBe(410);
      expect(html).toContain('この招待は、もう使えません');
    });

    test.each([
      '/search?q=%00',
      '/search?q=%ff%fe',
      `/search?q=${'%E9%95%B7'.repeat(500)}`,
      '/search?q=%22%20OR%20%2A%20NEAR(',
      '/questions?tag=%00&programme=%00',
      '/questions?after=%00&order=sideways&state=gone',
      '/questions?after=eyJwaGFzZSI6MSwiYXQiOiJcdTAwMDAiLCJpZCI6IlwudTAwMDAifQ',
      '/questions/new?title=%00%ff',
    ])('%s is read as far as it makes sense', async (path) => {
      expect((await asker.get(path)).status).toBe(200);
    });

    test('of another site is not where the login leads to', async () => {
      const { location } = await new HttpClient(site.url, site.url).post('/login', {
        ...ASKER,
        to: '//evil.example/',
      });
      expect(location).toBe('/');
    });
  });

  describe('somebody who may not', () => {
    test.each(['/desk', '/desk/invitations'])('does not open %s', async (path) => {
      expect((await desk.get(path)).status).toBe(200);
      const { status, html } = await peer.get(path);
      expect(status).toBe(403);
      expect(html).toContain('このページは開けません');
    });

    test('does not act for the desk', async () => {
      const before = await rows();
      const form = { intent: 'release', kind: 'question', id: 'zzzzzzzzzzzz' };
      expect((await peer.post('/desk?index', form)).status).toBe(403);
      expect((await peer.post('/desk/invitations', { familyName: '山田', role: 'secretariat' })).status).toBe(
        403,
      );
      expect(await rows()).toEqual(before);
    });

    test('does not edit, solve or delete what others wrote', async () => {
      const thread = await ask({ body: 'そのまま残る質問です。' });
      const id = thread.split('/').at(-1) as string;
      const before = await rows();
      const edited = await peer.post(editOf(thread), {
        ...question({ body: '書きかえます。' }),
        editCount: '0',
      });
      expect(edited.status).toBe(404);
      expect(edited.html).toContain('書きかえます。');
      expect((await peer.post(`${thread}/solve`, { body: '解決です。' })).status).toBe(404);
      const deletion = { intent: 'delete', kind: 'question', id };
      expect((await peer.post(`${thread}?index`, deletion)).status).toBe(404);
      expect(await rows()).toEqual(before);
      expect((await peer.get(thread)).html).toContain('そのまま残る質問です。');
      // The author may.
      expect((await asker.post(`${thread}?index`, deletion)).status).toBe(302);
      expect((await peer.get(thread)).status).toBe(404);
    });

    test('does not mark answers to the questions of others', async () => {
      const thread = await ask();
      const id = await answer(thread, '町の窓口で聞けます。');
      const mark = { intent: 'helpful', kind: 'answer', id };
      expect((await peer.post(`${thread}?index`, mark)).status).toBe(404);
      expect((await peer.get(thread)).html).not.toContain('質問した人の役に立った回答');
      expect((await asker.post(`${thread}?index`, mark)).status).toBe(302);
      expect((await peer.get(thread)).html).toContain('質問した人の役に立った回答');
    });

    test('is told the same about a wrong password and an unknown address', async () => {
      const visitor = new HttpClient(site.url, site.url);
      for (const email of [PEER.email, 'nobody@example.jp', 'nul\0@example.jp']) {
        const { status, html } = await visitor.post('/login', { email, password: 'wrong-password' });
        expect(status).toBe(401);
        expect(html).toContain('メールアドレスかパスワードがちがいます');
      }
    });
  });

  test('an introduction that names somebody comes back with rewrites, which can be had at once', async () => {
    const sent = { intent: 'profile', introduction: 'よろしくお願いします。\r\n渡部さんの担当です。' };
    const { status, html } = await asker.post('/settings', sent);
    expect(status).toBe(422);
    expect(html).toContain('「渡部さん」を「<b>Ａさん</b>」に書き換える');
    expect(html).not.toContain('これは個人名ではありません');
    const again = await asker.post('/settings', { ...sent, fix: 'person-name:渡部' });
    expect(again.html).toContain('自己紹介と分野を保存しました');
    expect(again.html).toContain('よろしくお願いします。\nＡさんの担当です。');
    expect(await site.stored()).not.toContain('渡部');
  });

  describe('an edit', () => {
    let thread: string;
    const edit = (body: string, editCount: number) =>
      asker.post(`${thread.replace('/questions/', '/posts/question/')}/edit`, {
        ...question({ body }),
        editCount: String(editCount),
      });
    beforeEach(async () => {
      thread = await ask({ body: '最初の文章です。' });
    });

    test('of a text that was edited meanwhile shows both, and does not replace it unseen', async () => {
      expect((await edit('先に直した文章です。', 0)).status).toBe(302);
      const { status, html } = await edit('あとから直した文章です。', 0);
      expect(status).toBe(409);
      expect(html).toContain('先に直されていました');
      expect(html).toContain('先に直した文章です。');
      expect(html).toContain('あとから直した文章です。');
      expect((await asker.get(thread)).html).toContain('先に直した文章です。');
      expect((await edit('あとから直した文章です。', 1)).status).toBe(302);
      expect((await asker.get(thread)).html).toContain('あとから直した文章です。');
    });

    test('that names somebody is refused, and the old text stays', async () => {
      const { status, html } = await edit('佐藤さんのことです。', 0);
      expect(status).toBe(422);
      expect(html).toContain('「佐藤さん」');
      expect((await asker.get(thread)).html).toContain('最初の文章です。');
      expect(await site.stored()).not.toContain('佐藤さんのことです');
    });
  });

  describe('an answer', () => {
    test('to a question that is not there comes back with the text', async () => {
      const before = await rows();
      const form = { intent: 'post', key: newId(), body: '消えては困る回答' };
      const { status, html } = await peer.post('/questions/zzzzzzzzzzzz?index', form);
      expect(status).toBe(404);
      expect(html).toContain('消えては困る回答');
      expect(await rows()).toEqual(before);
    });

    test('that is empty is refused', async () => {
      const thread = await ask();
      const before = await rows();
      const { status, html } = await peer.post(`${thread}?index`, { intent: 'post', key: newId(), body: '' });
      expect(status).toBe(422);
      expect(html).toContain('本文を書いてください');
      expect(await rows()).toEqual(before);
    });
  });

  test('leaves no line in the log that says what was typed', async () => {
    await asker.post('/questions/new', question({ body: '佐藤さん、090-1234-5678' }));
    for (const word of ['佐藤', '090-1234', '消えては困る']) expect(site.logs()).not.toContain(word);
  });
});
