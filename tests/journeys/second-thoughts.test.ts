import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/domain/ids.server.ts';
import { makeResetLink } from '#app/domain/login/reset-password.server.ts';
import { ASKER } from '#tests/support/accounts.ts';
import { HttpClient } from '#tests/support/http-client.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';

describe('without scripts', () => {
  let site: TestSite;
  let asker: HttpClient;
  let question: string;

  beforeAll(async () => {
    site = await startTestSite({ dialect: 'sqlite' });
    asker = new HttpClient(site.url, site.url);
    await asker.logIn(ASKER);
    const fields = { title: '灯油代の助成', body: '町の助成を教えてください。', programme: 'juukyo' };
    const { location } = await asker.post('/questions/new', { intent: 'post', key: newId(), ...fields });
    question = /^\/questions\/(\w+)/.exec(location ?? '')?.[1] ?? '';
  });
  afterAll(() => site?.stop());

  test('what became of a question is told, and taken back by a button', async () => {
    const solve = `/questions/${question}/solve`;
    await asker.post(solve, { intent: 'post', body: '助成が決まりました。' });
    expect((await asker.get(`/questions/${question}`)).html).toContain('助成が決まりました。');
    expect((await asker.get(solve)).html).toContain('載せたその後を消す');
    const { location } = await asker.post(solve, { intent: 'post' });
    const thread = await asker.get(location ?? '');
    expect(thread.html).toContain('その後を消しました');
    expect(thread.html).not.toContain('助成が決まりました。');
    expect((await asker.get(solve)).html).not.toContain('載せたその後を消す');
  });

  test('a history of many edits goes over several pages', async () => {
    for (let edit = 0; edit < 12; edit += 1) {
      const fields = { title: '灯油代の助成', body: `${edit}番めの文章です。`, programme: 'juukyo' };
      await asker.post(`/posts/question/${question}/edit`, {
        intent: 'post',
        editCount: `${edit}`,
        ...fields,
      });
    }
    const first = await asker.get(`/posts/question/${question}/history`);
    expect(first.html).toContain('12回直しました');
    expect(first.html).toContain('12回めに直したところ');
    expect(first.html).not.toContain('id="edit-2"');
    const older = /href="([^"]*upto=2)"/.exec(first.html)?.[1] ?? '';
    const second = await asker.get(older);
    expect(second.html.match(/id="edit-\d+"/g)).toEqual(['id="edit-2"', 'id="edit-1"']);
    expect(second.html).toContain(`href="/posts/question/${question}/history"`);
  });

  test('a new password leads to the login, which says that it is set', async () => {
    const member = await site.db
      .selectFrom('member')
      .select('id')
      .where('email', '=', ASKER.email)
      .executeTakeFirstOrThrow();
    const link = await makeResetLink(site.db, member.id, member.id, new Date());
    if (!link.ok) throw new Error('No link was made');
    const visitor = new HttpClient(site.url, site.url);
    const set = await visitor.post(`/reset/${link.value}`, { password: 'はるの日の短い靴です' });
    expect([set.status, set.location]).toEqual([303, '/login?changed=1']);
    expect((await visitor.get('/login?changed=1')).html).toContain('新しいパスワードにしました');
    await visitor.logIn({ email: ASKER.email, password: 'はるの日の短い靴です' });
  });
});
