import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/domain/ids.server.ts';
import { inviteMember } from '#app/domain/members/invite.server.ts';
import { addOrganization } from '#app/domain/organizations/list.server.ts';
import { ASKER, DESK, PEER } from '#tests/support/accounts.ts';
import { HttpClient } from '#tests/support/http-client.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';

let site: TestSite;
const client = () => new HttpClient(site.url, site.url);
let [asker, peer, desk] = [] as unknown as HttpClient[];

beforeAll(async () => {
  site = await startTestSite({ dialect: 'sqlite' });
  [asker, peer, desk] = [client(), client(), client()];
  await asker?.logIn(ASKER);
  await peer?.logIn(PEER);
  await desk?.logIn(DESK);
});
afterAll(() => site?.stop());

const as = (who: HttpClient | undefined) => who as HttpClient;

async function ask(title: string): Promise<string> {
  const question = { title, body: '町の助成を教えてください。', programme: 'juukyo' };
  await as(asker).post('/questions/new', { intent: 'post', key: newId(), ...question });
  const { id } = await site.db
    .selectFrom('question')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
  return id;
}

describe('a network where nobody has asked yet', () => {
  test('says how to begin, to each what they can do', async () => {
    expect((await as(asker).get('/')).html).toMatch(/はじめの一歩[\s\S]*最初の質問をする/);
    expect((await as(asker).get('/')).html).not.toContain('仲間を招待する');
    for (const path of ['/', '/desk']) expect((await as(desk).get(path)).html).toContain('仲間を招待する');
    expect((await as(asker).get('/')).html).not.toContain('回答が付いています');
  });

  test('keeps organizations whose area nobody has told apart from those of all of Hokkaido', async () => {
    const { html } = await as(asker).get('/organizations');
    expect(html).toContain('地域の登録がまだの機関');
    expect(html).not.toContain('全道');
  });

  test('promises no meetings that nobody can make, and says how the first note is made', async () => {
    expect((await client().get('/meetings')).html).toContain('準備をしています');
    expect((await as(asker).get('/notes')).html).toContain('「ノートにまとめる」から作れます');
  });
});

describe('a setup link that was used', () => {
  test('says how to get a new one, and without a code there is no such page', async () => {
    const { status, html } = await client().get('/setup?code=used');
    expect(status).toBe(404);
    expect(html).toContain('サーバーを起動し直すと');
    expect((await client().get('/setup')).html).not.toContain('サーバーを起動し直すと');
  });
});

describe('joining with an introduction that names somebody', () => {
  test('keeps what was typed but the password, and offers rewrites', async () => {
    const organizationId = await site.db
      .transaction()
      .execute((tx) => addOrganization(tx, 'みなみ市', new Date()));
    const invited = await inviteMember(
      site.db,
      'tests',
      { organizationId, familyName: '渡辺', role: 'counselor' },
      new Date(),
    );
    const path = `/join/${invited.ok ? invited.value : ''}`;
    const typed = { email: 'new@example.jp', password: 'a-long-password', programme: 'kakei' };
    const introduction = '前の担当の佐藤さんから引き継ぎました。';
    const refused = await client().post(path, { ...typed, introduction });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('パスワードは残していません。もう一度書いてください');
    expect(refused.html).toContain('指摘と言い換え');
    expect(refused.html).toContain('new@example.jp');
    expect(refused.html).not.toContain('a-long-password');
    const [, fix = ''] = /name="fix"[^>]*value="([^"]*)"/.exec(refused.html) ?? [];
    const key = fix.replaceAll('&quot;', '"');
    expect((await client().post(path, { ...typed, introduction, fix: key })).status).toBe(302);
    const { introduction: kept } = await site.db
      .selectFrom('member')
      .select('introduction')
      .where('email', '=', typed.email)
      .executeTakeFirstOrThrow();
    expect(kept).not.toContain('佐藤');
  });
});

describe('the list of organizations', () => {
  test('is narrowed down by a plain form, and says what to do where nothing fits', async () => {
    const all = await as(asker).get('/organizations');
    for (const { organization } of [ASKER, PEER, DESK]) expect(all.html).toContain(`<li>${organization}`);
    const desk = await as(asker).get(`/organizations?${new URLSearchParams({ kind: '事務局' })}`);
    expect(desk.html).toContain(`<li>${DESK.organization}`);
    expect(desk.html).not.toContain(`<li>${ASKER.organization}`);
    expect(desk.html).toMatch(
      /<option[^>]*value="事務局"[^>]*selected|<option[^>]*selected[^>]*value="事務局"/,
    );
    const none = await as(asker).get('/organizations?programme=kakei');
    expect(none.html).toContain('条件を一つゆるめてみてください');
  });
});

