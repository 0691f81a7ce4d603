import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, ASKER, PEER } from '#tests/support/accounts.ts';
import { describeInBrowser, launchBrowser, visit } from '#tests/support/browser.server.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';
import { bodyBox, logIn, seePosted, seeState, sendButton, writeQuestion } from '#tests/support/steps.ts';

const AGED = '43歳の男性で、家賃を滞納しています。';
const FOREIGN = '40代の男性で、外国籍の方です。家賃を滞納しています。';
const WHERE = '音威子府村にいたときは、村の社協に頼めました。';

describeInBrowser('the estimate of how many people resemble a client', () => {
  let browser: Browser;
  let site: TestSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startTestSite({ dialect: 'sqlite' })]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  async function open(account: Account, javaScriptEnabled: boolean): Promise<Page> {
    const context = await visit(browser, { javaScriptEnabled });
    const page = await context.newPage();
    await logIn(page, site.url, account);
    return page;
  }

  const estimate = (page: Page) => page.getByText('公的な統計からの見積もりで').first();
  const takeRewrites = (page: Page) =>
    page.getByRole('button', { name: '言い換えを当てて、もう一度送る' }).click();

  test('appears when a town is added to a text with an age, and goes with the rewrites', async () => {
    const page = await open(ASKER, false);
    await writeQuestion(page, site.url, { title: '家賃のこと、村の窓口', body: AGED });
    await sendButton(page).click();
    await page.getByLabel('「43歳」を「40代」に書き換える').uncheck();
    expect(await estimate(page).count()).toBe(0);

    await bodyBox(page).fill(`音威子府村に住む${AGED}`);
    await sendButton(page).click();
    await estimate(page).waitFor();
    expect(await estimate(page).textContent()).toContain('「音威子府村」「43歳」「男性」がそろうと');
    await takeRewrites(page);
    await seePosted(page, '質問を送りました');
    await page.getByText('上川管内の村に住む40代の男性で').waitFor();
  });

  test.each([
    { script: 'with JavaScript', javaScriptEnabled: true },
    { script: 'without JavaScript', javaScriptEnabled: false },
  ])('counts the thread when an answer names a town, $script', async ({ javaScriptEnabled }) => {
    const asker = await open(ASKER, false);
    await writeQuestion(asker, site.url, { title: `家賃のこと ${javaScriptEnabled}`, body: FOREIGN });
    await sendButton(asker).click();
    await seePosted(asker, '質問を送りました');

    const peer = await open(PEER, javaScriptEnabled);
    await peer.goto(site.url + new URL(asker.url()).pathname);
    const box = peer.getByLabel('あなたのところでは、どうしていますか');
    await box.fill(WHERE);
    // With scripts it is told in a pause of writing, before anything is sent.
    if (!javaScriptEnabled) await sendButton(peer).click();
    await estimate(peer).waitFor();
    expect(await estimate(peer).textContent()).toMatch(/^このやりとりの前の投稿と合わせて、「音威子府村」/);
    expect(await box.inputValue()).toBe(WHERE);
    if (javaScriptEnabled) {
      await peer.getByRole('button', { name: '上川管内の村 に書き換える' }).first().click();
      await seeState(peer, '投稿できます');
      await sendButton(peer).click();
    } else await takeRewrites(peer);
    await seePosted(peer, '回答を送りました');
    await peer.getByText(WHERE.replace('音威子府村', '上川管内の村')).waitFor();
  });
});
