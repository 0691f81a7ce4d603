import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, ASKER, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser, launchBrowser, visit } from '#tests/support/browser.server.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';
import { bodyBox, logIn, seePosted, seeState, sendButton, writeQuestion } from '#tests/support/steps.ts';

const BODY =
  '佐藤さん（43歳の男性）から、家賃を滞納しているとの相談がありました。折り返しは 090-1234-5678 です。' +
  '灯油代も足りません。住居確保給付金のほかに、使えるものはありますか。';
const REFUSED = ['佐藤', '090-1234-5678'];
const ANSWER = '社協の緊急小口と、町の福祉灯油を合わせて使っています。';
const AFTERWARDS = '福祉灯油が使えました。ありがとうございました。';

describeInBrowser('a question, from the first word to その後', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
    let site: TestSite;
    beforeAll(async () => {
      site = await startTestSite({ dialect });
    });
    afterAll(() => site?.stop());

    test.each([
      { script: 'with JavaScript', javaScriptEnabled: true, title: '灯油代が足りない方の、冬のつなぎ' },
      { script: 'without JavaScript', javaScriptEnabled: false, title: '灯油代のほかに、春までできること' },
    ])('is asked, found, answered and solved $script', async ({ javaScriptEnabled, title }) => {
      const open = async (account: Account) => {
        const context = await visit(browser, { javaScriptEnabled });
        const page = await context.newPage();
        await logIn(page, site.url, account);
        return page;
      };

      // The asker names somebody, is told so, takes the rewrites, and posts.
      const asker = await open(ASKER);
      await writeQuestion(asker, site.url, { title, body: BODY });
      await (javaScriptEnabled ? refusedWhileWriting(asker) : refusedByTheServer(asker));
      await seePosted(asker, '質問を送りました');
      // Nobody is asked to answer themselves.
      await asker.getByRole('link', { name: '質問に書き足す' }).waitFor();
      expect(await asker.getByLabel('あなたのところでは、どうしていますか').count()).toBe(0);
      const posted = await asker.locator('.prose').first().textContent();
      expect(posted).toContain('Ａさん（40代の男性）から');
      expect(posted).toContain('折り返しは （電話番号） です');

      // A peer of another organization finds it by a word of two characters, and answers.
      const peer = await open(PEER);
      await peer.goto(`${site.url}/search`);
      await expect
        .poll(async () => {
          await peer.getByLabel('さがすことば').fill('灯油');
          await peer.getByRole('button', { name: 'さがす' }).click();
          return peer.getByRole('link', { name: title }).count();
        })
        .toBe(1);
      await peer.getByRole('link', { name: title }).click();
      await peer.getByLabel('あなたのところでは、どうしていますか').fill(ANSWER);
      await peer.getByRole('button', { name: '回答を送る' }).click();
      await seePosted(peer, '回答を送りました');

      // The asker sees the notice, says that it helped, and tells what became of it.
      await asker.goto(`${site.url}/`);
      await asker.getByRole('link', { name: '新しいお知らせ 1 件' }).click();
      await asker.getByRole('link', { name: new RegExp(`新着\\s回答がありました.*「${title}」`) }).click();
      await asker.getByText(ANSWER).waitFor();
      await asker.getByRole('button', { name: '役に立った' }).click();
      await asker.getByText('質問した人の役に立った回答').waitFor();
      await asker.getByRole('heading', { name: '補足・お礼を書く' }).waitFor();
      expect(await asker.getByLabel('あなたのところでは、どうしていますか').count()).toBe(0);
      await asker.getByRole('button', { name: '何も書かずに、解決済みにする' }).click();
      await seePosted(asker, '解決済みにしました');
      await asker.getByRole('link', { name: 'その後を書く・直す' }).click();
      await asker.getByLabel('その後').fill(AFTERWARDS);
      await asker.getByRole('button', { name: 'その後を載せる', exact: true }).click();
      await seePosted(asker, 'その後を載せました');
      await asker.getByRole('region', { name: 'その後' }).getByText(AFTERWARDS).waitFor();

      // Whoever answered hears of it.
      await peer.goto(`${site.url}/notices`);
      await peer
        .getByRole('link', { name: new RegExp(`新着\\s解決済みになりました.*「${title}」`) })
        .waitFor();

      // What was refused was never kept.
      const kept = (await site.stored()) + site.logs();
      expect(kept).toContain('Ａさん（40代の男性）');
      for (const word of REFUSED) expect(kept).not.toContain(word);

      await asker.context().close();
      await peer.context().close();
    });
  });
});

async function refusedWhileWriting(page: Page) {
  await seeState(page, '投稿できません：あと2件');
  const findings = page.getByRole('region', { name: '指摘' });
  for (const shown of ['佐藤さん', '090-1234-5678', '43歳']) {
    await findings.getByRole('button', { name: shown }).first().waitFor();
  }
  // The button says that it is disabled, but can be pressed: it leads to the findings instead of sending.
  await sendButton(page).click({ force: true });
  expect(new URL(page.url()).pathname).toBe('/questions/new');
  await findings.getByRole('button', { name: '言い換えを3件まとめて当てる' }).click();
  await seeState(page, '投稿できます');
  expect(await bodyBox(page).inputValue()).not.toContain('佐藤');
  await sendButton(page).click();
}

async function refusedByTheServer(page: Page) {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await sendButton(page).click();
  expect((await answer).status()).toBe(422);
  const summary = page.getByRole('alert');
  expect(await summary.textContent()).toContain('まだ送れていません');
  for (const shown of ['「佐藤さん」', '「090-1234-5678」', '「43歳」']) {
    expect(await summary.textContent()).toContain(shown);
  }
  expect(await bodyBox(page).inputValue()).toBe(BODY);
  await page.getByRole('button', { name: '言い換えを当てて、もう一度送る' }).click();
}
