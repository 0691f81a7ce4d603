import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#app/domain/ids.server.ts';
import { type Account, ASKER, DESK, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser } from '#tests/support/browser.server.ts';
import { HttpClient } from '#tests/support/http-client.ts';
import { membersPages } from '#tests/support/members-pages.server.ts';
import { seeAlive, seeState, sendButton } from '#tests/support/steps.ts';

const titleBox = (page: Page) => page.getByLabel('題名');
const bodyBox = (page: Page) => page.getByLabel('本文');

describeInBrowser('a note', () => {
  const { url, pageOf, visitorsPage, db } = membersPages();
  let question = '';
  /** /notes/… */
  let note = '';

  async function client(account: Account) {
    const http = new HttpClient(url(), url());
    await http.logIn(account);
    return http;
  }

  beforeAll(async () => {
    const asker = await client(ASKER);
    const fields = { title: '督促状を開けられない方', body: 'どう声をかけていますか。', programme: 'kakei' };
    const { location } = await asker.post('/questions/new', { intent: 'post', key: newId(), ...fields });
    question = /^\/questions\/\w+/.exec(location ?? '')?.[0] ?? '';
    for (const [account, body] of [
      [PEER, 'はじめに三つの山に分けます。'],
      [DESK, '電話は、役所から一本だけかけます。'],
    ] as const) {
      const http = await client(account);
      await http.post(`${question}?index`, { intent: 'post', key: newId(), body });
    }
    await asker.post(`${question}/solve`, { intent: 'post', body: '' });
  });

  test('is gathered from a solved thread, credits the organizations and is shown by the thread', async () => {
    const page = await pageOf(ASKER);
    await page.goto(url() + question);
    await page.getByRole('link', { name: 'ノートにまとめる' }).click();
    await page.getByLabel(PEER.organization).waitFor();
    await page.getByRole('button', { name: '下書きを作る' }).click();
    await seeAlive(page);
    expect(await titleBox(page).inputValue()).toBe('督促状を開けられない方');
    const draft = await bodyBox(page).inputValue();
    expect(draft).toContain(`### ${PEER.organization}から`);
    expect(draft).not.toContain(PEER.familyName);

    await bodyBox(page).fill(`${draft}\n\n佐藤さんの折り返しは 090-1234-5678 です。`);
    await seeState(page, '投稿できません');
    await bodyBox(page).fill(draft);
    await seeState(page, '投稿できます');
    await sendButton(page).click();
    await page.getByText('ノートを公開しました').waitFor();
    note = new URL(page.url()).pathname;
    const credited = await page.locator('#contributors li').allInnerTexts();
    expect(credited).toEqual(expect.arrayContaining([PEER.organization, DESK.organization]));
    await page.getByRole('link', { name: '質問「督促状を開けられない方」' }).click();
    await page.locator('#notes').getByRole('link', { name: '督促状を開けられない方' }).waitFor();
  });

  test.each([
    ['with scripts', true],
    ['without scripts', false],
  ])(
    'edited by two at once: the second sees both texts and nothing is lost, %s',
    async (_, javaScriptEnabled) => {
      const [first, second] = [
        await pageOf(DESK, { javaScriptEnabled }),
        await pageOf(ASKER, { javaScriptEnabled }),
      ];
      for (const page of [first, second]) {
        await page.goto(`${url()}${note}/edit`);
        if (javaScriptEnabled) await seeAlive(page);
      }
      const text = await bodyBox(first).inputValue();
      const line = 'はじめに三つの山に分けます。';
      const stamp = javaScriptEnabled ? '先に' : 'まず';
      await bodyBox(first).fill(text.replace(/はじめに.*/, `はじめに四つの山に${stamp}分けます。`));
      await send(first);
      await first.getByText('直しました').first().waitFor();

      await bodyBox(second).fill(text.replace(/はじめに.*/, `${line}${stamp}急ぎません。`));
      await send(second);
      await second.getByText('ほかの人がこのノートを直しました').waitFor();
      await second.locator('ins', { hasText: stamp }).first().waitFor();
      const merged = await bodyBox(second).inputValue();
      expect(merged).toContain(`はじめに四つの山に${stamp}分けます。`);
      expect(merged).toContain(`${line}${stamp}急ぎません。`);
      await send(second);
      await second.getByText('などの印が残っています').first().waitFor();
      await bodyBox(second).fill(
        merged.replace(
          /【先に直した文章】[\s\S]*【ここまで】/,
          `はじめに四つの山に${stamp}分けます。急ぎません。`,
        ),
      );
      await send(second);
      await second.getByRole('heading', { level: 1, name: '督促状を開けられない方' }).waitFor();
      expect(await second.locator('article').innerText()).toContain(
        `四つの山に${stamp}分けます。急ぎません。`,
      );
    },
  );

  const send = (page: Page) => sendButton(page).click();

  test('has a history with differences, and goes back to an earlier edition', async () => {
    const page = await pageOf(ASKER);
    await page.goto(`${url()}${note}/history`);
    await page.locator('#edition-2 ins', { hasText: '四' }).first().waitFor();
    await page.locator('#edition-1').getByRole('link', { name: '第1版にもどす' }).click();
    await seeAlive(page);
    expect(await bodyBox(page).inputValue()).toContain('はじめに三つの山に分けます。');
    await sendButton(page).click();
    await page.getByText('直しました').first().waitFor();
    await page.getByText('第6版').waitFor();
    expect(await page.locator('article').innerText()).not.toContain('四つ');
  });

  test('is found by search, marked as useful and as right', async () => {
    const page = await pageOf(PEER);
    await page.goto(`${url()}/search?q=${encodeURIComponent('督促状')}`);
    await page.locator(`a[href^="${note}"]`).first().click();
    await page.getByRole('button', { name: '役に立った' }).click();
    await page.getByRole('button', { name: '役に立った 1', pressed: true }).waitFor();
    await page.getByRole('button', { name: '今も正しい' }).click();
    await page.getByText('確かめた日を、きょうにしました').waitFor();
  });

  test('is suggested changes by a newcomer, which the keeper takes in', async () => {
    const newcomer = await pageOf(PEER);
    await newcomer.goto(`${url()}${note}/edit`);
    await seeAlive(newcomer);
    const text = await bodyBox(newcomer).inputValue();
    await bodyBox(newcomer).fill(`${text}\n\n箱を渡します。`);
    await newcomer.getByLabel('何を直したか').fill('箱の話を足しました');
    await newcomer.getByRole('button', { name: '提案を送る' }).click();
    await newcomer.getByText('提案を送りました').waitFor();
    expect(await newcomer.locator('.prose').innerText()).not.toContain('箱を渡します');
    const keeper = await pageOf(ASKER);
    await keeper.goto(`${url()}/notices`);
    await keeper.getByRole('link', { name: '提案が届きました' }).click();
    await keeper.locator('ins', { hasText: '箱を渡します' }).waitFor();
    await keeper.getByRole('button', { name: '取り入れて公開する' }).click();
    await keeper.getByText('提案を取り入れました').waitFor();
    expect(await keeper.locator('.prose').innerText()).toContain('箱を渡します');
  });

  test('is on paper only itself, and says whether it is for members', async () => {
    const page = await pageOf(ASKER);
    await page.goto(url() + note);
    await page.getByRole('button', { name: '印刷する' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '印刷する' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '今も正しい' }).isVisible()).toBe(false);
    expect(await page.locator('.source').innerText()).toContain('会員');
  });

  test('is opened to visitors by the desk, without names of members, and closed again at once', async () => {
    const visitor = await visitorsPage();
    await visitor.goto(url() + note);
    expect(new URL(visitor.url()).pathname).toBe('/login');
    const desk = await pageOf(DESK);
    const set = async (label: string) => {
      await desk.goto(`${url()}${note}/settings`);
      await desk.getByLabel(label).check();
      await desk.getByRole('button', { name: '設定を変える' }).click();
      await desk.getByText('設定を変えました').waitFor();
    };
    await set('だれでも');
    await visitor.goto(`${url()}/notes`);
    await visitor.getByRole('link', { name: '督促状を開けられない方' }).click();
    await visitor.getByRole('heading', { level: 1, name: '督促状を開けられない方' }).waitFor();
    expect(new URL(visitor.url()).pathname).toBe(note);
    const page = await visitor.locator('body').innerText();
    expect(page).toContain('督促状を開けられない方');
    expect(page).toContain(PEER.organization);
    for (const { familyName } of [ASKER, PEER, DESK]) expect(page).not.toContain(familyName);
    for (const path of ['/edit', '/history', '/settings', '/export?as=md']) {
      await visitor.goto(`${url()}${note}${path}`);
      expect(new URL(visitor.url()).pathname).toBe('/login');
    }
    await set('会員だけ');
    await visitor.goto(url() + note);
    expect(new URL(visitor.url()).pathname).toBe('/login');
    await visitor.goto(`${url()}/notes`);
    await visitor.getByText('公開しているノートは、まだありません').waitFor();
  });

  test('waits for the desk where its writer disputes a name, seen by the two alone, and is let through', async () => {
    const writer = await pageOf(ASKER);
    await writer.goto(`${url()}/notes/new`);
    await seeAlive(writer);
    await titleBox(writer).fill('体操の会の開き方');
    await bodyBox(writer).fill('佐藤さんという体操から始めます。');
    await writer.getByLabel('家計改善支援').check();
    await seeState(writer, '投稿できません');
    await writer.getByRole('button', { name: 'これは個人名ではありません' }).first().click();
    await writer.getByRole('button', { name: 'ノートを公開する' }).click();
    await writer.getByText('事務局が確かめています').waitFor();
    const held = new URL(writer.url()).pathname;
    const other = await pageOf(PEER);
    expect((await other.goto(url() + held))?.status()).toBe(404);
    const desk = await pageOf(DESK);
    await desk.goto(`${url()}/desk`);
    await desk.getByRole('link', { name: '読んで決める' }).click();
    await desk.getByRole('button', { name: '今回だけ認めて公開する' }).click();
    await desk.getByText('公開しました').waitFor();
    await other.goto(`${url()}/notes`);
    await other.getByRole('link', { name: '体操の会の開き方' }).waitFor();
  });

  test('is asked about on home when a year has passed', async () => {
    const old = new Date(Date.now() - 400 * 24 * 60 * 60 * 1000).toISOString();
    const slug = note.slice('/notes/'.length);
    await db().updateTable('note').set({ verified_at: old }).where('slug', '=', slug).execute();
    const page = await pageOf(ASKER);
    await page.goto(`${url()}/`);
    await page.locator('#verify').getByRole('button', { name: '今も正しい' }).click();
    await page.getByText('確かめた日を、きょうにしました').waitFor();
    await page.goto(`${url()}/`);
    expect(await page.locator('#verify').count()).toBe(0);
  });
});
