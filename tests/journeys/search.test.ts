import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#app/demo/fill.server.ts';
import { describeInBrowser, launchBrowser, PHONE, visit, WIDE } from '#tests/support/browser.server.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';
import { logIn, seeAlive, titleBox, writeQuestion } from '#tests/support/steps.ts';

const COUNSELOR = { email: DEMO_ACCOUNTS[0]!.email, password: DEMO_PASSWORD };
const RENT_NOTE = '家賃が上限を超える部屋の申請を受けるとき';
const DEMAND_NOTE = '督促状を開けられない方と、家計の話を始めるまで';
const DEMAND_QUESTION = '督促状を開けずにためているＡさんと、家計の話をどう始めるか';

describeInBrowser('searching', () => {
  let browser: Browser;
  let site: TestSite;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startTestSite({ dialect: 'sqlite', demo: true })]);
  });
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });

  async function open(options: Parameters<typeof visit>[1] = {}): Promise<Page> {
    const page = await (await visit(browser, options)).newPage();
    await logIn(page, site.url, COUNSELOR);
    return page;
  }

  async function searchFor(page: Page, words: string) {
    await page.goto(`${site.url}/search`);
    await page.getByLabel('さがすことば').fill(words);
    await page.getByRole('button', { name: 'さがす' }).click();
  }
  const results = (page: Page) => page.locator('[data-results] > li');
  const chips = (page: Page) => page.getByRole('list', { name: 'いまの条件' }).getByRole('link');

  describe.each([
    { script: 'with JavaScript', options: { viewport: WIDE } },
    { script: 'without JavaScript', options: { javaScriptEnabled: false, viewport: PHONE } },
  ])('$script', ({ options }) => {
    test.each([
      ['an abbreviation', '住確 上限', RENT_NOTE],
      ['a typing error', '督足状', DEMAND_NOTE],
      ['kana', 'とくそくじょう', DEMAND_NOTE],
    ])('a note is found by %s', async (_, words, title) => {
      const page = await open(options);
      await searchFor(page, words);
      await page
        .getByRole('navigation', { name: '種類で分ける' })
        .getByRole('link', { name: 'ノート' })
        .click();
      await expect.poll(() => results(page).first().getByRole('heading').textContent()).toBe(title);
      expect(await page.locator('mark').count()).toBeGreaterThan(0);
      await page.getByRole('link', { name: title }).click();
      await page.getByRole('heading', { name: title }).waitFor();
    });

    test('conditions narrow, stay in the address, and are taken off one by one', async () => {
      const page = await open(options);
      await searchFor(page, '家賃');
      const all = await results(page).count();
      expect(all).toBeGreaterThan(3);
      // On a PC the conditions stand open.
      if (options.viewport === PHONE) await page.locator('.fold--all > summary').click();
      await page.getByLabel('解決済みの質問だけ').check();
      await page.getByLabel('住居確保給付金').check();
      await page.getByLabel('期間').selectOption({ label: '3年以内' });
      await page.getByRole('button', { name: 'しぼり込む' }).click();
      await expect.poll(() => chips(page).count()).toBe(3);
      const narrowed = await results(page).count();
      expect(narrowed).toBeGreaterThan(0);
      expect(narrowed).toBeLessThan(all);
      expect(await results(page).getByText('解決済み', { exact: true }).count()).toBe(narrowed);

      await page.goto(page.url());
      expect(await results(page).count()).toBe(narrowed);
      await chips(page).filter({ hasText: '住居確保給付金' }).click();
      await expect.poll(() => chips(page).count()).toBe(2);
      await page.getByLabel('並び順').selectOption({ label: '新しい順' });
      await page.getByRole('button', { name: '並べる' }).click();
      await expect.poll(() => new URL(page.url()).searchParams.get('order')).toBe('newest');
      expect(new URL(page.url()).searchParams.get('solved')).toBe('1');
    });

    test('who finds nothing may ask, with the words in the title', async () => {
      const page = await open(options);
      await searchFor(page, 'zzzqqq');
      await page.getByRole('link', { name: 'このことばで質問する' }).click();
      await expect.poll(() => titleBox(page).inputValue()).toBe('zzzqqq');
    });
  });

  test('the slash goes to the box, the arrows through what was found', async () => {
    const page = await open();
    await searchFor(page, '家賃');
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
    const titles = await results(page).getByRole('heading').allTextContents();
    await page.getByRole('heading', { name: '検索' }).click();
    await page.keyboard.press('/');
    await expect.poll(focused).toBe('q');
    expect(await page.getByLabel('さがすことば').inputValue()).toBe('家賃');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(titles[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(titles[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('q');
    await page.keyboard.type('/');
    expect(await page.getByLabel('さがすことば').inputValue()).toContain('/');
  });

  test('similar questions are seen while asking, and open in a new tab', async () => {
    const page = await open();
    await page.goto(`${site.url}/questions/new`);
    await seeAlive(page);
    const similar = page.getByRole('region', { name: '似た質問があります' });
    expect(await similar.count()).toBe(0);
    await titleBox(page).fill('督促状を開けない方への家計の話');
    const link = similar.getByRole('link', { name: DEMAND_QUESTION });
    await link.waitFor();
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await opened.getByRole('heading', { name: DEMAND_QUESTION }).waitFor();
    expect(await titleBox(page).inputValue()).toBe('督促状を開けない方への家計の話');
    await titleBox(page).fill('');
    await expect.poll(() => similar.count()).toBe(0);
    expect(site.logs()).not.toContain('督促状');
  });

  test('without JavaScript similar questions stand on the page of the check', async () => {
    const page = await open({ javaScriptEnabled: false });
    await writeQuestion(page, site.url, {
      title: '督促状を開けない方への家計の話',
      body: 'どう声をかけていますか。',
    });
    await page.getByRole('button', { name: '送らずに確かめる' }).click();
    await page
      .getByRole('region', { name: '似た質問があります' })
      .getByRole('link', { name: DEMAND_QUESTION })
      .waitFor();
  });

  test('who asked may tell organizations that may know an answer, and sees whom', async () => {
    const page = await open({ javaScriptEnabled: false });
    await writeQuestion(page, site.url, {
      title: '家賃が上限を超える部屋の、更新の相談',
      body: '住居確保給付金を受けている方の更新のとき、どう案内していますか。',
    });
    await page.locator('button.sendbar__send').click();
    const section = page.getByRole('region', { name: 'この質問に答えられそうな機関' });
    const choice = section.getByRole('checkbox').first();
    const name = await section.locator('.check').first().textContent();
    expect(name).toMatch(/の質問に\d+回答えています/);
    await choice.check();
    await section.getByRole('button', { name: '選んだ機関に知らせる' }).click();
    await section.getByText('に知らせました').waitFor();
    const notices = await site.db.selectFrom('notice').select('kind').where('kind', '=', 'asked').execute();
    expect(notices.length).toBeGreaterThan(0);
  });

  test('a visitor finds reports and nothing else', async () => {
    const page = await (await visit(browser)).newPage();
    await searchFor(page, 'zzzqqq');
    await page.getByText('見つかりませんでした').waitFor();
    expect(await page.getByRole('link', { name: 'このことばで質問する' }).count()).toBe(0);
    await searchFor(page, '家賃 情報交換会');
    await expect.poll(() => results(page).count()).toBeGreaterThan(3);
    for (const kind of await results(page).locator('.mark').allTextContents()) expect(kind).toBe('報告');
  });
});
