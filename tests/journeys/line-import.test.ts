import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASKER, DESK } from '#tests/support/accounts.ts';
import { describeInBrowser, launchBrowser, visit } from '#tests/support/browser.server.ts';
import { startTestSite, type TestSite } from '#tests/support/site.server.ts';
import { logIn } from '#tests/support/steps.ts';

const CHAT = fileURLToPath(new URL('../fixtures/line/three-hundred-lines.txt', import.meta.url));

/** The file is read, and the check has been over all of it. */
async function bringAlong(page: Page, url: string) {
  await page.goto(`${url}/desk/import/line`);
  await page.getByLabel('トーク履歴のファイル').setInputFiles(CHAT);
  await page.getByRole('button', { name: '読みこむ' }).click();
  await page.getByRole('heading', { name: '北海道困窮者支援の輪' }).waitFor();
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.getByRole('progressbar').count();
      },
      { timeout: 30_000 },
    )
    .toBe(0);
}

describeInBrowser('half a year of the LINE chat', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describe.each([
    { dialect: 'sqlite', script: true },
    { dialect: 'postgres', script: false },
  ] as const)('on $dialect, JavaScript: $script', ({ dialect, script }) => {
    let site: TestSite;
    beforeAll(async () => {
      site = await startTestSite({ dialect });
    });
    afterAll(() => site?.stop());

    test('becomes two questions and a note, and nobody is named', async () => {
      const context = await visit(browser, { javaScriptEnabled: script });
      const desk = await context.newPage();
      await logIn(desk, site.url, DESK);
      await bringAlong(desk, site.url);
      const bench = desk.url();
      expect(await desk.locator('.talk__title').allTextContents()).toEqual([
        '面談の録音について教えてください',
        'レシートをなくしてしまう方に、どうやって家計表を続けてもらっていますか？',
        '灯油の助成について、わかったことをまとめておきます',
      ]);

      // Nobody else sees any of it yet.
      expect(await site.db.selectFrom('question').select('id').execute()).toEqual([]);

      // The first one is looked at: 佐藤さん is the same Ａさん in the question and in the answer.
      await desk
        .getByRole('link', { name: /^開いて直す/ })
        .first()
        .click();
      const said = await desk.locator('.talk__said textarea').allTextContents();
      expect(said.join('\n')).not.toContain('佐藤');
      expect(said.filter((text) => text.includes('Ａさん'))).toHaveLength(2);
      await desk.getByLabel('題').fill('面談の録音を頼まれたら、どうしていますか');
      await desk.getByRole('button', { name: 'のせる', exact: true }).click();
      // The next one that waits is opened by itself.
      await desk.getByRole('heading', { name: 'やりとりを確かめる' }).waitFor();

      await desk.goto(bench);
      await desk
        .getByRole('button', { name: /^この案でのせる/ })
        .first()
        .click();
      await desk.getByText('のせました').first().waitFor();
      await desk
        .getByRole('button', { name: /^この案でのせる/ })
        .first()
        .click();
      await desk.getByText('すべて決め終わりました').waitFor();

      // The same file brings nothing twice.
      await desk.goto(`${site.url}/desk/import/line`);
      await desk.getByLabel('トーク履歴のファイル').setInputFiles(CHAT);
      await desk.getByRole('button', { name: '読みこむ' }).click();
      await desk.getByText('新しいメッセージはありませんでした').waitFor();

      // A member reads them, with the days when they were said.
      const member = await (await visit(browser, { javaScriptEnabled: script })).newPage();
      await logIn(member, site.url, ASKER);
      await member.goto(`${site.url}/questions`);
      await member.getByRole('link', { name: '面談の録音を頼まれたら、どうしていますか' }).click();
      const thread = await member.locator('main').innerText();
      expect(thread).toContain('Ａさん');
      expect(thread).not.toContain('佐藤');
      expect(thread).toContain('2025年5月13日');
      await member.goto(`${site.url}/notes`);
      await member
        .getByRole('link', { name: '灯油の助成について、わかったことをまとめておきます' })
        .waitFor();

      const { n } = await site.db
        .selectFrom('question')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      expect(Number(n)).toBe(2);
      expect(await site.stored()).not.toContain('佐藤さんという方');
      await context.close();
    });
  });
});
