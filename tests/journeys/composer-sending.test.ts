import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ASKER } from '#tests/support/accounts.ts';
import { describeInBrowser } from '#tests/support/browser.server.ts';
import { membersPages } from '#tests/support/members-pages.server.ts';
import {
  bodyBox,
  seeAlive,
  seePosted,
  seeState,
  sendButton,
  titleBox,
  writeQuestion,
} from '#tests/support/steps.ts';

const CLEAN = '家賃を滞納している方に、灯油代の助成は使えますか。';

describeInBrowser('sending', () => {
  const { pageOf, titled, url, visitorsPage } = membersPages();

  test('by a double click makes one question', async () => {
    const page = await pageOf(ASKER);
    const title = '二度押した質問';
    await writeQuestion(page, url(), { title, body: CLEAN });
    await seeState(page, '投稿できます');
    await sendButton(page).dblclick();
    await seePosted(page, '質問を送りました');
    expect(await titled(title)).toHaveLength(1);
  });

  test('again after going back makes no second question', async () => {
    const page = await pageOf(ASKER);
    const title = '戻ってまた送る質問';
    await writeQuestion(page, url(), { title, body: CLEAN });
    await seeState(page, '投稿できます');
    await sendButton(page).click();
    await seePosted(page, '質問を送りました');
    const thread = new URL(page.url()).pathname;
    await page.goBack();
    await expect.poll(() => bodyBox(page).inputValue()).toBe(CLEAN);
    await sendButton(page).click();
    await page.waitForURL(`**${thread}?posted=*`);
    expect(await titled(title)).toHaveLength(1);
  });

  test('again after going back makes no second question, without scripts either', async () => {
    await pageOf(ASKER);
    const page = await pageOf(ASKER, { javaScriptEnabled: false });
    const title = '戻ってまた送る、スクリプトなしの質問';
    await writeQuestion(page, url(), { title, body: CLEAN });
    await sendButton(page).click();
    await seePosted(page, '質問を送りました');
    const thread = new URL(page.url()).pathname;
    await page.goBack();
    expect(await titleBox(page).inputValue()).toBe(title);
    await sendButton(page).click();
    await page.waitForURL(`**${thread}?posted=*`);
    expect(await titled(title)).toHaveLength(1);
  });

  test('another text after going back makes another question', async () => {
    const page = await pageOf(ASKER);
    await writeQuestion(page, url(), { title: '一つめの質問', body: CLEAN });
    await seeState(page, '投稿できます');
    await sendButton(page).click();
    await seePosted(page, '質問を送りました');
    await page.goBack();
    await expect.poll(() => bodyBox(page).inputValue()).toBe(CLEAN);
    await titleBox(page).fill('二つめの質問');
    await seeState(page, '投稿できます');
    await sendButton(page).click();
    await seePosted(page, '質問を送りました');
    await page.getByRole('heading', { name: '二つめの質問' }).waitFor();
    expect(await titled('一つめの質問')).toHaveLength(1);
    expect(await titled('二つめの質問')).toHaveLength(1);
  });

  test('without a connection keeps the text and says what to do', async () => {
    const page = await pageOf(ASKER);
    const title = '電波のない所から';
    await writeQuestion(page, url(), { title, body: CLEAN });
    await seeState(page, '投稿できます');
    await page.context().setOffline(true);
    await sendButton(page).click();
    const notice = page.getByRole('status').filter({ hasText: 'つながっていません' });
    await notice.getByText('この端末に残っています。電波の届くところで、もう一度送ってください。').waitFor();
    expect(await bodyBox(page).inputValue()).toBe(CLEAN);
    expect(await titled(title)).toHaveLength(0);

    await page.context().setOffline(false);
    await sendButton(page).click();
    await seePosted(page, '質問を送りました');
    expect(await titled(title)).toHaveLength(1);
  });

  test('with something missing says what, and leads there', async () => {
    const page = await pageOf(ASKER);
    const hasFocus = (box: ReturnType<typeof titleBox>) =>
      box.evaluate((element) => element === document.activeElement);
    await page.goto(`${url()}/questions/new`);
    await seeAlive(page);
    await sendButton(page).click();
    await page.getByText('ここに、ひとことで書いてください').waitFor();
    expect(await hasFocus(titleBox(page))).toBe(true);

    await page.getByRole('button', { name: 'ケースの型' }).click();
    await seeState(page, 'あと、題名と事業区分と本文');
    await titleBox(page).fill('足りないものを足す');
    await seeState(page, 'あと、事業区分と本文');
    await sendButton(page).click();
    await page.getByText('事業区分を選んでください').waitFor();
    expect(await hasFocus(page.getByLabel('事業区分'))).toBe(true);
    await page.getByLabel('事業区分').selectOption({ label: '住居確保給付金' });
    await seeState(page, 'あと、本文');
    await bodyBox(page).fill(CLEAN);
    await seeState(page, '投稿できます');
  });

  test('goes by keyboard alone, from the login to the posted question', async () => {
    const page = await visitorsPage();
    const { keyboard } = page;
    await page.goto(`${url()}/login`);
    await tabTo(page, 'メールアドレス');
    await keyboard.type(ASKER.email);
    await tabTo(page, 'パスワード');
    await keyboard.type(ASKER.password);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'おつかれさまです' }).waitFor();

    await tabTo(page, '質問する');
    await keyboard.press('Enter');
    await seeAlive(page);
    await tabTo(page, 'ひとことで言うと');
    await keyboard.insertText('キーボードだけの質問');
    await tabTo(page, '事業区分');
    await keyboard.press('ArrowDown');
    await tabTo(page, 'くわしく');
    await keyboard.insertText('佐藤さんのことで、灯油代の助成を教えてください。');
    await seeState(page, '投稿できません：あと1件');
    await tabTo(page, '投稿する');
    await keyboard.press('Enter');
    await tabTo(page, '佐藤さん を Ａさん に書き換える');
    await keyboard.press('Enter');
    await seeState(page, '投稿できます');
    await tabTo(page, '投稿する');
    await keyboard.press('Enter');
    await seePosted(page, '質問を送りました');
    expect(await titled('キーボードだけの質問')).toEqual([
      expect.objectContaining({ body: 'Ａさんのことで、灯油代の助成を教えてください。' }),
    ]);
  });
});

/** Presses Tab until the control with this name has the focus. The name is the one that is read out. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    if ((await focused.ariaSnapshot()).includes(name)) return;
  }
  throw new Error(`Tab did not reach ${name}`);
}