describe('a report', () => {
  test('asks for a reason and preselects none', async () => {
    const id = await ask('理由のない報告');
    const { html } = await as(peer).get(`/posts/question/${id}/report`);
    expect(html).toContain('type="radio"');
    expect(html).not.toContain('checked');
    const thread = `/questions/${id}?index`;
    const { location } = await as(peer).post(thread, { intent: 'report', kind: 'question', id });
    expect((await as(peer).get(location ?? '')).html).toContain('理由を、一つ選んでください');
    expect((await as(peer).get(`/questions/${id}`)).status).toBe(200);
  });

  test('is confirmed, shown to the author, decided at the desk, and told to whoever reported', async () => {
    const title = '灯油代の助成';
    const id = await ask(title);
    const report = { intent: 'report', kind: 'question', id, reason: 'named' };
    const { location } = await as(peer).post(`/questions/${id}?index`, report);
    expect((await as(peer).get(location ?? '')).html).toContain('知らせてくださって、ありがとうございます');
    expect((await as(peer).get(`/questions/${id}`)).status).toBe(404);

    expect((await as(asker).get('/notices')).html).toContain('あなたの投稿をいったん隠しました');
    expect((await as(asker).get('/notices')).html).not.toContain(PEER.familyName);
    const shown = await as(asker).get(`/questions/${id}`);
    expect(shown.html).toContain('知らせがあり、いったん隠しました');
    const edit = `/posts/question/${id}/edit`;
    expect((await as(asker).get(edit)).html).toContain('直して送る');
    const mended = { title, body: '助成の話です。', programme: 'juukyo', editCount: '0', intent: 'post' };
    const sent = await as(asker).post(edit, { ...mended, key: newId() });
    expect((await as(asker).get(sent.location ?? '')).html).toContain('まだ隠れています');

    const decided = await as(desk).post('/desk?index', { intent: 'release', kind: 'question', id });
    expect((await as(desk).get(decided.location ?? '')).html).toContain('公開しました');
    expect((await as(peer).get('/notices')).html).toContain('公開にもどしました');
    expect((await as(peer).get(`/posts/question/${id}/report`)).html).toContain('事務局が確かめました');
    const again = await as(peer).post(`/questions/${id}?index`, report);
    expect(again.html).toContain('前にあなたから知らせを受けて');
    expect((await as(peer).get(`/questions/${id}`)).status).toBe(200);
  });

  test('that ends in a deletion is told of, though the thread is gone', async () => {
    const id = await ask('消される質問');
    await as(peer).post(`/questions/${id}?index`, {
      intent: 'report',
      kind: 'question',
      id,
      reason: 'other',
    });
    const { location } = await as(desk).post('/desk?index', { intent: 'reject', kind: 'question', id });
    expect((await as(desk).get(location ?? '')).html).toContain('公開せずに削除しました');
    expect((await as(peer).get('/notices')).html).toContain('お知らせくださった投稿は、削除されました');
    const { html } = await as(asker).get('/notices');
    expect(html).toContain('公開できませんでした');
    expect(html).not.toContain(`/questions/${id}`);
  });
});

describe('one’s own question', () => {
  test('is asked to be added to before it is solved, and shows the reactions of others as a number', async () => {
    const id = await ask('まだ回答のない質問');
    const { html } = await as(asker).get(`/questions/${id}`);
    expect(html).not.toContain('その後を書いて、解決済みにする');
    expect(html.indexOf('質問に書き足す')).toBeGreaterThan(0);
    expect(html.indexOf('回答を待たずに、解決しました')).toBeGreaterThan(html.indexOf('質問に書き足す'));
    expect(html).not.toContain('value="same"');
    await as(peer).post(`/questions/${id}?index`, { intent: 'same', kind: 'question', id });
    expect((await as(asker).get(`/questions/${id}`)).html).toMatch(/うちも同じ <b>1<\/b>/);
  });

  test('is told of when it is deleted', async () => {
    const id = await ask('すぐに消す質問');
    const { location } = await as(asker).post(`/questions/${id}?index`, {
      intent: 'delete',
      kind: 'question',
      id,
    });
    expect((await as(asker).get(location ?? '')).html).toContain('削除しました');
  });
});

describe('a member who moves', () => {
  test('changes the own name at once, and the organization when the desk has said yes', async () => {
    const path = '/settings/affiliation';
    const refused = await as(peer).post(path, { intent: 'name', familyName: '中村 花子' });
    expect([refused.status, refused.html.includes('名字だけを書いてください')]).toEqual([422, true]);
    const renamed = await as(peer).post(path, { intent: 'name', familyName: '森田' });
    expect((await as(peer).get(renamed.location ?? '')).html).toContain(`${PEER.organization} 森田`);
    await as(peer).post(path, { intent: 'organization', newOrganization: 'ほたる相談室' });
    expect((await as(peer).get(path)).html).toContain('ほたる相談室');
    const waiting = await as(desk).get('/desk/organizations');
    const [, member = ''] = /name="member" value="([^"]*)"/.exec(waiting.html) ?? [];
    expect((await as(desk).get('/desk')).html).toContain('機関を変えるお願いが1件あります');
    await as(desk).post('/desk/organizations', { intent: 'grant', member });
    expect((await as(peer).get('/settings')).html).toContain('ほたる相談室 森田');
  });
});
